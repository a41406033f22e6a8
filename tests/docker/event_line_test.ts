/** Lines of docker events. */

import { deepEqual, equal } from "node:assert/strict";
import { changesSomething, momentOf, parseEvent } from "../../lib/docker/event_line.ts";

const line = (type: string, action: string, attributes: object = { name: "web" }) =>
  JSON.stringify({ Type: type, Action: action, Actor: { ID: "4f", Attributes: attributes }, time: 1, timeNano: 1 })
    .replace('"timeNano":1', '"timeNano":1795254682711123457');

Deno.test("an event keeps its nanoseconds, which a number cannot hold", () => {
  deepEqual(parseEvent(line("container", "start")), {
    type: "container",
    action: "start",
    id: "4f",
    name: "web",
    timeNano: "1795254682711123457",
  });
});

Deno.test("an object without a name is known by its id", () => {
  equal(parseEvent(line("volume", "create", { driver: "local" }))?.name, "4f");
});

Deno.test("an exec is told from its command, and what else an event carries is read", () => {
  const exec = { name: "web", image: "busybox", execID: "e1" };
  const read = (action: string, attributes: object, type = "container") => parseEvent(line(type, action, attributes));
  // Docker puts a space after a program without arguments.
  deepEqual([read("exec_create: ls ", exec)?.action, read("exec_create: ls ", exec)?.command], ["exec_create", "ls"]);
  equal(read("exec_start: sh -c a: b\nc", exec)?.command, "sh -c a: b\nc");
  deepEqual([
    read("exec_die", { ...exec, exitCode: "4" })?.exec,
    read("exec_die", { ...exec, exitCode: "4" })?.exitCode,
  ], [
    "e1",
    4,
  ]);
  deepEqual([read("kill", { ...exec, signal: "15" })?.signal, read("kill", exec)?.image], ["15", "busybox"]);
  equal(read("connect", { name: "red", container: "4f" }, "network")?.container, "4f");
  // A label may be called like an attribute.
  equal(read("start", { name: "web", container: "x", exitCode: "no number" })?.container, undefined);
  equal(read("die", { name: "web", exitCode: "no number" })?.exitCode, undefined);
  equal(read("health_status: healthy", { name: "web" })?.action, "health_status: healthy");
});

Deno.test("programs run inside, looking, copying and resizing change nothing", () => {
  const changes = (action: string) => {
    const event = parseEvent(line("container", action));
    return event && changesSomething(event);
  };
  for (const action of ["exec_create: ls", "exec_start: ls", "exec_die", "top", "attach", "resize", "archive-path"]) {
    equal(changes(action), false, action);
  }
  for (const action of ["start", "health_status: healthy", "rename"]) equal(changes(action), true, action);
});

Deno.test("a line that is no event is ignored", () => {
  for (const text of ["json", "", "{}", "[1]", '{"Type":"container"}']) equal(parseEvent(text), undefined);
});

Deno.test("moments are written as docker reads them", () => {
  equal(momentOf("1795254682711123457"), "1795254682.711123457");
});

Deno.test("what was pulled is named with its tag, also where a registry with a port goes before", () => {
  const pulled = (id: string, name: string) =>
    parseEvent(JSON.stringify({ Type: "image", Action: "pull", Actor: { ID: id, Attributes: { name } }, timeNano: 1 }));
  equal(pulled("localhost:5055/flota/faro:1", "localhost:5055/flota/faro")?.name, "localhost:5055/flota/faro:1");
  equal(pulled("sha256:0d119ddf0f65", "busybox:1.35")?.name, "busybox:1.35");
});
