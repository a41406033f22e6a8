/** Verbs of swarm mode: swarm, node, service, stack, config, secret. */

import type { VerbSpec } from "./verb.ts";

export const swarmVerbs: readonly VerbSpec[] = [
  {
    names: "swarm ca",
    takes: "",
    flags: "--cert-expiry duration =2160h0m0s; -d --detach; -q --quiet; --rotate",
  },
  {
    names: "swarm init",
    takes: "",
    flags: `
      --advertise-addr text; --autolock; --availability text =active; --cert-expiry duration =2160h0m0s
      --data-path-addr text; --data-path-port int; --default-addr-pool csv
      --default-addr-pool-mask-length int =24; --dispatcher-heartbeat duration =5s; --force-new-cluster
      --max-snapshots int; --snapshot-interval int =10000; --task-history-limit int =5; --listen-addr text`,
  },
  {
    names: "swarm join",
    takes: "ADDRESS",
    flags: `
      --advertise-addr text; --availability text =active; --data-path-addr text; --token text
      --listen-addr text`,
  },
  {
    names: "swarm join-token",
    takes: "ROLE",
    flags: "-q --quiet; --rotate",
  },
  {
    names: "swarm leave",
    takes: "",
    flags: "-f --force",
  },
  {
    names: "swarm unlock",
    takes: "",
    flags: "",
  },
  {
    names: "swarm unlock-key",
    takes: "",
    flags: "-q --quiet; --rotate",
  },
  {
    names: "swarm update",
    takes: "",
    flags: `
      --autolock; --cert-expiry duration =2160h0m0s; --dispatcher-heartbeat duration =5s; --max-snapshots int
      --snapshot-interval int =10000; --task-history-limit int =5`,
  },
  {
    names: "node demote",
    takes: "NODE...",
    flags: "",
  },
  {
    names: "node inspect",
    takes: "NODE...",
    flags: "-f --format text; --pretty",
  },
  {
    names: "node ls, node list",
    takes: "",
    flags: "-f --filter list; --format text; -q --quiet",
  },
  {
    names: "node promote",
    takes: "NODE...",
    flags: "",
  },
  {
    names: "node ps",
    takes: "[NODE...]",
    flags: "-f --filter list; --format text; --no-resolve; --no-trunc; -q --quiet",
  },
  {
    names: "node rm, node remove",
    takes: "NODE...",
    flags: "-f --force",
  },
  {
    names: "node update",
    takes: "NODE",
    flags: "--availability text; --label-add list; --label-rm list; --role text",
  },
  {
    names: "service create",
    takes: "IMAGE [COMMAND...]",
    flags: `
      --cap-add list; --cap-drop list; --config list; --constraint list; --container-label env; -d --detach
      --dns seq; --dns-option list; --dns-search seq; --endpoint-mode text =vip; --entrypoint text; -e --env env
      --env-file seq; --generic-resource list; --group list; --health-cmd text; --health-interval duration
      --health-retries int; --health-start-interval duration; --health-start-period duration
      --health-timeout duration; --host list; --hostname text; --init; --isolation text; -l --label env
      --limit-cpu decimal; --limit-memory bytes; --limit-pids int; --log-driver text; --log-opt list
      --max-concurrent int; --mode text =replicated; --mount mount; --name text; --network network
      --no-healthcheck; --no-resolve-image; --oom-score-adj int; --placement-pref list; -p --publish port
      -q --quiet; --read-only; --replicas int; --replicas-max-per-node int; --reserve-cpu decimal
      --reserve-memory bytes; --restart-condition text =any; --restart-delay duration =5s
      --restart-max-attempts int; --restart-window duration; --rollback-delay duration =0s
      --rollback-failure-action text =pause; --rollback-max-failure-ratio decimal =0
      --rollback-monitor duration =5s; --rollback-order text =stop-first; --rollback-parallelism int =1
      --secret list; --stop-grace-period duration =10s; --stop-signal signal; --sysctl env; -t --tty
      --ulimit list; --update-delay duration =0s; --update-failure-action text =pause
      --update-max-failure-ratio decimal =0; --update-monitor duration =5s; --update-order text =stop-first
      --update-parallelism int =1; -u --user text; --with-registry-auth; -w --workdir text`,
  },
  {
    names: "service inspect",
    takes: "SERVICE...",
    flags: "-f --format text; --pretty",
  },
  {
    names: "service logs",
    takes: "SERVICE",
    flags: `
      --details; -f --follow; --no-resolve; --no-task-ids; --no-trunc; --raw; --since text; -n --tail text =all
      -t --timestamps`,
  },
  {
    names: "service ls, service list",
    takes: "",
    flags: "-f --filter list; --format text; -q --quiet",
  },
  {
    names: "service ps",
    takes: "SERVICE...",
    flags: "-f --filter list; --format text; --no-resolve; --no-trunc; -q --quiet",
  },
  {
    names: "service rm, service remove",
    takes: "SERVICE...",
    flags: "",
  },
  {
    names: "service rollback",
    takes: "SERVICE",
    flags: "-d --detach; -q --quiet",
  },
  {
    names: "service scale",
    takes: "SCALE...",
    flags: "-d --detach",
  },
  {
    names: "service update",
    takes: "SERVICE",
    flags: `
      --args text; --cap-add list; --cap-drop list; --config-add list; --config-rm list; --constraint-add list
      --constraint-rm list; --container-label-add list; --container-label-rm list; -d --detach; --dns-add list
      --dns-option-add list; --dns-option-rm list; --dns-rm list; --dns-search-add list; --dns-search-rm list
      --endpoint-mode text; --entrypoint text; --env-add list; --env-rm list; --force
      --generic-resource-add list; --generic-resource-rm list; --group-add list; --group-rm list
      --health-cmd text; --health-interval duration; --health-retries int; --health-start-interval duration
      --health-start-period duration; --health-timeout duration; --host-add list; --host-rm list
      --hostname text; --image text; --init; --isolation text; --label-add list; --label-rm list
      --limit-cpu decimal; --limit-memory bytes; --limit-pids int; --log-driver text; --log-opt list
      --max-concurrent int; --mount-add mount; --mount-rm list; --network-add list; --network-rm list
      --no-healthcheck; --no-resolve-image; --oom-score-adj int; --placement-pref-add list
      --placement-pref-rm list; --publish-add list; --publish-rm list; -q --quiet; --read-only; --replicas int
      --replicas-max-per-node int; --reserve-cpu decimal; --reserve-memory bytes; --restart-condition text
      --restart-delay duration; --restart-max-attempts int; --restart-window duration; --rollback
      --rollback-delay duration; --rollback-failure-action text; --rollback-max-failure-ratio decimal
      --rollback-monitor duration; --rollback-order text; --rollback-parallelism int; --secret-add list
      --secret-rm list; --stop-grace-period duration; --stop-signal signal; --sysctl-add list; --sysctl-rm list
      -t --tty; --ulimit-add list; --ulimit-rm list; --update-delay duration; --update-failure-action text
      --update-max-failure-ratio decimal; --update-monitor duration; --update-order text
      --update-parallelism int; -u --user text; --with-registry-auth; -w --workdir text`,
  },
  {
    names: "stack config",
    takes: "",
    flags: "-c --compose-file seq; --skip-interpolation",
  },
  {
    names: "stack deploy, stack up",
    takes: "STACK",
    flags: `
      -c --compose-file seq; -d --detach =true; --prune; -q --quiet; --resolve-image text =always
      --with-registry-auth`,
  },
  {
    names: "stack ls, stack list",
    takes: "",
    flags: "--format text",
  },
  {
    names: "stack ps",
    takes: "STACK",
    flags: "-f --filter list; --format text; --no-resolve; --no-trunc; -q --quiet",
  },
  {
    names: "stack rm, stack remove, stack down",
    takes: "STACK...",
    flags: "-d --detach =true",
  },
  {
    names: "stack services",
    takes: "STACK",
    flags: "-f --filter list; --format text; -q --quiet",
  },
  {
    names: "config create",
    takes: "CONFIG FILE",
    flags: "-l --label env; --template-driver text",
  },
  {
    names: "config inspect",
    takes: "CONFIG...",
    flags: "-f --format text; --pretty",
  },
  {
    names: "config ls, config list",
    takes: "",
    flags: "-f --filter list; --format text; -q --quiet",
  },
  {
    names: "config rm, config remove",
    takes: "CONFIG...",
    flags: "",
  },
  {
    names: "secret create",
    takes: "SECRET [FILE]",
    flags: "-d --driver text; -l --label env; --template-driver text",
  },
  {
    names: "secret inspect",
    takes: "SECRET...",
    flags: "-f --format text; --pretty",
  },
  {
    names: "secret ls, secret list",
    takes: "",
    flags: "-f --filter list; --format text; -q --quiet",
  },
  {
    names: "secret rm, secret remove",
    takes: "SECRET...",
    flags: "",
  },
];
