/** A lab about what happened and about files, with objects of its own, so that several can be done on one engine at once. */

export interface PastLab {
  /** Also the name of its container; its neighbour has `-b` at its end. */
  readonly id: string;
  readonly folder: string;
}

/** Writes the lab into the folder. */
export function writePastLab(parent: string, id: string): PastLab {
  const folder = `${parent}/${id}`;
  Deno.mkdirSync(`${folder}/workspace`, { recursive: true });
  Deno.writeTextFileSync(`${folder}/lab.yaml`, labText(id));
  Deno.writeTextFileSync(`${folder}/workspace/menu.txt`, "sopa\n");
  return { id, folder };
}

function labText(id: string): string {
  return `format: 1
id: ${id}
title: { es: Lo que pasó, en: What happened }
concepts: [docker-cli]
minutes: 5
images: [busybox]
workspace: [menu.txt]
setup: ["docker run -d --name ${id} --network none busybox sleep 3000"]
tasks:
  - id: kill
    title: { es: Mátalo, en: Kill it }
    text: { es: "Mata \`${id}\`.", en: "Kill \`${id}\`." }
    checks:
      - event: { container: ${id}, action: kill }
    explanation: { es: "kill manda SIGKILL.", en: "kill sends SIGKILL." }
    solution: ["docker kill ${id}"]
    mistakes:
      - { run: ["docker stop -t 0 ${id}"], fails: "event container ${id} kill", says: "docker kill" }
  - id: again
    title: { es: Otra vez, en: Again }
    text: { es: "Arráncalo después.", en: "Start it afterwards." }
    needs: [kill]
    checks:
      - event: { container: ${id}, action: start }
        after: { container: ${id}, action: die, exitCode: 137 }
    explanation: { es: "start lo arranca.", en: "start starts it." }
    solution: ["docker start ${id}"]
  - id: inside
    title: { es: Mira dentro, en: Look inside }
    text: { es: "Ejecuta \`ls /tmp\` en \`${id}\`.", en: "Run \`ls /tmp\` in \`${id}\`." }
    checks:
      - event: { container: ${id}, action: exec_start, command: "ls /tmp" }
      - exec: ${id}
        run: [ls, /]
        stdout: { matches: bin }
    explanation: { es: "exec entra.", en: "exec goes in." }
    solution: ["docker exec ${id} ls /tmp"]
  - id: files
    title: { es: Copia el menú, en: Copy the menu }
    text:
      es: "Escribe pescado en \`menu.txt\` y cópialo a \`/menu.txt\` de \`${id}\`, con permisos 644."
      en: "Write pescado into \`menu.txt\` and copy it to \`/menu.txt\` of \`${id}\`, with permissions 644."
    checks:
      - file: menu.txt
        content: "pescado"
      - file: "${id}:/menu.txt"
        type: file
        mode: "644"
        content: { contains: pescado }
    explanation: { es: "cp copia.", en: "cp copies." }
    solution: [{ file: menu.txt, content: "pescado\\n" }, "docker cp menu.txt ${id}:/menu.txt"]
`;
}
