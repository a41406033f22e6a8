/** One spelling for each image reference, so that references that mean the same image are the same. */

/** `nginx` is `docker.io/library/nginx:latest`; a digest needs no tag. */
export function fullReference(reference: string): string {
  const [, named = reference, digest = ""] = /^([^@]*)(@.*)?$/s.exec(reference) ?? [];
  const slash = named.indexOf("/");
  const first = slash < 0 ? "" : named.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === "localhost";
  // The old name of the same registry, as docker itself reads it.
  const host = isHost && first !== "index.docker.io" ? first : "docker.io";
  const path = isHost ? named.slice(slash + 1) : named;
  const whole = host === "docker.io" && !path.includes("/") ? `library/${path}` : path;
  const tagged = digest !== "" || /:[^/]*$/.test(whole) ? whole : `${whole}:latest`;
  return `${host}/${tagged}${digest}`;
}
