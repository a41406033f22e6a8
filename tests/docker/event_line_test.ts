/** Lines of docker events. */

import { deepEqual, equal } from "node:assert/strict";
import { momentOf, parseEvent } from "../../lib/docker/event_line.ts";

const line = (type: string, action: string, attributes: object = { name: "web" }) =>
  JSON.stringify({ Type: type, Action: action, Actor: { ID: "4f", Attributes: attributes }, time: 1, timeNano: 1 })
    .replace('"timeNano":1', '"timeNano":1795254682711123457');

Deno.test("an event keeps its nanoseconds, which a number cannot hold", () => {
  deepEqual(parseEvent(line("container", "start")), {
    type: "container",
    action: "start",
    name: "web",
    timeNano: "1795254682711123457",
  });
});

Deno.test("an object without a name is known by its id", () => {
  equal(parseEvent(line("volume", "create", { driver: "local" }))?.name, "4f");
});

Deno.test("what changes nothing is not heard: programs run inside, looking, resizing", () => {
  for (const action of ["exec_create: ls", "exec_start: ls", "exec_die", "top", "attach", "resize"]) {
    equal(parseEvent(line("container", action)), undefined, action);
  }
  equal(parseEvent(line("container", "health_status: healthy"))?.action, "health_status: healthy");
});

Deno.test("a line that is no event is ignored", () => {
  for (const text of ["json", "", "{}", "[1]", '{"Type":"container"}']) equal(parseEvent(text), undefined);
});

Deno.test("moments are written as docker reads them", () => {
  equal(momentOf("1795254682711123457"), "1795254682.711123457");
});
