/** What was decoded once is read back, and nothing else is ever taken for it. */

import assert from "node:assert/strict";
import { type Decoded } from "../../lib/content/decode.ts";
import { decodeLab } from "../../lib/content/decode_lab.ts";
import { decodedOnce } from "../../lib/store/decoded_cache.ts";

const project = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

function temporaryFolder(): { readonly path: string } & Disposable {
  const path = Deno.makeTempDirSync();
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}

/** Decodes by counting how often it was asked to. */
function counting<Value>(result: Decoded<Value>) {
  const counter = { calls: 0 };
  const decode = () => {
    counter.calls++;
    return Promise.resolve(result);
  };
  return { counter, decode };
}

const sound = { value: { id: "puerto" }, problems: [] };

Deno.test("the same text is decoded once", async () => {
  using folder = temporaryFolder();
  const { counter, decode } = counting(sound);
  const what = { name: "lab-puerto", source: ["lab", "/a", "text"], decode };
  assert.deepEqual(await decodedOnce(folder.path, what), sound);
  assert.deepEqual(await decodedOnce(folder.path, what), sound);
  assert.equal(counter.calls, 1);
});

Deno.test("another text, or the same one from elsewhere, is decoded anew", async () => {
  using folder = temporaryFolder();
  const { counter, decode } = counting(sound);
  for (const source of [["lab", "/a", "text"], ["lab", "/a", "other"], ["lab", "/b", "other"]]) {
    await decodedOnce(folder.path, { name: "lab-puerto", source, decode });
  }
  assert.equal(counter.calls, 3);
});

Deno.test("what has errors is not kept, so that they are told every time", async () => {
  using folder = temporaryFolder();
  const problem = decodeLab("format: 1\n", "lab.yaml").problems.slice(0, 1);
  assert.equal(problem.length, 1);
  const { counter, decode } = counting({ value: {}, problems: problem });
  const what = { name: "lab-puerto", source: ["text"], decode };
  await decodedOnce(folder.path, what);
  assert.equal((await decodedOnce(folder.path, what)).problems.length, 1);
  assert.equal(counter.calls, 2);
});

Deno.test("a cache that is broken, or that cannot be written, is as good as none", async () => {
  using folder = temporaryFolder();
  const { counter, decode } = counting(sound);
  const what = { name: "lab-puerto", source: ["text"], decode };
  for (const broken of ["", "{", "null", "[]", '{"key":1}', "\u0000"]) {
    Deno.mkdirSync(`${folder.path}/cache`, { recursive: true });
    Deno.writeTextFileSync(`${folder.path}/cache/lab-puerto.json`, broken);
    assert.deepEqual(await decodedOnce(folder.path, what), sound);
  }
  assert.equal(counter.calls, 6);
  Deno.writeTextFileSync(`${folder.path}/file`, "");
  assert.deepEqual(await decodedOnce(`${folder.path}/file`, what), sound);
  assert.deepEqual(await decodedOnce(undefined, what), sound);
  assert.equal(counter.calls, 8);
});

Deno.test("a name cannot lead out of the cache", async () => {
  using folder = temporaryFolder();
  const { decode } = counting(sound);
  await decodedOnce(`${folder.path}/state`, { name: "../../lab", source: [], decode });
  assert.deepEqual([...Deno.readDirSync(folder.path)], []);
});

Deno.test("every shipped lab comes back from the cache as it was decoded", async () => {
  using folder = temporaryFolder();
  for (const { name } of Deno.readDirSync(`${project}/labs`)) {
    const text = Deno.readTextFileSync(`${project}/labs/${name}/lab.yaml`);
    const fresh = decodeLab(text, "lab.yaml");
    const what = { name: `lab-${name}`, source: [text], decode: () => Promise.resolve(fresh) };
    await decodedOnce(folder.path, what);
    const kept = await decodedOnce(folder.path, { ...what, decode: () => Promise.reject(new Error("decoded again")) });
    assert.deepEqual(kept.value, fresh.value);
  }
});
