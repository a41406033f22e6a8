import { load, parseEvents, constructFromEvents } from "js-yaml";
import { decodeQuiz } from "./decode.ts";
import * as v from "valibot";
import { quizSchema } from "./schema/quiz.ts";
import { hiddenCharacters } from "./hidden_characters.ts";
const text = Deno.readTextFileSync("/tmp/bank.yaml");
const what = Deno.args[0];
const t0 = performance.now();
if (what === "load") load(text);
else if (what === "decode") { const r = decodeQuiz(text, "banco.yaml", { lint: true, concepts: new Set(["bridge-network"]) }); if (r.problems.length) console.log(r.problems[0]); }
else { const raw = load(text); const t1 = performance.now(); const r = v.safeParse(quizSchema, raw); const t2 = performance.now(); hiddenCharacters(text, raw); const t3 = performance.now(); console.log("valibot", t2-t1, "hidden", t3-t2, r.success); }
console.log(what, performance.now() - t0);
