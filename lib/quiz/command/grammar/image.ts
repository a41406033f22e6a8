/** Verbs of `docker image`, of the builder, and their short forms. */

import type { VerbSpec } from "./verb.ts";

export const imageVerbs: readonly VerbSpec[] = [
  {
    names: "image build, build, builder build, buildx build, buildx b",
    takes: "PATH",
    flags: `
      --add-host list; --build-arg env; --cache-from csv; --cgroup-parent text; --compress; --cpu-period int
      --cpu-quota int; -c --cpu-shares int; --cpuset-cpus text; --cpuset-mems text
      --disable-content-trust =true; -f --file path; --force-rm; --iidfile path; --isolation text; --label env
      -m --memory bytes; --memory-swap bytes; --network text =default; --no-cache; --platform text; --pull
      -q --quiet; --rm =true; --security-opt csv; --shm-size bytes; --squash; -t --tag images; --target text
      --ulimit list; --allow csv; --annotation list; --attest list; --build-context list; --builder text
      --cache-to list; --call text; --check; --load; --metadata-file path; --no-cache-filter csv
      -o --output list; --progress text =auto; --provenance text; --push; --sbom text; --secret list; --ssh list`,
  },
  {
    names: "image history, history",
    takes: "IMAGE",
    flags: "--format text; -H --human =true; --no-trunc; --platform text; -q --quiet",
  },
  {
    names: "image import, import",
    takes: "FILE [IMAGE]",
    flags: "-c --change seq; -m --message text; --platform text",
  },
  {
    names: "image inspect",
    takes: "IMAGE...",
    flags: "-f --format text; --platform text",
  },
  {
    names: "image load, load",
    takes: "",
    flags: "-i --input path; --platform text; -q --quiet",
  },
  {
    names: "image ls, image list, images",
    takes: "[REPOSITORY]",
    flags: `
      -a --all; --digests; -f --filter list; --format text; --no-trunc; -q --quiet; --tree`,
  },
  {
    names: "image prune",
    takes: "",
    flags: "-a --all; --filter list; -f --force",
  },
  {
    names: "image pull, pull",
    takes: "IMAGE",
    flags: "-a --all-tags; --disable-content-trust =true; --platform text; -q --quiet",
  },
  {
    names: "image push, push",
    takes: "IMAGE",
    flags: "-a --all-tags; --disable-content-trust =true; --platform text; -q --quiet",
  },
  {
    names: "image rm, image remove, rmi",
    takes: "IMAGE...",
    flags: "-f --force; --no-prune; --platform csv",
  },
  {
    names: "image save, save",
    takes: "REPOSITORY...",
    flags: "-o --output path; --platform text",
  },
  {
    names: "image tag, tag",
    takes: "IMAGE IMAGE",
    flags: "",
  },
  {
    names: "builder prune, buildx prune",
    takes: "",
    flags: "-a --all; --filter list; -f --force; --keep-storage bytes",
  },
];
