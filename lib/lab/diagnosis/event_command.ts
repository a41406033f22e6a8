/** The command after which docker tells an event, where there is one. */

import type { EventFilter, EventType } from "../../content/schema/checks/event.ts";
import { wanted } from "./wanted.ts";

/** NAME, IMAGE, SIGNAL, COMMAND and CONTAINER stand for what the filter asks for. */
const commands: Readonly<Record<EventType, Readonly<Record<string, string>>>> = {
  container: {
    attach: "docker attach NAME",
    commit: "docker commit NAME …",
    create: "docker create --name NAME IMAGE",
    destroy: "docker rm NAME",
    exec_create: "docker exec NAME COMMAND",
    exec_die: "docker exec NAME COMMAND",
    exec_start: "docker exec NAME COMMAND",
    export: "docker export -o … NAME",
    kill: "docker kill NAME",
    pause: "docker pause NAME",
    prune: "docker container prune",
    rename: "docker rename … NAME",
    restart: "docker restart NAME",
    start: "docker start NAME",
    stop: "docker stop NAME",
    top: "docker top NAME",
    unpause: "docker unpause NAME",
    update: "docker update … NAME",
  },
  image: {
    delete: "docker rmi NAME",
    import: "docker import … NAME",
    load: "docker load -i …",
    prune: "docker image prune",
    pull: "docker pull NAME",
    push: "docker push NAME",
    save: "docker save -o … NAME",
    tag: "docker tag … NAME",
    untag: "docker rmi NAME",
  },
  volume: { create: "docker volume create NAME", destroy: "docker volume rm NAME", prune: "docker volume prune" },
  network: {
    connect: "docker network connect NAME CONTAINER",
    create: "docker network create NAME",
    destroy: "docker network rm NAME",
    disconnect: "docker network disconnect NAME CONTAINER",
    prune: "docker network prune",
    remove: "docker network rm NAME",
  },
  service: {
    create: "docker service create --name NAME …",
    remove: "docker service rm NAME",
    update: "docker service update … NAME",
  },
  node: { remove: "docker node rm NAME", update: "docker node update … NAME" },
  secret: { create: "docker secret create NAME …", remove: "docker secret rm NAME" },
  config: { create: "docker config create NAME …", remove: "docker config rm NAME" },
};

/** Of the first action that is meant. */
export function commandFor({ type, name, actions: [action = ""], ...more }: EventFilter): string | undefined {
  const killed = action === "die" && more.exitCode && wanted(more.exitCode) === 128 + 9;
  const verb = killed ? "kill" : action;
  const template = Object.hasOwn(commands[type], verb) ? commands[type][verb] : undefined;
  const word = (matcher: EventFilter["name"]) => String((matcher && wanted(matcher)) ?? "…");
  const signal = more.signal && wanted(more.signal);
  const parts: Readonly<Record<string, string>> = {
    NAME: word(name),
    IMAGE: word(more.image),
    COMMAND: word(more.command),
    CONTAINER: word(more.container),
  };
  return template?.replace(/\b(NAME|IMAGE|COMMAND|CONTAINER)\b/g, (part) => parts[part] ?? part)
    .replace("docker kill ", signal === undefined ? "docker kill " : `docker kill --signal ${signal} `);
}
