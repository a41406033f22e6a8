/** The areas of the course by name, in its order. */

import type { Concept } from "./schema/concept.ts";
import type { Text } from "./text.ts";

export type Area = Concept["area"];

export const areaNames: Readonly<Record<Area, Text>> = {
  "virtualization": { es: "Virtualización", en: "Virtualization" },
  "virtual-machines": { es: "Máquinas virtuales", en: "Virtual machines" },
  "hypervisors": { es: "Hipervisores", en: "Hypervisors" },
  "containers": { es: "Contenedores", en: "Containers" },
  "vm-vs-container": { es: "VM frente a contenedor", en: "VM versus container" },
  "docker-architecture": { es: "Arquitectura de Docker", en: "Docker architecture" },
  "docker-objects": { es: "Objetos de Docker", en: "Docker objects" },
  "images": { es: "Imágenes", en: "Images" },
  "storage": { es: "Almacenamiento", en: "Storage" },
  "networking": { es: "Redes", en: "Networking" },
  "compose": { es: "Compose", en: "Compose" },
  "orchestration-kubernetes": { es: "Orquestación y Kubernetes", en: "Orchestration and Kubernetes" },
  "cloud-and-registry": { es: "Nube y registros", en: "Cloud and registries" },
};
