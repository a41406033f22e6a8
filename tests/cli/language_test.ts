/** Which language is spoken when. */

import assert from "node:assert/strict";
import { languageOf } from "../../lib/cli/language.ts";

function withEnvironment(values: Readonly<Record<string, string>>, work: () => void): void {
  const names = ["LC_ALL", "LC_MESSAGES", "LANG"];
  const before = names.map((name) => [name, Deno.env.get(name)] as const);
  names.forEach((name) => Deno.env.delete(name));
  Object.entries(values).forEach(([name, value]) => Deno.env.set(name, value));
  try {
    work();
  } finally {
    for (const [name, value] of before) value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  }
}

Deno.test("Spanish is spoken unless something says otherwise", () => {
  withEnvironment({}, () => assert.equal(languageOf(["list"]), "es"));
  withEnvironment({ LANG: "fr_FR.UTF-8" }, () => assert.equal(languageOf([]), "es"));
  withEnvironment({ LANG: "C.UTF-8" }, () => assert.equal(languageOf([]), "es"));
});

Deno.test("LC_ALL beats LC_MESSAGES beats LANG", () => {
  withEnvironment({ LANG: "en_GB.UTF-8" }, () => assert.equal(languageOf([]), "en"));
  withEnvironment({ LANG: "en_GB.UTF-8", LC_MESSAGES: "es_ES" }, () => assert.equal(languageOf([]), "es"));
  withEnvironment({ LC_MESSAGES: "es_ES", LC_ALL: "en" }, () => assert.equal(languageOf([]), "en"));
});

Deno.test("--lang beats them all, in both spellings", () => {
  withEnvironment({ LC_ALL: "es_ES" }, () => {
    assert.equal(languageOf(["list", "--lang", "en"]), "en");
    assert.equal(languageOf(["--lang=en", "list"]), "en");
  });
});
