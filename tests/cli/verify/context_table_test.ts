/** Tests of the table of a lab on many engines. */

import assert from "node:assert/strict";
import { type Cells, contextTable } from "../../../lib/cli/verify/context_table.ts";
import { widthOf } from "../../../lib/screens/width.ts";

const rows: readonly Cells[] = [
  { context: "aula-01", status: "passed", points: "7/7", open: "" },
  { context: "aula-02", status: "failed", points: "1/7", open: "server, names, isolation, both, publish, loopback" },
  { context: "aula-03", status: "unchecked", points: "0/7", open: "Docker no respondió a tiempo" },
];

function drawn(columns: number): readonly string[] {
  const { heading, row } = contextTable(rows.map(({ context }) => context), "es", columns);
  return [heading, ...rows.map(row)].join("\n").split("\n");
}

Deno.test("rows fit in the terminal that there is, and use all of a wide one", () => {
  for (const columns of [30, 40, 60, 80, 200]) {
    for (const line of drawn(columns)) assert.ok(widthOf(line) <= columns, `${columns}: "${line}"`);
  }
  assert.match(drawn(80).join("\n"), /publish, loo…/);
  assert.match(drawn(200).join("\n"), /publish, loopback$/m);
});

Deno.test("in a narrow terminal what is open stands below", () => {
  assert.deepEqual(drawn(40), [
    "contexto  estado         puntos",
    "  sin superar",
    "aula-01   superado       7/7",
    "aula-02   no superado    1/7",
    "  server, names, isolation, both, publi…",
    "aula-03   sin comprobar  0/7",
    "  Docker no respondió a tiempo",
  ]);
});
