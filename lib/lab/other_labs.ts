/** Who else is at work on the engine: another run of the same lab, and labs that use the same names. */

import type { Lab } from "../content/schema/lab.ts";
import { type Claim, claimOf } from "./claim.ts";
import type { Inventory } from "./inventory.ts";
import { attemptLabel, labLabel } from "./labels.ts";
import type { LabNames } from "./lab_names.ts";
import { code } from "./matching/printable.ts";
import { type Obstacle, obstacle } from "./obstacle.ts";

/** Prepared from another state folder, or by another learner on the same engine: two runs would take each other's names. */
export function otherRun(lab: Lab, now: Inventory): readonly Obstacle[] {
  const objects = [...now.containers, ...now.networks, ...now.volumes].filter(({ labels }) =>
    labels[labLabel] === lab.id
  );
  if (objects.length === 0) return [];
  const names = objects.map(({ name }) => code(name)).join(", ");
  const runs = new Set(objects.map(({ labels }) => labels[attemptLabel])).size;
  return [obstacle("other-run", lab.id, {
    es: `Este laboratorio ya está preparado en este motor desde otra carpeta de estado, o por otra persona: ${names}`,
    en: `This lab is prepared on this engine already, from another state folder or by somebody else: ${names}`,
  }, {
    es: `Sigue donde lo empezaste, o quita lo que ${runs > 1 ? "prepararon" : "preparó"} con ${
      code(`grumete cleanup ${lab.id}`)
    }`,
    en: `Go on where you began it, or remove what it prepared with ${code(`grumete cleanup ${lab.id}`)}`,
  }, [{ kind: "clean", commands: [], confirm: true }])];
}

/** Its own preparation was broken off, or is still going on: the second passes by itself. */
export function halfDone(lab: Lab): Obstacle {
  return obstacle("half-prepared", lab.id, {
    es: "La preparación de este laboratorio no ha terminado: se interrumpió, o la está haciendo otro grumete",
    en: "The preparation of this lab has not ended: it was interrupted, or another grumete is at it",
  }, {
    es: `Deshaz lo empezado con ${code(`grumete cleanup ${lab.id}`)}`,
    en: `Undo what was begun with ${code(`grumete cleanup ${lab.id}`)}`,
  }, [{ kind: "clean", commands: [], confirm: true }]);
}

/** Labs that are going on and would take, or have taken, names or ports that this one needs. */
export function otherLabs(
  lab: Lab,
  names: LabNames,
  now: Inventory,
  claims: readonly Claim[],
): readonly Obstacle[] {
  const wanted: Claim = claimOf(lab);
  const shared = new Map<string, Set<string>>();
  const share = (other: string, name: string) => {
    if (other !== lab.id) shared.set(other, (shared.get(other) ?? new Set()).add(name));
  };
  for (const claim of claims) {
    for (const kind of ["containers", "volumes", "networks", "images"] as const) {
      for (const name of claim[kind]) if (wanted[kind].includes(name)) share(claim.lab, name);
    }
    for (const port of claim.ports) if (wanted.ports.includes(port)) share(claim.lab, String(port));
  }
  for (const kind of ["containers", "volumes", "networks"] as const) {
    for (const { name, labels } of now[kind]) {
      const owner = labels[labLabel];
      if (owner !== undefined && names[kind].has(name)) share(owner, name);
    }
  }
  return [...shared].map(([other, common]) => {
    const list = [...common].map((name) => code(name)).join(", ");
    const mine = claims.some((claim) => claim.lab === other);
    const cleanup = code(`grumete cleanup ${other}`);
    return obstacle("other-lab", other, {
      es: `El laboratorio ${code(other)} está en marcha ${
        mine ? "" : "en este motor, desde otra carpeta de estado o por otra persona, "
      }y usa lo mismo que este: ${list}`,
      en: `The lab ${code(other)} is going on ${
        mine ? "" : "on this engine, from another state folder or by somebody else, "
      }and uses what this one uses: ${list}`,
    }, {
      es: mine ? `Acábalo, o límpialo con ${cleanup}` : `Espera a que acabe; quien lo empezó lo limpia con ${cleanup}`,
      en: mine
        ? `Finish it, or clean it up with ${cleanup}`
        : `Wait for its end; who began it cleans up with ${cleanup}`,
    }, mine ? [{ kind: "clean", commands: [], confirm: true }] : []);
  });
}
