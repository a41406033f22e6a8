/** Docker commands compared by what they mean. */

import assert from "node:assert/strict";
import { compareLines } from "../../lib/quiz/command/match_line.ts";

function differences(accepted: string, typed: string, allowFlags: readonly string[] = []): readonly string[] {
  const compared = compareLines(accepted, typed, { allowFlags });
  return compared.kind === "equal" ? [] : compared.differences.map(({ es }) => es);
}

/** Each line holds commands that mean the same. */
const equal: readonly (readonly string[])[] = [
  [
    "docker ps",
    "docker container ls",
    "docker container list",
    "docker container ps",
    "/usr/bin/docker ps",
    "$ docker ps",
  ],
  ["docker ps -a", "docker ps --all", "docker ps -a=true", "docker ps --all=1", "docker container ls --all"],
  ["docker ps -aq", "docker ps -qa", "docker ps -q -a", "docker ps --quiet --all"],
  [
    "docker rmi nginx",
    "docker image rm nginx",
    "docker image remove nginx:latest",
    "docker rmi docker.io/library/nginx",
    "docker rmi index.docker.io/nginx",
  ],
  ["docker images", "docker image ls", "docker image list"],
  [
    "docker run -d --name web -p 8080:80 nginx",
    "docker container run --detach --name=web --publish 8080:80 nginx",
    "docker run -dp 8080:80 --name web nginx:latest",
    "docker run -d -p8080:80/tcp --name web library/nginx",
    "docker run --detach=true -p=8080:80 --name 'web' \"nginx\"",
    "docker run -p published=8080,target=80 --name web -d nginx",
    "docker run -dit=false -i=false --name web -p 8080:80 nginx",
    "docker run -d --name otro --name web -p 8080:80 nginx",
  ],
  ["docker run -it --rm alpine sh", "docker run --rm -ti alpine sh", "docker run --tty --interactive --rm alpine sh"],
  [
    "docker run -v datos:/data alpine",
    "docker run --volume datos:/data/ alpine",
    "docker run -v datos:/data:rw alpine",
    "docker run --mount type=volume,source=datos,target=/data alpine",
    "docker run --mount src=datos,dst=/data alpine",
    "docker run --mount destination=/data,source=datos,readonly=false alpine",
  ],
  ["docker run -v datos:/data:ro alpine", "docker run --mount source=datos,target=/data,ro alpine"],
  ["docker run --tmpfs /run:size=64m x", "docker run --mount type=tmpfs,dst=/run,tmpfs-size=67108864 x"],
  ["docker run --mount type=bind,src=.,dst=/a x", 'docker run --mount type=bind,source="$PWD",target=/a x'],
  [
    "docker run -v $PWD:/app x",
    "docker run -v $(pwd):/app x",
    'docker run -v "${PWD}":/app x',
    "docker run -v .:/app x",
  ],
  ["docker run -m 64m x", "docker run --memory=65536k x", "docker run --memory 67108864 x", "docker run -m 64MB x"],
  ["docker run --cpus 0.5 x", "docker run --cpus=.50 x"],
  ["docker run --restart no x", "docker run x", "docker run --pull missing x", "docker run --network default x"],
  ["docker run -e A=1 -e B=2 x", "docker run -e B=2 --env A=1 x", "docker run -e A=0 -e B=2 -e A=1 x"],
  ["docker run --health-interval 90s x", "docker run --health-interval 1m30s x"],
  ["docker rm -f a b", "docker rm a b --force", "docker container rm -f b a", "docker rm -f -- b a"],
  ["docker kill web", "docker kill -s SIGKILL web", "docker kill --signal 9 web", "docker kill -s kill web"],
  ["docker stop -t 5 web", "docker stop --time=5 web", "docker stop web --timeout 5", "docker stop -t 05 web"],
  ["docker logs -f --tail 10 web", "docker logs web -fn10", "docker container logs --follow -n 10 web"],
  [
    "docker build -t app .",
    "docker build . -t app:latest",
    "docker image build --tag=app ./ -f Dockerfile",
    "docker builder build -t app .",
  ],
  ["docker network create red", "docker network create -d bridge red", "docker network create --driver=bridge red"],
  ["docker volume create datos", "docker volume create --driver local datos"],
  ["docker inspect --type volume datos", "docker volume inspect datos"],
  ["docker info", "docker system info"],
  ["docker run --help", "docker help run", "docker container run --help"],
  ["docker volume", "docker volume --help", "docker help volume"],
  ["docker -H tcp://h:2375 ps", "docker --host=tcp://h:2375 container ls"],
  ["docker compose up -d", "docker-compose up --detach", "docker compose up -d --pull policy"],
  ["docker compose -f a.yml -p x ps", "docker compose --project-name x --file=./a.yml ps"].map((line) =>
    line.replace("./", "")
  ),
  ["docker compose stop a b", "docker compose stop b a"],
  ["docker service scale web=3", "docker service scale web=3 --detach=false"],
  ["docker stack rm app", "docker stack down app"],
  ["docker exec -it web sh -c 'echo $HOME'", 'docker exec -ti web sh -c "echo \\$HOME"'],
  ["docker ps --filter name=a --filter status=exited", "docker ps -f status=exited -f name=a"],
  ["docker cp web:/a .", "docker cp web:/a ./"],
  ["virsh list --all", "virsh 'list' \"--all\""],
];

Deno.test("commands that mean the same are equal, both ways", () => {
  for (const [first = "", ...others] of equal) {
    for (const other of others) {
      assert.deepEqual(differences(first, other), [], `${first} / ${other}`);
      assert.deepEqual(differences(other, first), [], `${other} / ${first}`);
    }
  }
});

