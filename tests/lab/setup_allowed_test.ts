/** Tests of what a lab file may make docker do by itself. */

import assert from "node:assert/strict";
import { commandWords } from "../../lib/lab/command_words.ts";
import { setupProblem, setupProblems, stepProblem } from "../../lib/lab/setup_allowed.ts";

const setup = (line: string) => setupProblem(commandWords(line) ?? []);
const step = (line: string) => stepProblem(commandWords(line) ?? []);

Deno.test("setup may create, start, stop and connect", () => {
  const lines = [
    "docker run -d --name bitacora busybox sh -c 'trap \"exit 0\" TERM; sleep 86400 & wait'",
    "docker run -dit --name web -p 8080:80 -e MODE=prueba -v datos:/data:ro --restart=always nginx:1.27",
    "docker container run --detach --mount type=volume,source=datos,target=/data,readonly busybox sleep 1d",
    "docker create --name c --tmpfs /tmp -m 64m --cpus 0.5 --network backend busybox",
    "docker run -d -v /data busybox sleep 1d",
    "docker volume create datos",
    "docker network create --subnet 10.9.0.0/24 --driver bridge backend",
    "docker tag busybox mi-caja:1",
    "docker start web",
    "docker stop -t 1 web",
    "docker pause web",
    "docker network connect --alias db backend web",
  ];
  for (const line of lines) assert.equal(setup(line), undefined, `${line}: ${setup(line)?.en}`);
});

Deno.test("setup may not reach out of its containers, nor wait, nor remove", () => {
  const lines = [
    "docker run --name web nginx",
    "docker run -d=false nginx",
    "docker run -d --privileged busybox",
    "docker run -d -v /:/host busybox",
    "docker run -d -v ./x:/x busybox",
    "docker run -d -v $PWD:/x busybox",
    "docker run -d -v ~/x:/x busybox",
    "docker run -d -v /a:/b:ro busybox",
    "docker run -d --volume=/var/run/docker.sock:/s busybox",
    "docker run -d --mount type=bind,source=/,target=/h busybox",
    "docker run -d --mount source=/,target=/h,type=bind busybox",
    "docker run -d --mount type=volume,target=/h,type=bind,source=/ busybox",
    "docker run -d --mount type=volume,target=/h,volume-opt=device=/,volume-opt=o=bind busybox",
    "docker run -d --mount type=volume,source=../x,target=/h busybox",
    "docker run -d --network host busybox",
    "docker run -d --net=host busybox",
    "docker run -d --network name=host busybox",
    "docker run -d --network container:otro busybox",
    "docker run -d --pid host busybox",
    "docker run -d --device /dev/kvm busybox",
    "docker run -d --cap-add SYS_ADMIN busybox",
    "docker run -d --security-opt seccomp=unconfined busybox",
    "docker run -d --volumes-from otro busybox",
    "docker run -d --env-file /etc/passwd busybox",
    "docker run -d -e HOME busybox",
    "docker run -d --volume-driver x -v a:/b busybox",
    "docker volume create -o type=none -o o=bind -o device=/ raiz",
    "docker volume create --driver otro datos",
    "docker network create -d macvlan red",
    "docker -H tcp://otro:2375 run -d busybox",
    "docker --context otro volume create x",
    "docker --config /tmp volume create x",
    "docker rm -f web",
    "docker exec web sh",
    "docker cp web:/x /y",
    "docker build .",
    "docker system prune -f",
    "podman run -d busybox",
    "docker",
    "",
  ];
  for (const line of lines) {
    const problem = setup(line);
    assert.ok(problem, line);
    assert.ok(problem.es !== "" && problem.en !== "");
  }
});

Deno.test("setup has no other spelling for the host: joined, quoted, repeated, in capitals, in the long form", () => {
  const lines = [
    "docker run -d -v/:/h busybox",
    "docker run -d -v=/:/h busybox",
    "docker run -dv /:/h busybox",
    "docker run -d --name=x -v/:/h busybox",
    "docker container run -d --volume /:/h busybox",
    "docker run -d -v datos:/d -v /:/h busybox",
    "docker run -d -v ..:/h busybox",
    "docker run -d -v C:/Users:/h busybox",
    "docker run -d -v datos:/d/$PWD busybox",
    "docker run -d --mount 'type=volume,source=datos,source=/,target=/h' busybox",
    "docker run -d --mount 'type=volume,\"type=bind\",source=/,target=/h' busybox",
    'docker run -d --mount \'"type=bind","source=/",target=/h\' busybox',
    "docker run -d --mount TYPE=bind,source=/,target=/h busybox",
    "docker run -d --mount 'type=Bind,src=/,dst=/h' busybox",
    "docker run -d --mount 'type= bind,src=/,dst=/h' busybox",
    "docker run -d --mount type=npipe,src=x,dst=/h busybox",
    "docker run -d --mount type=volume,volume-driver=x,source=a,target=/h busybox",
    "docker run -d --mount '\n\ntype=bind,source=/,target=/h' busybox",
    "docker run -d --network HOST busybox",
    "docker run -d --network Container:otro busybox",
    "docker run -d --network name=backend,name=host busybox",
    "docker run -d --network '\"name=host\"' busybox",
    "docker run -d --network 'Name=host' busybox",
    "docker run -d --network 'name =host' busybox",
    "docker run -d --network alias=x,name=host busybox",
    "docker run -d --net backend --net host busybox",
    "docker run -d --pid=host busybox",
    "docker run -d --uts host --ipc host --userns host busybox",
    "docker run -d --cgroup-parent / busybox",
    "docker run -d --use-api-socket busybox",
    "docker run -d --label grumete.lab=otro busybox",
    "docker volume create --label grumete.lab=otro v",
    "docker RUN -d busybox",
    "docker run -d --VOLUME /:/h busybox",
    "docker run --detach --detach=false busybox",
  ];
  for (const line of lines) assert.ok(setup(line), line);
  // Behind the image stands the program's own command, which docker does not read.
  assert.equal(setup("docker run -d busybox sh -c 'sleep 1d' -v /:/h --privileged"), undefined);
});

