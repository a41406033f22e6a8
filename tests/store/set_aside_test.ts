/** Tests of setting a learner's file aside: no version of it is ever lost. */

import { deepStrictEqual as deepEqual, match, ok, strictEqual as equal, throws } from "node:assert/strict";
import { UserError } from "../../lib/content/user_error.ts";
import { setAside } from "../../lib/store/set_aside.ts";

function place() {
  const folder = Deno.makeTempDirSync({ prefix: "grumete-aside-" });
  return {
    folder,
    write: (file: string, text: string) => Deno.writeTextFileSync(`${folder}/${file}`, text),
    read: (file: string) => Deno.readTextFileSync(`${folder}/${file}`),
    names: () => [...Deno.readDirSync(folder)].map(({ name }) => name).sort(),
    [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }),
  };
}

Deno.test("each version gets a name of its own, and one that is as it came stays", () => {
  using at = place();
  at.write("starter", "hola");
  at.write("nota.txt", "hola");
  equal(setAside(at.folder, "nota.txt", `${at.folder}/starter`), undefined);
  at.write("nota.txt", "uno");
  equal(setAside(at.folder, "nota.txt", `${at.folder}/starter`), "nota.txt.bak");
  at.write("nota.txt", "dos");
  equal(setAside(at.folder, "nota.txt", undefined), "nota.txt.bak2");
  deepEqual(at.names(), ["nota.txt.bak", "nota.txt.bak2", "starter"]);
  deepEqual([at.read("nota.txt.bak"), at.read("nota.txt.bak2")], ["uno", "dos"]);
});

Deno.test("what is no file, not there, or behind a link is left alone", () => {
  using at = place();
  using outside = place();
  outside.write("suyo.txt", "x");
  Deno.mkdirSync(`${at.folder}/carpeta`);
  Deno.symlinkSync(outside.folder, `${at.folder}/fuera`);
  Deno.symlinkSync(`${outside.folder}/suyo.txt`, `${at.folder}/enlace.txt`);
  for (const file of ["nada.txt", "carpeta", "fuera/suyo.txt", "enlace.txt", "carpeta/nada.txt", "enlace.txt/x"]) {
    equal(setAside(at.folder, file, undefined), undefined, file);
  }
  deepEqual([at.names(), outside.names()], [["carpeta", "enlace.txt", "fuera"], ["suyo.txt"]]);
});

Deno.test("what the system does not let go is told in words, and stays", () => {
  using at = place();
  // With `.bak` it is longer than a name may be.
  const file = "n".repeat(254);
  at.write(file, "uno");
  throws(() => setAside(at.folder, file, undefined), (error) => {
    ok(error instanceof UserError);
    match(error.what.en, /^Cannot set aside ".*nn": /);
    equal(error.exitCode, 1);
    return true;
  });
  deepEqual(at.names(), [file]);
});
