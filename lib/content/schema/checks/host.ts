/** Checks from the host: a page over HTTP, a TCP connection. */

import * as v from "valibot";
import { closed } from "../closed.ts";
import {
  asserts,
  type CheckCommon,
  common,
  commonKeys,
  type Expectation,
  expectations,
  matchers,
} from "../expectation.ts";
import { httpFields, tcpFields } from "../field.ts";
import { localAddress, localUrl } from "../names.ts";
import { because } from "../refusal.ts";
import { timeout } from "./inside.ts";

/** Asks for a page from the host, redirects not followed. `timeout` is seconds. */
export interface HttpCheck extends CheckCommon {
  readonly kind: "http";
  readonly url: string;
  readonly method: "GET" | "HEAD" | "POST";
  readonly timeout: number;
  readonly expects: readonly Expectation[];
}

/** Connects to a port of the host, and reads what the other side says first. `timeout` is seconds. */
export interface TcpCheck extends CheckCommon {
  readonly kind: "tcp";
  /** `localhost:5432`. */
  readonly address: string;
  readonly host: string;
  readonly port: number;
  readonly timeout: number;
  readonly expects: readonly Expectation[];
}

export const http = v.pipe(
  closed({
    http: localUrl,
    method: v.optional(v.picklist(["GET", "HEAD", "POST"]), "GET"),
    timeout,
    ...matchers(httpFields),
    ...commonKeys,
  }),
  v.check((written) => asserts(httpFields, written), because("nothing")),
  v.transform((written): HttpCheck => ({
    kind: "http",
    url: written.http,
    method: written.method,
    timeout: written.timeout,
    expects: expectations(httpFields, written),
    ...common(written),
  })),
);

export const tcp = v.pipe(
  closed({ tcp: localAddress, timeout, ...matchers(tcpFields), ...commonKeys }),
  v.check((written) => asserts(tcpFields, written), because("nothing")),
  v.transform((written): TcpCheck => {
    const colon = written.tcp.lastIndexOf(":");
    return {
      kind: "tcp",
      address: written.tcp,
      host: written.tcp.slice(0, colon).replace(/^\[|\]$/g, ""),
      port: Number(written.tcp.slice(colon + 1)),
      timeout: written.timeout,
      expects: expectations(tcpFields, written),
      ...common(written),
    };
  }),
);
