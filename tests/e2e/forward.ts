/** Hands every connection on, byte for byte: `deno run -A forward.ts FROM TO`, each `tcp:ADDRESS:PORT` or `unix:PATH`. */

function endpoint(written = ""): Deno.UnixConnectOptions | Deno.ConnectOptions & { readonly hostname: string } {
  const [, kind, where = "", port] = /^(tcp|unix):(.*?)(?::(\d+))?$/.exec(written) ?? [];
  return kind === "unix" ? { transport: "unix", path: where } : { hostname: where, port: Number(port) };
}

const open = (to: ReturnType<typeof endpoint>): Promise<Deno.Conn> =>
  "path" in to ? Deno.connect(to) : Deno.connect(to);

const [from, to] = [endpoint(Deno.args[0]), endpoint(Deno.args[1])];
const listener: Deno.Listener = "path" in from ? Deno.listen(from) : Deno.listen(from);
const { addr } = listener;
Deno.stdout.writeSync(new TextEncoder().encode(`${"port" in addr ? addr.port : addr.path}\n`));
for await (const client of listener) {
  open(to).then(
    (engine) => Promise.all([client.readable.pipeTo(engine.writable), engine.readable.pipeTo(client.writable)]),
    () => client.close(),
  ).catch(() => {});
}
