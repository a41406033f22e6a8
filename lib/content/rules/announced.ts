/** What a lab uses is announced at its top: ports it publishes, images it starts from, what the engine must offer. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
import type { Check } from "../schema/check.ts";
import type { Lab } from "../schema/lab.ts";
import { quoted } from "../shown.ts";

/** Warnings: `prepare` cannot look for what is not announced. */
export function announced(lab: Lab): readonly Finding[] {
  const findings: Finding[] = [];
  const images = lab.images.map(withTag);
  const built = lab.tasks.some(({ solution }) =>
    solution.some((step) =>
      typeof step === "string" && /^docker\s+(?:\w+\s+)?(?:build|commit|tag|load|import|compose)\b/.test(step)
    )
  );
  lab.tasks.forEach(({ checks }, task) =>
    checks.forEach((check, index) => {
      const at = ["tasks", task, "checks", index];
      const port = hostPort(check);
      if (port !== undefined && !lab.ports.includes(port)) findings.push(port_(port, [...at, check.kind]));
      if (check.kind !== "container" && check.kind !== "service" || built) return;
      for (const { field, matcher } of check.expects) {
        if (field !== "image" || matcher.is !== "equal") continue;
        const image = String(matcher.value);
        if (!images.includes(withTag(image))) findings.push(image_(image, [...at, "image"]));
      }
    })
  );
  lab.setup.forEach((line, index) => {
    if (!/^docker\s+(?:container\s+)?(?:run|create)\s/.test(line)) return;
    const words = line.split(/\s+/).map(withTag);
    if (!words.some((word) => images.includes(word))) findings.push(setup(["setup", index]));
  });
  return [...findings, ...needs(lab)];
}

function hostPort(check: Check): number | undefined {
  if (check.kind === "tcp") return check.port;
  return check.kind === "http" ? Number(URL.parse(check.url)?.port || 80) : undefined;
}

/** Kinds of check that only mean something on an engine with Compose, or in a swarm. */
const swarmKinds: ReadonlySet<string> = new Set(["swarm", "node", "service", "secret", "config", "stack"]);

/** Told once each, at the first check of the kind. */
function needs(lab: Lab): readonly Finding[] {
  const { requires = {} } = lab;
  const first = (is: (kind: string) => boolean): DataPath | undefined => {
    const task = lab.tasks.findIndex(({ checks }) => checks.some(({ kind }) => is(kind)));
    const check = lab.tasks[task]?.checks.findIndex(({ kind }) => is(kind)) ?? -1;
    const kind = lab.tasks[task]?.checks[check]?.kind;
    return kind && ["tasks", task, "checks", check, kind];
  };
  const compose = requires.compose === undefined ? first((kind) => kind === "compose") : undefined;
  const swarm = requires.swarm === undefined ? first((kind) => swarmKinds.has(kind)) : undefined;
  return [
    ...(compose ? [need(compose, "Compose", "requires: { compose: true }")] : []),
    ...(swarm ? [need(swarm, "swarm", "requires: { swarm: active }", "inactive")] : []),
  ];
}

function need(at: DataPath, what: string, line: string, or?: string): Finding {
  return {
    at,
    severity: "warning",
    code: "need-not-listed",
    what: {
      es: `El laboratorio usa ${what} y no lo dice en «requires»`,
      en: `The lab uses ${what} and does not say so in "requires"`,
    },
    next: {
      es: `Añade «${line}»${or === undefined ? "" : `; con «${or}» si la tarea es crearlo`}.`,
      en: `Add "${line}"${or === undefined ? "" : `; with "${or}" where making it is the task`}.`,
    },
  };
}

function withTag(image: string): string {
  return /[:@]/.test(image.slice(image.lastIndexOf("/") + 1)) ? image : `${image}:latest`;
}

function port_(port: number, at: DataPath): Finding {
  return {
    at,
    severity: "warning",
    code: "port-not-listed",
    what: {
      es: `El puerto ${port} no está en «ports» del laboratorio`,
      en: `Port ${port} is not in "ports" of the lab`,
    },
    next: { es: `Añade «ports: [${port}]».`, en: `Add "ports: [${port}]".` },
  };
}

function image_(image: string, at: DataPath): Finding {
  return {
    at,
    severity: "warning",
    code: "image-not-listed",
    what: {
      es: `La imagen ${quoted(image)} no está en «images» del laboratorio`,
      en: `Image ${quoted(image)} is not in "images" of the lab`,
    },
    next: { es: `Añade «images: [${image}]».`, en: `Add "images: [${image}]".` },
  };
}

function setup(at: DataPath): Finding {
  return {
    at,
    severity: "warning",
    code: "image-not-listed",
    what: {
      es: "La imagen de esta orden no está en «images» del laboratorio",
      en: 'The image of this command is not in "images" of the lab',
    },
    next: { es: "Añádela a «images».", en: 'Add it to "images".' },
  };
}
