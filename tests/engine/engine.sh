#!/usr/bin/env bash
# A Docker Engine for the tests on a bare Debian 12: own data, own socket, own pid file; touches no other engine.
#
#   eval "$(tests/engine/engine.sh start)"   installs what lacks, starts the engine, builds the images, exports DOCKER_HOST
#   tests/engine/engine.sh clean             removes everything on it but the images it built, and leaves its swarm
#   tests/engine/engine.sh images            builds the images that lack
#   tests/engine/engine.sh status            exit code 0 when it answers
#   tests/engine/engine.sh stop              stops the engine that this script started, and only that one
#   tests/engine/engine.sh stop-all          stops every engine that this script started
#
# A name after the verb (`start second`) means a further engine. It is like another machine: a network namespace of its
# own, so that the same port can be published on both and the firewall rules of one are not flushed by the other; its host
# name is its name. What it publishes is reached at GRUMETE_ENGINE_ADDRESS, which `start` exports; a swarm can span several.
#
# Every engine has a mount namespace of its own, in which it also listens on /var/run/docker.sock, so that a container can
# be given its socket as on any Linux machine. Nothing is there for the rest of this machine.
#
# GRUMETE_ENGINE_DIR says where everything lives (default /var/tmp/grumete-engine, and /var/tmp/grumete-engine-NAME; the
# tarball is kept between runs).
set -euo pipefail

home=${GRUMETE_ENGINE_DIR:-/var/tmp/grumete-engine}
name=${2-}
[[ $name =~ ^([a-z][a-z0-9]{0,9})?$ ]] || { printf 'engine: not a name: "%s" (a to z and 0 to 9, at most 10)\n' "$name" >&2; exit 2; }
dir=$home${name:+-$name}
socket=$dir/docker.sock
pidfile=$dir/docker.pid
log=$dir/dockerd.log
packages=$dir/packages.list
base=$home/bookworm-slim.tar
export DOCKER_HOST=unix://$socket
unset DOCKER_CONTEXT DOCKER_TLS_VERIFY DOCKER_CERT_PATH DOCKER_API_VERSION

say() { printf 'engine: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
as_root() { [ "$(id -u)" = 0 ] || fail "cannot $1: needs root"; }

install_missing() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v docker >/dev/null || [[ " ${missing[*]-} " == *" docker.io "* ]] || missing+=(docker.io)
  # The tarball makes debootstrap unnecessary.
  [ -s "$base" ] || command -v debootstrap >/dev/null || missing+=(debootstrap)
  command -v docker-compose >/dev/null || missing+=(docker-compose)
  [ -x /bin/busybox ] && ! ldd /bin/busybox >/dev/null 2>&1 || missing+=(busybox-static)
  command -v iptables >/dev/null || missing+=(iptables)
  command -v unshare >/dev/null || missing+=(util-linux)
  [ -z "$name" ] || command -v ip >/dev/null || missing+=(iproute2)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  # A package must not start an engine of its own, on the machine's own socket.
  local policy=/usr/sbin/policy-rc.d ours=
  if [ ! -e "$policy" ]; then
    ours=1
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy"
  fi
  local ok=1
  install_now() { DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >>"$packages" 2>&1; }
  install_now || { apt-get update -q >>"$packages" 2>&1 && install_now; } || ok=
  [ -z "$ours" ] || rm -f "$policy"
  [ -n "$ok" ] || { tail -n 20 "$packages" >&2; fail "cannot install ${missing[*]}"; }
}