Deno.test("setup has none of the ways out of a container, in any spelling of any of them", () => {
  const flags = [
    ...["--volumes-from otro", "--volumes-from=otro:ro", "--device /dev/sda", "--device=/dev/kvm:/dev/kvm:rwm"],
    ...["--device-cgroup-rule 'c 1:3 rwm'", "--device-read-bps /dev/sda:1", "--gpus all", "--runtime otro"],
    ...["--pid=host", "--pid container:otro", "--ipc=host", "--ipc container:otro", "--uts=host", "--userns=host"],
    ...["--cgroupns=host", "--cgroup-parent=/", "--network=host", "--net=host", "--net container:otro"],
    ...["--privileged", "--privileged=true", "--privileged=1", "--cap-add=ALL", "--cap-add SYS_ADMIN"],
    ...["--security-opt=seccomp=unconfined", "--security-opt apparmor=unconfined", "--security-opt label=disable"],
    ...["--sysctl net.ipv4.ip_forward=1", "--group-add docker", "--oom-kill-disable", "--oom-score-adj=-1000"],
    ...["--env-file=/etc/shadow", "--label-file /etc/passwd", "--cidfile /tmp/x", "--log-driver=syslog"],
    ...["--log-opt syslog-address=tcp://otro:514", "--add-host web:1.2.3.4", "--dns 1.2.3.4", "--link otro:x"],
    ...["--volume-driver=local", "--storage-opt size=1T", "--isolation=process", "--blkio-weight 1000"],
    ...["--mount=type=bind,src=/,dst=/h", "--mount type=bind,src=/,dst=/h", "--mount=source=/,target=/h"],
    ...["--mount type=bind,src=.,dst=/h", "--mount type=volume,src=a,dst=/h,volume-opt=type=none", "--mount ''"],
    ...["--mount=type=volume,src=a,dst=/h,bind-propagation=rshared", "--mount type=image,src=a,dst=/h"],
    ...["-v /:/h", "-v=/:/h", "-v/:/h", "--volume /:/h", "--volume=/:/h:ro", "-v //:/h", "-v /./:/h", "-v ~:/h"],
    ...["-v .:/h", "-v ./:/h", "-v ../:/h", "-v a/b:/h", "-v '/ :/h'", "-v $HOME:/h", "-v '$(pwd):/h'", "-v :/h"],
    ...["-e HOME", "--env=PATH", "--env AWS_SECRET_ACCESS_KEY", "--label grumete.attempt=x", "-l grumete.x=1"],
    ...["--ip 8.8.8.8", "--ip6 fd00::1", "--disable-content-trust", "--use-api-socket", "--annotation a=b"],
  ];
  for (const flag of flags) {
    for (const verb of ["run -d", "container run -d", "create", "container create"]) {
      assert.ok(setup(`docker ${verb} ${flag} busybox`), `${verb} ${flag}`);
      assert.ok(setup(`docker ${verb} --name x ${flag} --rm busybox sh`), `${verb} ${flag}`);
    }
  }
});

