/** What may be the name of something outside the file: docker's objects, local pages, paths, command lines. */

import * as v from "valibot";
import { because } from "./refusal.ts";

/** What docker accepts as the name of a container, volume or network (moby: names.RestrictedNamePattern). */
export const objectName = v.pipe(
  v.string(),
  v.regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/, because("objectName")),
  v.maxLength(255),
);

/** A reference: [host[:port]/]path[:tag][@digest]. */
export const imageName = v.pipe(v.string(), v.check(isImageName, because("imageName")));

const host = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/i;
const component = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const tag = /^\w[\w.-]{0,127}$/;
const digest = /^sha256:[0-9a-f]{64}$/;

/** Taken apart by hand: one pattern for all of it would take very long to refuse a hostile name. */
function isImageName(reference: string): boolean {
  if (reference.length > 300) return false;
  const [named = "", digested, ...more] = reference.split("@");
  if (more.length > 0 || (digested !== undefined && !digest.test(digested))) return false;
  const slash = named.lastIndexOf("/");
  const colon = named.indexOf(":", slash + 1);
  if (colon >= 0 && !tag.test(named.slice(colon + 1))) return false;
  const parts = (colon >= 0 ? named.slice(0, colon) : named).split("/");
  const [first = ""] = parts;
  const hasHost = parts.length > 1 && (/[.:]/.test(first) || first === "localhost");
  if (hasHost && !host.test(first)) return false;
  return (hasHost ? parts.slice(1) : parts).every((part) => component.test(part));
}

/** Only this machine: a check never talks to anybody else's server. */
export const localUrl = v.pipe(v.string(), v.check(isLocalUrl, because("localUrl")));

function isLocalUrl(url: string): boolean {
  const parsed = url.length > 2000 ? null : URL.parse(url);
  return parsed?.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(parsed.hostname);
}

/** A port of this machine: `localhost:5432`. */
export const localAddress = v.pipe(
  v.string(),
  v.check(
    (written) => /^(?:localhost|127\.0\.0\.1|\[::1\]):\d{1,5}$/.test(written) && isPort(written),
    because("localAddress"),
  ),
);

function isPort(written: string): boolean {
  const port = Number(written.slice(written.lastIndexOf(":") + 1));
  return port >= 1 && port <= 65535;
}

/** As `docker cp` writes it: `web:/etc/motd` in a container, `compose.yaml` in the learner's workspace. */
export const filePlace = v.pipe(v.string(), v.check(isFilePlace, because("filePlace")));

function isFilePlace(written: string): boolean {
  const colon = written.indexOf(":");
  if (colon < 0) return isInnerPath(written);
  const path = written.slice(colon + 1);
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(written.slice(0, colon)) && path.startsWith("/") && path.length <= 1000 &&
    !path.split("/").includes("..");
}

/** A path that stays inside the folder it is relative to. */
export const innerPath = v.pipe(v.string(), v.check(isInnerPath, because("innerPath")));

export function isInnerPath(path: string): boolean {
  return path.length <= 200 && !/[\\:]/.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** One docker command line, without a shell: `docker volume create datos`. */
export const dockerCommand = v.pipe(v.string(), v.trim(), v.regex(/^docker\s+\S/, because("dockerCommand")));