/** Commands that differ, and what is said of the second one. */
const different: readonly (readonly [string, string, ...string[]])[] = [
  ["docker run --rm alpine", "docker run alpine", "Falta `--rm`"],
  ["docker run alpine", "docker run --rm alpine", "Sobra `--rm`"],
  ["docker run --name web x", "docker run --name wep x", "Pone `--name wep` y debía poner `--name web`"],
  ["docker run nginx:1.27", "docker run nginx:1.26", "La imagen es `nginx:1.26` y debía ser `nginx:1.27`"],
  ["docker ps", "docker images", "Has usado `docker images` y hacía falta `docker ps`"],
  ["docker ps", "docker ps --al", "La opción `--al` no existe aquí: ¿querías decir `--all`?"],
  ["docker run --name web x", "docker run -name web x", "La opción `-name` no existe aquí: ¿querías decir `--name`?"],
  ["docker ps -a", "docker ps -A", "La opción `-A` no existe aquí: ¿querías decir `-a`?"],
  ["docker start web", "docker strat web", "`docker strat` no existe: ¿querías decir `docker start`?"],
  ["docker volume ls", "docker volume lst", "`docker volume lst` no existe: ¿querías decir `docker volume ls`?"],
  ["docker ps", "docker list", "`docker list` no existe: ¿querías decir `docker ps`?"],
  ["docker ps", "dcoker ps", "`dcoker` no existe: ¿querías decir `docker`?"],
  ["docker ps", "podman ps", "La orden empieza por `docker`, no por `podman`"],
  ["docker stop web", "docker stop", "A `docker stop` le falta el contenedor"],
  ["docker run -d --name web x", "docker run -d --name web", "A `docker run` le falta la imagen"],
  ["docker ps", "docker ps web", "A `docker ps` le sobra `web`"],
  ["docker run -p 80:80 x", "docker run -p", "A `-p` le falta su valor"],
  ["docker run -d x", "docker run -d=sí x", "`-d` es un interruptor: no toma el valor `sí`"],
  ["docker stop -t 5 web", "docker stop -t cinco web", "`-t` pide un número entero, no `cinco`"],
  [
    "docker run -p 8080:80 x",
    "docker run -p 80:8080 x",
    "En `-p 80:8080` los puertos están al revés: primero el del anfitrión (host), después el del contenedor",
  ],
  ["docker run -p 8080:80 x", "docker run -p 8080:80/udp x", "Pone `-p 8080:80/udp` y debía poner `-p 8080:80`"],
  ["docker run -p 8080:80 -p 1:1 x", "docker run -p 8080:80 x", "Falta `-p 1:1`"],
  [
    "docker cp a b",
    "docker cp b a",
    "Están los argumentos que hacen falta, pero en otro orden, y el orden importa",
  ],
  ["docker tag a b", "docker tag b a", "Están los argumentos que hacen falta, pero en otro orden, y el orden importa"],
  ["docker rm a b", "docker rm a", "Falta el contenedor `b`"],
  ["docker rm a", "docker rm a b", "Sobra `b`"],
  ["docker run x sh", "docker run x", "Falta la orden que se ejecuta dentro del contenedor: `sh`"],
  ["docker exec web ls /", "docker exec web ls", "Dentro del contenedor se ejecutaría `ls` y debía ser `ls /`"],
  [
    "docker run x",
    "docker run x -d",
    "`-d` está detrás de donde acaban las opciones de docker: lo recibe la orden de dentro del contenedor",
    "Sobra la orden que se ejecuta dentro del contenedor: `-d`",
  ],
  ["docker run -e A=$B x", "docker run -e 'A=$B' x", "Pone `-e 'A=$B'` y debía poner `-e A=$B`"],
  ["docker compose -f a -f b up", "docker compose -f b -f a up", "El orden de los `--file` importa"],
  ["docker ps", "docker ps | wc", "Se pide una sola orden, sin `|`"],
  ["docker ps", "", "No has escrito ninguna orden"],
  [
    "docker run -v datos:/data x",
    "docker run -v datos:/data:ro x",
    "Pone `-v datos:/data:ro` y debía poner `-v datos:/data`",
  ],
  [
    "docker run -v /srv:/data x",
    "docker run --mount type=bind,src=/srv,dst=/data x",
    "Pone `--mount type=bind,src=/srv,dst=/data` y debía poner `-v /srv:/data`",
  ],
  ["docker save nginx", "docker save nginx:latest", "La imagen es `nginx:latest` y debía ser `nginx`"],
  ["docker run --memory 64m x", "docker run --memory 64g x", "Pone `--memory 64g` y debía poner `--memory 64m`"],
  ["virsh list --all", "virsh list", "Falta `--all`"],
  ["virsh list --all", "docker ps", "La orden empieza por `virsh`"],
  ["virsh start a", "virsh a start", "Están las palabras que hacen falta, pero en otro orden"],
];

Deno.test("commands that differ say how", () => {
  for (const [accepted, typed, ...expected] of different) {
    assert.deepEqual(differences(accepted, typed), expected, `${accepted} / ${typed}`);
  }
});

Deno.test("flags that may be there or not are not compared", () => {
  assert.deepEqual(differences("docker run alpine", "docker run --rm alpine", ["--rm"]), []);
  assert.deepEqual(differences("docker run --rm alpine", "docker run alpine", ["--rm"]), []);
  assert.deepEqual(differences("docker run alpine", "docker run -v a:/b --name x alpine", ["--volume", "--name"]), []);
  assert.deepEqual(differences("docker run alpine", "docker run --rm --init alpine", ["--rm"]), ["Sobra `--init`"]);
});