Deno.test("setup reaches no other engine, no other program and nothing that it has not made", () => {
  const lines = [
    ...["docker -H unix:///x run -d a", "docker -Htcp://x:1 run -d a", "docker --host=x run -d a"],
    ...["docker -c otro run -d a", "docker --context=otro run -d a", "docker --config=/tmp run -d a"],
    ...["docker --tls run -d a", "docker --tlscacert /x run -d a", "docker -l debug run -d a", "docker -D run -d a"],
    ...["docker exec web sh", "docker container exec web sh", "docker cp /etc web:/x", "docker cp web:/x /etc"],
    ...["docker build .", "docker build -t x /", "docker buildx build .", "docker image build .", "docker import x"],
    ...["docker load -i x", "docker save x", "docker export x", "docker commit web x", "docker push x", "docker login"],
    ...[
      "docker pull x",
      "docker rm -f web",
      "docker rename web otra",
      "docker update --restart no web",
      "docker kill web",
    ],
    ...["docker plugin install x", "docker trust sign x", "docker checkpoint create web c", "docker attach web"],
    ...["docker compose up -d", "docker-compose up -d", "docker stack deploy -c s.yaml s", "docker service create x"],
    ...["docker swarm init", "docker swarm leave --force", "docker node update --availability drain x"],
    ...["docker secret create a /etc/shadow", "docker config create a /etc/passwd", "docker context use otro"],
    ...[
      "docker volume rm x",
      "docker network rm x",
      "docker image rm x",
      "docker volume prune -f",
      "docker network prune",
    ],
    ...[
      "docker network disconnect red web",
      "docker network create -o parent=eth0 red",
      "docker network create --config-only r",
    ],
    ...[
      "docker network create -d host red",
      "docker network create -d=ipvlan red",
      "docker network create -d overlay red",
    ],
    ...[
      "docker network create --scope swarm red",
      "docker network create --ipam-driver x red",
      "docker network create --ingress r",
    ],
    ...["docker network create --subnet 8.8.8.0/24 red", "docker network create --subnet=0.0.0.0/0 red"],
    ...[
      "docker network create --subnet 10.0.0.0/8 --gateway 1.1.1.1 red",
      "docker network create --ip-range 9.0.0.0/8 r",
    ],
    ...[
      "docker volume create -d otro v",
      "docker volume create --opt type=none v",
      "docker volume create -o=device=/ v",
    ],
    ...["docker volume create --opt=o=bind --name v", "docker volume create --scope single v", "docker start -a web"],
    ...["docker start --attach --interactive web", "sh -c docker", "/bin/sh", "docker.sh run", "sudo docker run -d a"],
  ];
  for (const line of lines) assert.ok(setup(line), line);
});

Deno.test("setup starts, stops, pauses and connects only containers that it has made", () => {
  const problems = (...lines: readonly string[]) => setupProblems(lines).map(({ index }) => index);
  assert.deepEqual(problems("docker create --name web busybox", "docker start web", "docker stop web"), []);
  assert.deepEqual(problems("docker run -d --name a --name web busybox", "docker network connect red web"), []);
  assert.deepEqual(problems("docker stop suya"), [0]);
  assert.deepEqual(problems("docker start web", "docker create --name web busybox"), [0]);
  assert.deepEqual(problems("docker create --name web busybox", "docker pause web suya"), [1]);
  assert.deepEqual(problems("docker network connect red suya", "docker rm x"), [0, 1]);
});

Deno.test("a solution may use any verb, but on the learner's own engine", () => {
  for (
    const line of [
      "docker rm -f web",
      "docker run -v $PWD/html:/x busybox",
      "docker exec web sh -c 'echo hola'",
      "docker context ls",
    ]
  ) {
    assert.equal(step(line), undefined, line);
  }
  for (
    const line of [
      "docker -H x ps",
      "docker --host=x ps",
      "docker --context x ps",
      "docker context use x",
      "docker login",
      "rm -rf /",
    ]
  ) {
    assert.ok(step(line), line);
  }
});

Deno.test("a solution may make and use contexts in a configuration that is in the workspace, and nowhere else", () => {
  for (
    const line of [
      "docker --config consola context create lejos --docker host=tcp://localhost:12376",
      "docker --config consola context use lejos",
      "docker --config consola --context lejos ps",
    ]
  ) {
    assert.equal(step(line), undefined, line);
  }
  for (
    const line of [
      "docker --config /root/.docker context use lejos",
      "docker --config ../../.docker context use lejos",
      "docker --config .. context use lejos",
      "docker --config ~ context use lejos",
      "docker --config $HOME/.docker context use lejos",
      "docker --config=consola context use lejos",
      "docker --config consola --context",
      "docker --config consola -H tcp://x ps",
      "docker --config consola --config /root/.docker context use lejos",
      "docker --config consola",
      "docker --context lejos --config consola ps",
      "rm --config consola ps",
    ]
  ) {
    assert.ok(step(line), line);
  }
});

Deno.test("a command line is split into words as a shell does, without doing anything else of a shell", () => {
  assert.deepEqual(commandWords(`docker exec web sh -c "echo 'a b' > /x"`), [
    "docker",
    "exec",
    "web",
    "sh",
    "-c",
    "echo 'a b' > /x",
  ]);
  assert.deepEqual(commandWords(`a 'b "c"' d\\ e "" f"g"'h'`), ["a", 'b "c"', "d e", "", "fgh"]);
  assert.deepEqual(commandWords(`"a\\"b\\$c\\d"`), ['a"b$c\\d']);
  assert.deepEqual(commandWords("a \\\n  b $(x) | y"), ["a", "b", "$(x)", "|", "y"]);
  assert.equal(commandWords(`a "b`), undefined);
  assert.deepEqual(commandWords("  "), []);
});
