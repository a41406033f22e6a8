/** A unix socket in front of the real engine's, which a test can take away (stop), make mute (freeze) and bring back (start). */

/** The socket of the engine that the tests use. */
export function engineSocket(): string {
  const host = Deno.env.get("DOCKER_HOST") ?? "unix:///var/run/docker.sock";
  if (!host.startsWith("unix://")) throw new Error(`Cannot stand in front of "${host}": it is no unix socket`);
  return host.slice("unix://".length);
}

export class Proxy implements AsyncDisposable {
  #listener: Deno.UnixListener | undefined;
  #accepting: Promise<void> | undefined;
  #frozen = false;
  readonly #open = new Set<Deno.Conn>();
  readonly #pumps = new Set<Promise<void>>();

  /** Listens at once; `path` is the socket to make. */
  constructor(readonly path: string, readonly target = engineSocket()) {
    this.start();
  }

  /** What `DOCKER_HOST` is for who shall go through here. */
  get host(): string {
    return `unix://${this.path}`;
  }

  /** Listens, and answers. */
  start(): void {
    this.#frozen = false;
    if (this.#listener) return;
    this.#listener = Deno.listen({ transport: "unix", path: this.path });
    this.#accepting = this.#accept(this.#listener);
  }

  /** As a daemon that died: nobody listens, every connection is cut. */
  async stop(): Promise<void> {
    this.#listener?.close();
    this.#listener = undefined;
    await this.#accepting;
    await Deno.remove(this.path).catch(() => {});
    await this.#cut();
  }

  /** Accepts and never answers from now on; connections stay open and are mute. `start` ends it: those that hung are cut. */
  freeze(): void {
    this.#frozen = true;
  }

  /** The end of freezing. */
  async thaw(): Promise<void> {
    await this.#cut();
    this.start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #accept(listener: Deno.UnixListener): Promise<void> {
    try {
      for await (const client of listener) {
        this.#open.add(client);
        if (!this.#frozen) void this.#serve(client);
      }
    } catch {
      // Closed while it waited.
    }
  }

  async #serve(client: Deno.Conn): Promise<void> {
    try {
      const engine = await Deno.connect({ transport: "unix", path: this.target });
      this.#open.add(engine);
      this.#pump(client, engine);
      this.#pump(engine, client);
    } catch {
      close(client);
    }
  }

  #pump(from: Deno.Conn, to: Deno.Conn): void {
    const pumping = this.#copy(from, to).finally(() => this.#pumps.delete(pumping));
    this.#pumps.add(pumping);
  }

  /** Until one side ends: then both do, except that a half that only finished writing leaves the other its answer. */
  async #copy(from: Deno.Conn, to: Deno.Conn): Promise<void> {
    const buffer = new Uint8Array(32 * 1024);
    try {
      for (let count = await from.read(buffer); count !== null; count = await from.read(buffer)) {
        // What arrives while frozen is swallowed.
        for (let sent = 0; sent < count && !this.#frozen;) sent += await to.write(buffer.subarray(sent, count));
      }
      if (!this.#frozen) await to.closeWrite();
    } catch {
      [from, to].forEach(close);
    }
  }

  async #cut(): Promise<void> {
    this.#open.forEach(close);
    this.#open.clear();
    await Promise.all(this.#pumps);
  }
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // Closed already.
  }
}
