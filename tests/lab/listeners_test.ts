/** Tests of reading who listens inside a container, from tables that the kernel wrote. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { isLoopback, parseListeners } from "../../lib/lab/listeners.ts";

const head4 = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode";
const head6 = "  sl  local_address                         remote_address                        st tx_queue rx_queue";
const rest = "00000000:00000000 00:00000000 00000000     0        0 71231 1 0000000066bb4267 100 0 0 10 0";
const row4 = (local: string, state = "0A") => `   0: ${local} 00000000:0000 ${state} ${rest}`;
const row6 = (local: string) => `   0: ${local} 00000000000000000000000000000000:0000 0A ${rest}`;

Deno.test("addresses and ports of both families are read, others than listening ones left out", () => {
  const text = [
    head4,
    row4("0100007F:0050"),
    row4("00000000:1F90"),
    row4("020011AC:0016", "01"),
    head6,
    row6("00000000000000000000000000000000:01BB"),
    row6("00000000000000000000000001000000:0050"),
    row6("0000000000000000FFFF00000100007F:0C38"),
    row6("B80D01200000000000000000010000AB:0051"),
  ].join("\n");
  assert.deepEqual(parseListeners(text), [
    { address: "127.0.0.1", port: 80 },
    { address: "0.0.0.0", port: 8080 },
    { address: "::", port: 443 },
    { address: "::1", port: 80 },
    { address: "127.0.0.1", port: 3128 },
    { address: "2001:db8::ab00:1", port: 81 },
  ]);
});

Deno.test("docker's own name server is nobody's program", () => {
  assert.deepEqual(parseListeners(`${head4}\n${row4("0B00007F:A3F1")}\n`), []);
});

Deno.test("what is no such table is no answer", () => {
  assert.equal(parseListeners(""), undefined);
  assert.equal(parseListeners('exec: "cat": executable file not found in $PATH'), undefined);
  fc.assert(fc.property(fc.string(), (text) => {
    parseListeners(text);
    assert.ok(parseListeners(`${head4}\n${text}`) !== undefined);
  }));
});

Deno.test("every IPv4 address is read back", () => {
  fc.assert(fc.property(fc.ipV4(), fc.integer({ min: 0, max: 65535 }), (address, port) => {
    fc.pre(address !== "127.0.0.11");
    const hex = address.split(".").map((part) => Number(part).toString(16).padStart(2, "0")).reverse().join("");
    const local = `${hex}:${port.toString(16).padStart(4, "0")}`.toUpperCase();
    assert.deepEqual(parseListeners(`${head4}\n${row4(local)}`), [{ address, port }]);
    assert.equal(isLoopback(address), address.startsWith("127."));
  }));
});
