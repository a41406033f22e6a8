/** A file of a container, as `docker container cp` gives it: the container need not run, and its image needs no shell. */

import type { FileCheck } from "../content/schema/checks/inside.ts";
import { contentLimit, textOfBytes } from "../lab/file_content.ts";
import type { ContainerFacts, FileFacts, Sighting } from "../lab/snapshot.ts";
import type { Docker } from "./binary.ts";
import { copyDeadline } from "./deadlines.ts";
import { facts } from "./facts.ts";
import { readingOfCopy } from "./faults.ts";
import { read } from "./run.ts";
import { firstEntry, type TarEntry } from "./tar.ts";

/** Bytes: what is looked at of the content, and room for the headers before it. */
const headLimit = contentLimit + 16 * 1024;

/**
 * A link is told as one, with what it leads to. What is in memory only (tmpfs, `/proc`, `/sys`, `/dev`) counts as missing: docker
 * copies from the disk (tried with 20.10, running and stopped).
 */
export async function fileIn(
  docker: Docker,
  { path }: FileCheck,
  container: Sighting<ContainerFacts>,
  signal: AbortSignal,
): Promise<Sighting<FileFacts>> {
  if (container.kind !== "found") return container;
  // By id: the name may have passed to another container since.
  const place = `${container.facts.id}:${path}`;
  const own = await copied(docker, [place], signal);
  if (own.kind !== "found" || own.facts.type !== "2") return asFacts(own);
  const target = asFacts(await copied(docker, ["--follow-link", place], signal));
  if (target.kind === "unknown") return target;
  const beyond = target.kind === "found" ? target.facts : {};
  return { kind: "found", facts: { ...beyond, type: "link", link: own.facts.link } };
}

async function copied(docker: Docker, args: readonly string[], signal: AbortSignal): Promise<Sighting<TarEntry>> {
  const call = await read(docker, "container cp", [...args, "-"], {
    deadline: copyDeadline,
    limit: headLimit,
    head: true,
    signal,
  });
  // Docker was ended once enough had come.
  const reading = call.end === "exited" && call.overflow ? { kind: "ok" } as const : readingOfCopy(call);
  switch (reading.kind) {
    case "ok": {
      const entry = firstEntry(call.bytes ?? new Uint8Array());
      return entry
        ? { kind: "found", facts: entry }
        : { kind: "unknown", fault: { kind: "unknown", detail: "docker cp gave no archive" } };
    }
    case "missing":
      return { kind: "missing" };
    case "not-running":
      return { kind: "unknown", fault: { kind: "unknown", detail: call.stderr.slice(0, 200) } };
    case "fault":
      return { kind: "unknown", fault: reading.fault };
  }
}

/** The letters are POSIX's: 0 and 7 are files, 1 is a second name of one. */
const types: Readonly<Record<string, FileFacts["type"]>> = {
  "0": "file",
  "1": "file",
  "2": "link",
  "5": "directory",
  "7": "file",
};

function asFacts(sighting: Sighting<TarEntry>): Sighting<FileFacts> {
  if (sighting.kind !== "found") return sighting;
  const { type, mode, uid, gid, size, link, content } = sighting.facts;
  const known = types[type] ?? "other";
  const text = known === "file" ? textOfBytes(content.subarray(0, contentLimit), size) : undefined;
  return {
    kind: "found",
    facts: facts<FileFacts>({
      type: known,
      content: text,
      binary: known === "file" && text === undefined ? true : undefined,
      outside: undefined,
      size: known === "file" ? size : undefined,
      mode: mode.toString(8).padStart(3, "0"),
      owner: `${uid}:${gid}`,
      link: known === "link" ? link : undefined,
    }),
  };
}
