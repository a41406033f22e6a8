/** Verbs of `docker container` and their short forms. */

import type { VerbSpec } from "./verb.ts";

/** What `run` and `create` share. */
const createFlags = `
  --add-host list; --annotation env; -a --attach list; --blkio-weight int =0; --blkio-weight-device list
  --cap-add list; --cap-drop list; --cgroup-parent text; --cgroupns text; --cidfile path; --cpu-count int
  --cpu-percent int; --cpu-period int; --cpu-quota int; --cpu-rt-period int; --cpu-rt-runtime int
  -c --cpu-shares int; --cpus decimal; --cpuset-cpus text; --cpuset-mems text; --device list
  --device-cgroup-rule list; --device-read-bps list; --device-read-iops list; --device-write-bps list
  --device-write-iops list; --disable-content-trust =true; --dns seq; --dns-option --dns-opt list
  --dns-search seq; --domainname text; --entrypoint text; -e --env env; --env-file seq; --expose list
  --group-add list; --health-cmd text; --health-interval duration =0s; --health-retries int
  --health-start-interval duration =0s; --health-start-period duration =0s; --health-timeout duration =0s
  -h --hostname text; --init; -i --interactive; --io-maxbandwidth bytes; --io-maxiops int; --ip text; --ip6 text
  --ipc text; --isolation text; --kernel-memory bytes; -l --label env; --label-file list; --link list
  --link-local-ip list; --log-driver text; --log-opt list; --mac-address text; -m --memory bytes
  --memory-reservation bytes; --memory-swap bytes; --memory-swappiness int =-1; --mount mount; --name text
  --network --net network =bridge; --network-alias --net-alias list; --no-healthcheck; --oom-kill-disable
  --oom-score-adj int; --pid text; --pids-limit int; --platform text; --privileged; -p --publish port
  -P --publish-all; --pull text =missing; -q --quiet; --read-only; --restart restart =no; --rm; --runtime text
  --security-opt list; --shm-size bytes; --stop-signal signal; --stop-timeout int; --storage-opt list
  --sysctl env; --tmpfs tmpfs; -t --tty; --ulimit list; --use-api-socket; -u --user text; --userns text
  --uts text; -v --volume volume; --volume-driver text; --volumes-from list; -w --workdir text`;

export const containerVerbs: readonly VerbSpec[] = [
  {
    names: "container attach, attach",
    takes: "CONTAINER",
    flags: "--detach-keys text; --no-stdin; --sig-proxy =true",
  },
  {
    names: "container commit, commit",
    takes: "CONTAINER [IMAGE]",
    flags: "-a --author text; -c --change seq; -m --message text; -p --pause =true",
  },
  {
    names: "container cp, cp",
    takes: "SOURCE TARGET",
    flags: "-a --archive; -L --follow-link; -q --quiet",
  },
  {
    names: "container create, create",
    takes: "IMAGE [COMMAND...]",
    flags: createFlags,
  },
  {
    names: "container diff, diff",
    takes: "CONTAINER",
    flags: "",
  },
  {
    names: "container exec, exec",
    takes: "CONTAINER COMMAND...",
    flags: `
      -d --detach; --detach-keys text; -e --env env; --env-file seq; -i --interactive; --privileged; -t --tty
      -u --user text; -w --workdir text`,
  },
  {
    names: "container export, export",
    takes: "CONTAINER",
    flags: "-o --output path",
  },
  {
    names: "container inspect",
    takes: "CONTAINER...",
    flags: "-f --format text; -s --size",
  },
  {
    names: "container kill, kill",
    takes: "CONTAINER...",
    flags: "-s --signal signal =KILL",
  },
  {
    names: "container logs, logs",
    takes: "CONTAINER",
    flags: `
      --details; -f --follow; --since text; -n --tail text =all; -t --timestamps; --until text`,
  },
  {
    names: "container ls, container list, container ps, ps",
    takes: "",
    flags: `
      -a --all; -f --filter list; --format text; -n --last int =-1; -l --latest; --no-trunc; -q --quiet
      -s --size`,
  },
  {
    names: "container pause, pause",
    takes: "CONTAINER...",
    flags: "",
  },
  {
    names: "container port, port",
    takes: "CONTAINER [PORT]",
    flags: "",
  },
  {
    names: "container prune",
    takes: "",
    flags: "--filter list; -f --force",
  },
  {
    names: "container rename, rename",
    takes: "CONTAINER NAME",
    flags: "",
  },
  {
    names: "container restart, restart",
    takes: "CONTAINER...",
    flags: "-s --signal signal; -t --timeout --time int",
  },
  {
    names: "container rm, container remove, rm",
    takes: "CONTAINER...",
    flags: "-f --force; -l --link; -v --volumes",
  },
  {
    names: "container run, run",
    takes: "IMAGE [COMMAND...]",
    flags: createFlags + `;
      -d --detach; --detach-keys text; --sig-proxy =true`,
  },
  {
    names: "container start, start",
    takes: "CONTAINER...",
    flags: `
      -a --attach; --checkpoint text; --checkpoint-dir text; --detach-keys text; -i --interactive`,
  },
  {
    names: "container stats, stats",
    takes: "[CONTAINER...]",
    flags: "-a --all; --format text; --no-stream; --no-trunc",
  },
  {
    names: "container stop, stop",
    takes: "CONTAINER...",
    flags: "-s --signal signal; -t --timeout --time int",
  },
  {
    names: "container top, top",
    takes: "CONTAINER [COMMAND...]",
    flags: "",
  },
  {
    names: "container unpause, unpause",
    takes: "CONTAINER...",
    flags: "",
  },
  {
    names: "container update, update",
    takes: "CONTAINER...",
    flags: `
      --blkio-weight int =0; --cpu-period int; --cpu-quota int; --cpu-rt-period int; --cpu-rt-runtime int
      -c --cpu-shares int; --cpus decimal; --cpuset-cpus text; --cpuset-mems text; -m --memory bytes
      --memory-reservation bytes; --memory-swap bytes; --pids-limit int; --restart restart`,
  },
  {
    names: "container wait, wait",
    takes: "CONTAINER...",
    flags: "",
  },
];
