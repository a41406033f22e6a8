/** Home in a real terminal: search, a concept and back, a filter, a quiz and its summary, at several sizes. */

import assert from "node:assert/strict";
import { smallCourse } from "../cli/small_course.ts";
import { noTmux, Tmux } from "../terminal/tmux.ts";
import { project } from "./grumete.ts";

const ignore = noTmux();

Deno.test({
  name: "from home to a concept by search, to a quiz of it, to its summary and back, with figures that follow",
  ignore,
  fn: async () => {
    using course = smallCourse();
    const state = `${course.folder}/state`;
    Deno.writeTextFileSync(`${course.folder}/quizzes/roto.yaml`, "format: 1\n");
    await using tmux = await Tmux.start([
      ...[Deno.execPath(), "run", "-q", "--no-prompt", "-A", `${project}/main.ts`],
      ...["--content", course.folder, "--state", state, "--lang", "es"],
    ], { columns: 120, rows: 30 });
    await tmux.waitFor("Para hoy");
    await tmux.keys("End");
    await tmux.waitFor(/1 archivo con errores: grumete lint[\s\S]*roto\.yaml/);
    await tmux.keys("/");
    await tmux.type("montajex");
    await tmux.waitFor("Nada coincide con la búsqueda");
    await tmux.keys("BSpace");
    await tmux.waitFor(/❯ Montaje +│/);
    await tmux.keys("Enter");
    const concept = await tmux.waitFor("Une una ruta con otra");
    assert.match(concept, /❯ Discos · 1 pregunta/);
    assert.match(concept, /Aún no se te ha preguntado/);
    await tmux.keys("Enter");
    await tmux.waitFor("Pregunta 1 de 1");
    await tmux.keys("v", "Enter");
    await tmux.waitFor("Correcto");
    await tmux.keys("Enter");
    await tmux.waitFor("✔ aprobado");
    await tmux.keys("q");
    const after = await tmux.waitFor("Preguntado 1 vez, 100% bien");
    assert.match(after, /✔ ¿Es une así\?/);
    assert.match(after, /hoy, toca (mañana|en \d+ días) · Discos/);
    await tmux.keys("q");
    await tmux.waitFor((screen) => screen.includes("Buscar: montaje") && screen.includes("hoy: 1 respuesta"));
  },
});

Deno.test({
  name: "home is drawn again at every size, and a quiz that is answered shows in its figures",
  ignore,
  fn: async () => {
    using course = smallCourse();
    await using tmux = await Tmux.start([
      ...[Deno.execPath(), "run", "-q", "--no-prompt", "-A", `${project}/main.ts`],
      ...["--content", course.folder, "--state", `${course.folder}/state`, "--lang", "en"],
    ], { columns: 160, rows: 50 });
    await tmux.waitFor("Due today");
    for (const [columns, rows] of [[40, 15], [80, 24], [30, 10], [120, 40]] as const) {
      await tmux.resize(columns, rows);
      await tmux.waitFor((screen) => columns < 40 ? !screen.includes("Due today") : screen.includes("Due today"));
    }
    await tmux.keys("/");
    await tmux.type("disks");
    await tmux.waitFor(/❯ Disks +/);
    await tmux.keys("Enter");
    for (const number of [1, 2, 3]) {
      await tmux.waitFor(`Question ${number} of 3`);
      await tmux.keys("t", "Enter");
      await tmux.waitFor("Correct");
      await tmux.keys("Enter");
    }
    const summary = await tmux.waitFor((screen) => screen.includes("✔ passed") && screen.includes("→"));
    assert.match(summary, /Volume .*mastery 0% → \d+%/);
    assert.match(summary, /comes back in \d+ days|comes back tomorrow/);
    await tmux.keys("q");
    const home = await tmux.waitFor((screen) => screen.includes("Search: disks") && screen.includes("100%"));
    assert.match(home, /streak: 1 day · today: 3 answers/);
  },
});
