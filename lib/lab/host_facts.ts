/** How a request or a connection from the host ended. */

/**
 * A request or a connection from the host that came to nothing. refused: nobody listens on that host port. reset: the port
 * is published, nobody answers inside.
 */
export interface Unanswered {
  readonly kind: "refused" | "reset" | "timeout" | "failed";
  readonly detail: string;
}

/** How a request from the host ended. */
export type HttpFacts =
  | {
    readonly kind: "answered";
    readonly status: number;
    readonly body: string;
    /** Of the body only the beginning is known, 64 KiB. */
    readonly cut?: true;
    readonly headers: Readonly<Record<string, string>>;
  }
  | Unanswered;

/** How a connection from the host ended; `banner` is what the other side said first, without being asked. */
export type TcpFacts = { readonly kind: "open"; readonly banner: string } | Unanswered;
