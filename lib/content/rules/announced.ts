/** What a lab uses is announced at its top: the ports it publishes and the images it starts from. */

import type { DataPath } from "../data_path.ts";
import type { Finding } from "../problem.ts";
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
      if (check.kind === "http") {
        const port = Number(URL.parse(check.url)?.port || 80);
        if (!lab.ports.includes(port)) findings.push(port_(port, [...at, "http"]));
      }
      if (check.kind !== "container" || built) return;
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
  return findings;
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
