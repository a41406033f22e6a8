/** What each fault is called in front of a learner, and how it is repaired. */

import { both, type Text } from "../content/text.ts";
import type { Fault, FaultKind } from "./fault.ts";

export interface FaultText {
  readonly what: Text;
  /** The next thing to try; commands in backquotes, one step per line. */
  readonly next: Text;
}

const texts: Readonly<Record<FaultKind, FaultText>> = {
  "binary-missing": {
    what: {
      es: 'No se puede ejecutar "docker": no está instalado o no está en el PATH',
      en: 'Cannot run "docker": it is not installed, or not on the PATH',
    },
    next: {
      es:
        "Instala Docker (en Debian o Ubuntu: `sudo apt install docker.io`) y abre otra terminal. En WSL activa la integración con tu distribución en los ajustes de Docker Desktop",
      en:
        "Install Docker (Debian or Ubuntu: `sudo apt install docker.io`) and open a new terminal. Under WSL turn on the integration with your distribution in the settings of Docker Desktop",
    },
  },
  "not-executable": {
    what: {
      es: 'No se puede ejecutar "docker": el archivo no es un programa que puedas ejecutar en esta máquina',
      en: 'Cannot run "docker": the file is not a program you may run on this machine',
    },
    next: {
      es: "Mira cuál es con `type -a docker`; quítalo del PATH o vuelve a instalar Docker",
      en: "See which one it is with `type -a docker`; take it off the PATH or install Docker again",
    },
  },
  "run-not-permitted": {
    what: {
      es: 'No se puede ejecutar "docker": Deno no tiene permiso para hacerlo',
      en: 'Cannot run "docker": Deno was not given the permission',
    },
    next: {
      es:
        "Arranca con `deno task start`, o añade `--allow-run=docker`; no cambies el PATH mientras el programa está abierto",
      en: "Start with `deno task start`, or add `--allow-run=docker`; do not change the PATH while the program is open",
    },
  },
  "daemon-down": {
    what: {
      es: 'No se puede hablar con el motor de Docker: el servicio "dockerd" no está en marcha',
      en: 'Cannot talk to the Docker engine: the service "dockerd" is not running',
    },
    next: {
      es:
        "Arráncalo: `sudo systemctl start docker` en Linux, o abre Docker Desktop. Si está en marcha, mira a dónde apunta el cliente: `docker context ls` y `echo $DOCKER_HOST`",
      en:
        "Start it: `sudo systemctl start docker` on Linux, or open Docker Desktop. If it is running, see where the client points: `docker context ls` and `echo $DOCKER_HOST`",
    },
  },
  "socket-permission": {
    what: {
      es: "No se puede hablar con el motor de Docker: tu usuario no tiene permiso sobre su socket",
      en: "Cannot talk to the Docker engine: your user has no permission for its socket",
    },
    next: {
      es:
        "Únete al grupo: `sudo usermod -aG docker $USER`, y después `newgrp docker` (o cierra la sesión y vuelve a entrar)",
      en: "Join the group: `sudo usermod -aG docker $USER`, then `newgrp docker` (or log out and in again)",
    },
  },
  "context-missing": {
    what: {
      es: "No se puede usar el contexto de Docker elegido: no existe",
      en: "Cannot use the chosen Docker context: it does not exist",
    },
    next: {
      es:
        "`docker context ls` muestra los que hay. Vuelve al normal sin `--context`, con `docker context use default` y, si está puesta la variable, `unset DOCKER_CONTEXT`",
      en:
        "`docker context ls` shows what there is. Go back to the usual one without `--context`, with `docker context use default` and, if the variable is set, `unset DOCKER_CONTEXT`",
    },
  },
  "endpoint-invalid": {
    what: {
      es: "No se puede usar la dirección del motor de Docker: está mal escrita, o le faltan sus certificados",
      en: "Cannot use the address of the Docker engine: it is badly written, or its certificates are missing",
    },
    next: {
      es:
        "Mira `echo $DOCKER_HOST` y `env | grep DOCKER_`; para usar el motor de esta máquina: `unset DOCKER_HOST DOCKER_TLS_VERIFY DOCKER_CERT_PATH`",
      en:
        "Look at `echo $DOCKER_HOST` and `env | grep DOCKER_`; to use the engine of this machine: `unset DOCKER_HOST DOCKER_TLS_VERIFY DOCKER_CERT_PATH`",
    },
  },
  "remote-unreachable": {
    what: {
      es: "No se puede llegar al motor de Docker: está en otra máquina que no responde",
      en: "Cannot reach the Docker engine: it is on another machine that does not answer",
    },
    next: {
      es:
        "Comprueba la red y la dirección (`docker context ls`), o vuelve al motor local: `unset DOCKER_HOST` y `docker context use default`",
      en:
        "Check the network and the address (`docker context ls`), or go back to the local engine: `unset DOCKER_HOST` and `docker context use default`",
    },
  },
  "not-docker": {
    what: {
      es: "No se puede hablar con el motor de Docker: en su dirección responde otro programa",
      en: "Cannot talk to the Docker engine: another program answers at its address",
    },
    next: {
      es:
        "Mira la dirección con `docker context ls` y `echo $DOCKER_HOST`; para volver a la normal: `unset DOCKER_HOST`",
      en:
        "Look at the address with `docker context ls` and `echo $DOCKER_HOST`; to go back to the usual one: `unset DOCKER_HOST`",
    },
  },
  "api-too-old": {
    what: {
      es: "No se puede hablar con el motor de Docker: el cliente es demasiado antiguo para él",
      en: "Cannot talk to the Docker engine: the client is too old for it",
    },
    next: {
      es: "Actualiza el cliente de Docker; si pusiste una versión a mano, `unset DOCKER_API_VERSION`",
      en: "Upgrade the Docker client; if you set a version by hand, `unset DOCKER_API_VERSION`",
    },
  },
  "api-too-new": {
    what: {
      es: "No se puede hablar con el motor de Docker: el cliente pide una versión que el motor aún no tiene",
      en: "Cannot talk to the Docker engine: the client asks for a version that the engine does not have yet",
    },
    next: {
      es: "Quita la versión puesta a mano: `unset DOCKER_API_VERSION`, o actualiza el motor",
      en: "Drop the version set by hand: `unset DOCKER_API_VERSION`, or upgrade the engine",
    },
  },
  "net-not-permitted": {
    what: {
      es: "No se puede preguntar al puerto publicado: Deno no tiene permiso para conectar con él",
      en: "Cannot ask the published port: Deno has no permission to connect to it",
    },
    next: {
      es:
        "`deno task start` solo deja conectar con esta máquina. Si el motor está en otra, ejecuta `deno run -A -q main.ts …`, o añade su nombre a `--allow-net`",
      en:
        "`deno task start` only lets connect to this machine. With an engine on another, run `deno run -A -q main.ts …`, or add its name to `--allow-net`",
    },
  },
  "port-unreachable": {
    what: {
      es: "No se puede preguntar al puerto publicado: está en la máquina del motor, que no deja llegar desde aquí",
      en: "Cannot ask the published port: it is on the engine's machine, which lets nobody in from here",
    },
    next: {
      es:
        "Verifica en esa máquina; o abre el puerto en su cortafuegos, y publícalo sin dirección (`-p 8080:80`) o con `0.0.0.0`",
      en:
        "Verify on that machine; or open the port in its firewall, and publish it without an address (`-p 8080:80`) or with `0.0.0.0`",
    },
  },
  "workspace-elsewhere": {
    what: {
      es: "No se puede mirar la carpeta de trabajo: está en la máquina de quien hace el laboratorio",
      en: "Cannot look at the workspace: it is on the machine of whoever does the lab",
    },
    next: { es: "Verifica en esa máquina", en: "Verify on that machine" },
  },
  "hung": {
    what: {
      es: "No se puede saber: Docker no respondió a tiempo",
      en: "Cannot tell: Docker did not answer in time",
    },
    next: {
      es: "Ejecuta `docker version`; si tampoco termina, `sudo systemctl restart docker` o reinicia Docker Desktop",
      en:
        "Run `docker version`; if that does not end either, `sudo systemctl restart docker`, or restart Docker Desktop",
    },
  },
  "stream-cut": {
    what: {
      es: "No se puede seguir leyendo: el motor de Docker cortó la conexión",
      en: "Cannot go on reading: the Docker engine cut the connection",
    },
    next: {
      es: "Suele pasar cuando el motor se reinicia: espera un momento y mira `docker version`",
      en: "It usually happens when the engine restarts: wait a moment and look at `docker version`",
    },
  },
  "swarm-off": {
    what: {
      es: "No se puede mirar el swarm: esta máquina no es manager de ningún swarm",
      en: "Cannot look at the swarm: this machine is not a swarm manager",
    },
    next: { es: "Créalo con `docker swarm init`", en: "Create one with `docker swarm init`" },
  },
  "swarm-worker": {
    what: {
      es: "No se puede mirar el swarm: esta máquina es worker, y solo un manager lo conoce",
      en: "Cannot look at the swarm: this machine is a worker, and only a manager knows it",
    },
    next: {
      es: "Hazlo desde un manager, o asciende esta máquina desde allí: `docker node promote NODO`",
      en: "Do it from a manager, or promote this one there: `docker node promote NODE`",
    },
  },
  "swarm-locked": {
    what: {
      es: "No se puede mirar el swarm: está bloqueado desde que el motor se reinició",
      en: "Cannot look at the swarm: it is locked since the engine was restarted",
    },
    next: {
      es: "Desbloquéalo con `docker swarm unlock` y la clave que dio `docker swarm unlock-key`",
      en: "Unlock it with `docker swarm unlock` and the key that `docker swarm unlock-key` gave",
    },
  },
  "swarm-leaderless": {
    what: {
      es: "No se puede mirar el swarm: no tiene líder, porque no responde la mitad de sus managers o más",
      en: "Cannot look at the swarm: it has no leader, because half of its managers or more do not answer",
    },
    next: {
      es:
        "Vuelve a arrancar esas máquinas; si están perdidas, empieza de nuevo con los servicios de esta: `docker swarm init --force-new-cluster`",
      en:
        "Start those machines again; if they are lost, begin anew with the services of this one: `docker swarm init --force-new-cluster`",
    },
  },
  "not-recorded": {
    what: {
      es: "No se puede saber: esta generación de Compose no lo deja apuntado",
      en: "Cannot tell: this generation of Compose does not record it",
    },
    next: {
      es: "Usa la segunda: instala `docker-compose-plugin` y vuelve a crear el proyecto con `docker compose up -d`",
      en: "Use the second one: install `docker-compose-plugin` and make the project again with `docker compose up -d`",
    },
  },
  "too-long": {
    what: {
      es: "Es demasiado largo para saberlo: solo se ha mirado una parte",
      en: "It is too long to tell: only a part of it was looked at",
    },
    next: {
      es: "Acórtalo si es cosa tuya; si no, avisa a quien escribió el laboratorio",
      en: "Make it shorter if it is yours; otherwise tell the author of the lab",
    },
  },
  "compose-missing": {
    what: {
      es: 'No se puede ejecutar "docker compose": falta el complemento',
      en: 'Cannot run "docker compose": the plugin is missing',
    },
    next: {
      es: "Instala el paquete `docker-compose-plugin` (viene con Docker Desktop)",
      en: "Install the package `docker-compose-plugin` (it comes with Docker Desktop)",
    },
  },
  "usage-bug": {
    what: {
      es: "No se puede preguntar a Docker: no entendió la orden de este programa",
      en: "Cannot ask Docker: it did not understand this program's command",
    },
    next: {
      es: "Es un fallo de este programa: cuéntalo junto con lo que escribe `docker version`",
      en: "This is a bug of this program: report it together with what `docker version` prints",
    },
  },
  "cancelled": {
    what: { es: "No se puede saber: la consulta se canceló", en: "Cannot tell: the look was cancelled" },
    next: { es: "Vuelve a comprobarlo", en: "Check again" },
  },
  "unknown": {
    what: {
      es: "No se puede saber: Docker dio un error que no conocemos",
      en: "Cannot tell: Docker gave an error we do not know",
    },
    next: {
      es: "Mira con `docker version` y `docker info` si Docker funciona fuera de aquí",
      en: "See with `docker version` and `docker info` whether Docker works outside of here",
    },
  },
};

/** Whether a name that was read somewhere is that of a fault. */
export function isFaultKind(name: string): name is FaultKind {
  return Object.hasOwn(texts, name);
}

/** In words, without the detail. */
export function faultText(kind: FaultKind): FaultText {
  return texts[kind];
}

/** `what` with docker's own words behind it, in one line. */
export function faultSentence(fault: Fault): Text {
  const detail = fault.detail.replaceAll("\n", " ");
  return both((lang) => detail === "" ? texts[fault.kind].what[lang] : `${texts[fault.kind].what[lang]} (${detail})`);
}