answers() { [ -S "$socket" ] && timeout 5 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# The process of a pid file, if it is still ours (its command names that folder) and not a later one with the same number.
process_of() {
  local pid
  pid=$(cat "$1" 2>/dev/null) && [ -r "/proc/${pid:-none}/cmdline" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$2" &&
    printf '%s\n' "$pid"
}
our_pid() { process_of "$pidfile" "$dir/data"; }

# The bridge that joins the engines with a name to this machine and to each other.
bridge=grumete0
network=10.203.0

# Puts the process of a further engine on the bridge before it becomes dockerd: one that is in a swarm does not start without
# its address. The link goes when the process goes.
connect() {
  local pid=$1 last=2 taken
  until [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do
    kill -0 "$pid" 2>/dev/null || return 1
    sleep 0.02
  done
  ip link show "$bridge" >/dev/null 2>&1 || ip link add "$bridge" type bridge
  [ -n "$(ip addr show dev "$bridge" to "$network.1")" ] || ip addr add "$network.1/24" dev "$bridge"
  ip link set "$bridge" up
  # The first engine drops all that is forwarded and not its own.
  iptables -C FORWARD -i "$bridge" -o "$bridge" -j ACCEPT 2>/dev/null || iptables -I FORWARD -i "$bridge" -o "$bridge" -j ACCEPT
  if [ ! -s "$dir/address" ]; then
    taken=$(cat "$home"-*/address 2>/dev/null || true)
    while grep -qxF "$network.$last" <<<"$taken"; do last=$((last + 1)); done
    printf '%s\n' "$network.$last" >"$dir/address"
  fi
  ip link delete "gr-$name" 2>/dev/null || true
  ip link add "gr-$name" master "$bridge" up type veth peer name eth0 netns "$pid"
  # No way out: a swarm asks the registry before it uses a local image, and must be told no at once, not after 20 s.
  nsenter --target "$pid" --net sh -c "ip addr add $(cat "$dir/address")/24 dev eth0 && ip link set eth0 up"
}

# Run in a mount namespace of its own: a /run in which all is what it is outside, but for the socket of an engine. What
# dockerd shares with others there, or finds again when it is started anew, has to be there before.
own_run='
  mkdir -p "$0" && mount -t tmpfs -o mode=755 run "$0" && cd /run && for each in * .[!.]*; do
    if [ "$each" = docker.sock ]; then continue
    elif [ -L "$each" ]; then cp -P "$each" "$0/$each"
    elif [ -d "$each" ]; then mkdir "$0/$each" && mount --rbind "$each" "$0/$each"
    elif [ -e "$each" ]; then : >"$0/$each" && mount --bind "$each" "$0/$each"
    fi || exit
  done && cd / && mount --move "$0" /run && exec "$@"
'

launch() {
  local driver=$1 apart=() left
  rm -f "$socket" "$pidfile"
  # Left behind by a dockerd that was killed: its mount namespace is not that of the next one, which would take it for its own.
  local containerd=$dir/exec/containerd
  for _ in $(seq 100); do
    left=$(process_of "$containerd/containerd.pid" "$containerd") || break
    kill "$left" 2>/dev/null || true
    sleep 0.1
  done
  # It would take whoever has that number now for its containerd, and wait for it.
  rm -f "$containerd/containerd.pid"
  mkdir -p /run/docker /run/containerd
  (umask 077 && : >>/run/xtables.lock)
  [ -z "$name" ] || apart=(unshare --net --uts sh -c '
    hostname "$0" && ip link set lo up && until ip addr show eth0 2>/dev/null | grep -q " inet "; do sleep 0.02; done && exec "$@"
  ' "$name")
  setsid "${apart[@]}" unshare --mount --propagation slave sh -c "$own_run" "$dir/run" \
    dockerd --data-root "$dir/data" --exec-root "$dir/exec" --pidfile "$pidfile" -H "unix://$socket" \
    -H unix:///run/docker.sock --storage-driver "$driver" >>"$log" 2>&1 </dev/null &
  local child=$!
  [ -z "$name" ] || connect "$child"
  for _ in $(seq 300); do
    answers && { printf '%s\n' "$driver" >"$dir/driver"; return 0; }
    kill -0 "$child" 2>/dev/null || return 1
    sleep 0.1
  done
  kill "$child" 2>/dev/null || true
  return 1
}

start_engine() {
  answers && { say "already up at $DOCKER_HOST"; return; }
  as_root "start an engine"
  local pid
  if pid=$(our_pid); then
    say "process $pid does not answer, stopping it"
    stop_engine
  fi
  [ ${#socket} -le 100 ] || fail "cannot use \"$dir\": too long for a socket"
  # One more driver to try: overlay2 does not work on top of every file system.
  local first=overlay2
  [ -s "$dir/driver" ] && first=$(cat "$dir/driver")
  : >"$log"
  launch "$first" || launch vfs || { tail -n 20 "$log" >&2; fail "cannot start dockerd: see $log"; }
  say "engine $(docker version --format '{{.Server.Version}}') with $(cat "$dir/driver") at $DOCKER_HOST"
}

stop_engine() {
  local pid
  pid=$(our_pid) || { say "not running"; rm -f "$socket"; return 0; }
  kill "$pid"
  for _ in $(seq 300); do
    kill -0 "$pid" 2>/dev/null || { say "stopped"; rm -f "$socket"; return 0; }
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
  fail "process $pid would not stop, killed"
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

build_busybox() {
  local version root
  version=$(/bin/busybox | sed -n '1s/^BusyBox v\([0-9]*\.[0-9]*\).*/\1/p')
  has_image busybox:latest && has_image "busybox:$version" && return 0
  root=$(mktemp -d "$dir/busybox.XXXXXX")
  mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,etc,root,home,tmp,dev,proc,sys,var/www,var/spool/mail}
  chmod 1777 "$root/tmp"
  cp /bin/busybox "$root/bin/busybox"
  /bin/busybox --list | while read -r applet; do
    [ "$applet" = busybox ] || ln -s busybox "$root/bin/$applet"
  done
  ln -s ../../bin/busybox "$root/usr/bin/env"
  cat >"$root/etc/passwd" <<'PASSWD'
root:x:0:0:root:/root:/bin/sh
daemon:x:1:1:daemon:/usr/sbin:/bin/false
www-data:x:33:33:www-data:/var/www:/bin/false
nobody:x:65534:65534:nobody:/home:/bin/false
PASSWD
  cat >"$root/etc/group" <<'GROUP'
root:x:0:
daemon:x:1:
www-data:x:33:
nobody:x:65534:
GROUP
  tar -C "$root" --owner=0 --group=0 -c . | docker import --change 'CMD ["sh"]' - "busybox:$version" >/dev/null
  docker tag "busybox:$version" busybox:latest
  rm -rf "$root"
  say "built busybox:$version"
}

build_bookworm() {
  has_image debian:bookworm-slim && return 0
  if [ ! -s "$base" ]; then
    as_root "run debootstrap"
    say "debootstrap, once: about a minute"
    local root mirror
    root=$(mktemp -d "$dir/bookworm.XXXXXX")
    mirror=$(grep -rhoE '^(URIs:|deb) +http\S+debian/? *' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null |
      grep -oE 'http\S+' | head -n 1 || true)
    debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$dir/debootstrap.log" 2>&1 ||
      { tail -n 20 "$dir/debootstrap.log" >&2; rm -rf "$root"; fail "cannot make debian:bookworm-slim"; }
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/* "$root"/usr/share/{doc,man,locale,info}/* "$root"/var/log/*.log
    tar -C "$root" --numeric-owner --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' -cf "$base.part" . && mv "$base.part" "$base"
    rm -rf "$root"
  fi
  docker import --change 'CMD ["bash"]' "$base" debian:bookworm-slim >/dev/null
  say "built debian:bookworm-slim"
}

# The very images of the first engine, with their ids, where it can give them.
copy_images() {
  has_image busybox:latest && has_image debian:bookworm-slim && return 0
  local first=unix://$home/docker.sock images
  images=$(timeout 5 docker -H "$first" image ls --format '{{.Repository}}:{{.Tag}}' 2>/dev/null |
    grep -E '^(busybox:[0-9a-z.]+|debian:bookworm-slim)$') || return 0
  # shellcheck disable=SC2086 # the names are words
  docker -H "$first" image save $images | docker image load >/dev/null
  say "copied" $images
}

build_images() {
  [ -z "$name" ] || copy_images
  build_busybox
  build_bookworm
}

case ${1-} in
start)
  mkdir -p "$home" "$dir"
  install_missing
  start_engine
  build_images
  printf 'export DOCKER_HOST=%q\n' "$DOCKER_HOST"
  [ -z "$name" ] || printf 'export GRUMETE_ENGINE_ADDRESS=%q\n' "$(cat "$dir/address")"
  ;;
clean)
  answers || fail "not running: $0 start $name"
  [ "$(docker info --format '{{.Swarm.LocalNodeState}}')" = inactive ] || docker swarm leave --force >/dev/null
  docker container ls -aq | xargs -r docker container rm -fv >/dev/null
  docker volume ls -q | xargs -r docker volume rm >/dev/null
  docker network ls -q --filter type=custom --filter scope=local | xargs -r docker network rm >/dev/null
  ;;
images)
  answers || fail "not running: $0 start $name"
  build_images
  ;;
status)
  answers || { say "not running"; exit 1; }
  say "engine $(docker version --format '{{.Server.Version}}') at $DOCKER_HOST, process $(our_pid || echo unknown)"
  ;;
stop)
  stop_engine
  ;;
stop-all)
  failed=0
  for pids in "$home/docker.pid" "$home"-*/docker.pid; do
    [ -e "$pids" ] || continue
    each=$(dirname "$pids")
    each=${each#"$home"}
    "$0" stop ${each:+"${each#-}"} || failed=1
  done
  exit $failed
  ;;
*)
  say "usage: $0 start|stop|status|clean|images [NAME], $0 stop-all"
  exit 2
  ;;
esac
