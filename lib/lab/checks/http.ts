/** Judges how a request from the host ended. */

import type { HttpCheck } from "../../content/schema/checks/host.ts";
import type { httpFields } from "../../content/schema/field.ts";
import { endingText } from "../matching/ending.ts";
import { httpKey } from "../plan.ts";
import type { HttpFacts } from "../host_facts.ts";
import type { CheckVerdict } from "../verdict.ts";
import { fieldsVerdict, judgeFields, notLooked, uncheckedVerdict, type ValueTable } from "./field_judgement.ts";
import type { Look } from "./look.ts";
import { withoutLastLineEnds } from "./stream.ts";

/** Without an answer there is no status, body or header: `status: { absent: true }` asks for exactly that. */
const httpValues: ValueTable<typeof httpFields, HttpFacts> = {
  status: (facts) => facts.kind === "answered" ? facts.status : undefined,
  body: (facts) => facts.kind === "answered" ? withoutLastLineEnds(facts.body) : undefined,
  headers: (facts) => facts.kind === "answered" ? lowerCaseKeys(facts.headers) : undefined,
};

export function judgeHttp(check: HttpCheck, look: Look): CheckVerdict {
  const about = { kind: "http", subject: check.url } as const;
  const sighting = look.snapshot.https.get(httpKey(check)) ?? notLooked;
  switch (sighting.kind) {
    case "unknown":
      return uncheckedVerdict(about, sighting.fault, check.expects, look);
    case "missing":
      return uncheckedVerdict(about, notLooked.fault, check.expects, look);
    case "found": {
      const { facts } = sighting;
      const expects = check.expects.map((expectation) =>
        expectation.field === "headers" ? { ...expectation, matcher: lowerCaseNames(expectation.matcher) } : expectation
      );
      const fields = judgeFields(expects, httpValues, facts, ({ field }) => ({
        workspace: look.workspace,
        cut: field === "body" && facts.kind === "answered" && facts.cut === true,
      }));
      const verdict = fieldsVerdict(
        about,
        fields,
        look,
        (field) => look.advise("http", field, facts, check, look.snapshot),
      );
      return facts.kind === "answered" || verdict.status === "passed"
        ? verdict
        : { ...verdict, actual: endingText(facts) };
    }
  }
}

function lowerCaseKeys(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Names of headers are the same in capitals and small letters. */
function lowerCaseNames(matcher: HttpCheck["expects"][number]["matcher"]): HttpCheck["expects"][number]["matcher"] {
  switch (matcher.is) {
    case "fields":
      return {
        is: "fields",
        fields: Object.fromEntries(Object.entries(matcher.fields).map(([name, part]) => [name.toLowerCase(), part])),
      };
    case "all":
    case "any":
      return { ...matcher, of: matcher.of.map(lowerCaseNames) };
    case "not":
      return { is: "not", of: lowerCaseNames(matcher.of) };
    default:
      return matcher;
  }
}
