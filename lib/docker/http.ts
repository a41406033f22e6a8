/** Asks for a page from the host, as a learner's browser would, and says how that ended. */

import type { HttpCheck } from "../content/schema/checks/host.ts";
import type { HttpFacts, Unanswered } from "../lab/host_facts.ts";
import type { Sighting } from "../lab/snapshot.ts";
import { readOne } from "./environment.ts";
import { cleaned } from "./faults.ts";
import { streamLimit } from "./run.ts";

/** Redirects are not followed; at most 64 KiB of the body are kept. Never rejects. */
export async function request(check: HttpCheck, signal: AbortSignal): Promise<Sighting<HttpFacts>> {
  const deadline = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    deadline.abort();
  }, check.timeout * 1000);
  const either = AbortSignal.any([signal, deadline.signal]);
  try {
    using client = directClient();
    const response = await fetch(check.url, { method: check.method, redirect: "manual", signal: either, client });
    const body = await start(response.body);
    const headers = Object.fromEntries(response.headers);
    return { kind: "found", facts: { kind: "answered", status: response.status, ...body, headers } };
  } catch (error) {
    if (late) return { kind: "found", facts: { kind: "timeout", detail: `${check.timeout} s` } };
    if (signal.aborted) return { kind: "unknown", fault: { kind: "cancelled", detail: "" } };
    return endOf(error);
  } finally {
    clearTimeout(timer);
  }
}

const proxies = ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] as const;

/**
 * A connection of its own, as a kept one would report a restarted container as a reset; and a direct one, whatever the
 * proxy for the rest of the world. Clients read these variables when they are made, so they are away for that moment.
 */
function directClient(): Deno.HttpClient {
  const away = proxies.flatMap((name) => {
    const value = readOne(Deno.env.get, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  away.forEach(([name]) => Deno.env.delete(name));
  try {
    return Deno.createHttpClient({ poolMaxIdlePerHost: 0 });
  } finally {
    away.forEach(([name, value]) => Deno.env.set(name, value));
  }
}

async function start(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ readonly body: string; readonly cut?: true }> {
  if (body === null) return { body: "" };
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  // Leaving the loop early cancels the rest.
  for await (const chunk of body) {
    text += decoder.decode(chunk.subarray(0, Math.max(0, streamLimit - size)), { stream: true });
    size += chunk.length;
    if (size > streamLimit) return { body: text, cut: true };
  }
  return { body: text + decoder.decode() };
}

/** The cause names the end: nobody listens on the host's port, or the port is published and nobody answers behind it. */
export function endOf(error: unknown): Sighting<Unanswered> {
  const said = messages(error);
  if (error instanceof Deno.errors.NotCapable) {
    return { kind: "unknown", fault: { kind: "net-not-permitted", detail: cleaned(said) } };
  }
  const detail = cleaned(said.replace(/^.*error sending request for url \([^)]*\):? ?/s, "") || said);
  const kind = endings.find(([words]) => words.test(said))?.[1];
  // What else the system refuses (no more files, no more ports) says nothing of the other side.
  if (kind === undefined && /os error \d+/i.test(said)) {
    return { kind: "unknown", fault: { kind: "unknown", detail } };
  }
  return { kind: "found", facts: { kind: kind ?? "failed", detail } };
}

/** By the codes of Linux, macOS and Windows too: the words are in the language of the system. */
const endings: readonly (readonly [RegExp, Unanswered["kind"]])[] = [
  [/refused|os error (111|61|10061)\b/i, "refused"],
  [
    /reset|broken pipe|closed|before message completed|unexpected (eof|end of file)|os error (104|54|32|10053|10054)\b/i,
    "reset",
  ],
  [/timed out|os error (110|60|10060)\b/i, "timeout"],
];

function messages(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${messages(error.cause)}`;
}
