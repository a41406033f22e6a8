/** What is mounted where: `-v`, `--mount` and `--tmpfs` say the same things in three ways. */

import { bytes } from "./values.ts";
import { variableSign } from "./word.ts";

/** Fields in alphabetical order; `readonly` only where it is so. */
type Mount = ReadonlyMap<string, string>;

/**
 * `-v datos:/data` is `--mount type=volume,source=datos,target=/data`, and `--tmpfs /run` is `--mount type=tmpfs,target=/run`.
 * A bind is not: `-v` creates a folder that is missing on the host and `--mount` refuses; that is a field of its own.
 */
export function canonicalMount(flag: "mount" | "volume" | "tmpfs", value: string): string {
  const fields = flag === "mount" ? fromMount(value) : flag === "volume" ? fromVolume(value) : fromTmpfs(value);
  return [...fields].sort(([a], [b]) => a < b ? -1 : 1).map(([key, field]) => `${key}=${field}`).join(",");
}

const sameField: Readonly<Record<string, string>> = {
  src: "source",
  dst: "target",
  destination: "target",
  ro: "readonly",
};

function fromMount(value: string): Mount {
  const fields = new Map<string, string>([["type", "volume"]]);
  for (const part of value.split(",")) {
    const equals = part.indexOf("=");
    const written = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase();
    const key = (Object.hasOwn(sameField, written) ? sameField[written] : undefined) ?? written;
    const field = equals < 0 ? "true" : part.slice(equals + 1);
    // Options may be repeated: each keeps a place of its own.
    if (key === "volume-opt") fields.set(`${key} ${field}`, "");
    else if (key === "readonly") fields.set(key, /^(?:1|t|true)$/i.test(field) ? "true" : "");
    else if (key === "source") fields.set(key, source(field));
    else if (key === "target") fields.set(key, folder(field));
    else fields.set(key, key === "tmpfs-size" ? bytes(field) : field);
  }
  if (fields.get("readonly") === "") fields.delete("readonly");
  if (fields.get("type") === "bind" && fields.get("bind-create-src") !== "true") {
    fields.set("source must exist", "true");
  }
  return fields;
}

/** `[SOURCE:]TARGET[:OPTIONS]`; a source with a slash or a dot at the start is a folder of the host. */
function fromVolume(value: string): Mount {
  const [first = "", second, options = ""] = value.split(":");
  if (second === undefined) return new Map([["type", "volume"], ["target", folder(first)]]);
  const bind = /^[./~\\]/.test(first) || first.startsWith(variableSign);
  const fields = new Map([["type", bind ? "bind" : "volume"], ["source", source(first)], ["target", folder(second)]]);
  for (const option of options.split(",")) {
    if (option === "ro") fields.set("readonly", "true");
    else if (option === "nocopy") fields.set("volume-nocopy", "true");
    else if (/^(?:r?shared|r?slave|r?private)$/.test(option)) fields.set("bind-propagation", option);
    else if (option !== "" && option !== "rw") fields.set(`option ${option}`, "");
  }
  return fields;
}

function fromTmpfs(value: string): Mount {
  const [target = "", options = ""] = value.split(":");
  const fields = new Map([["type", "tmpfs"], ["target", folder(target)]]);
  for (const option of options.split(",")) {
    const [key = "", field = ""] = option.split("=");
    if (key === "size") fields.set("tmpfs-size", bytes(field));
    else if (key === "mode") fields.set("tmpfs-mode", field);
    else if (key === "ro") fields.set("readonly", "true");
    else if (option !== "" && option !== "rw") fields.set(`option ${option}`, "");
  }
  return fields;
}

/** `.` and `./a` are below the folder where docker is called. */
function source(written: string): string {
  const here = `${variableSign}{PWD}`;
  return folder(written === "." || written === "./" ? here : written.replace(/^\.\//, `${here}/`));
}

function folder(path: string): string {
  return path.replace(/(?<=.)\/+$/s, "");
}
