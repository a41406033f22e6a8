/** When two paths are the same place, as docker reports them on Linux, macOS and Windows. */

/** `./x` and `.` are inside the workspace. */
export function resolved(path: string, workspace: string): string {
  if (path === "." || path === "./") return workspace;
  return path.startsWith("./") ? `${workspace}/${path.slice(2)}` : path;
}

/** Docker Desktop shows a path of the host below a folder of its own machine; a slash at the end means nothing. */
export function canonicalPath(path: string): string {
  const drive = path.replaceAll("\\", "/").replace(
    /^([A-Za-z]):\//,
    (_, letter: string) => `/${letter.toLowerCase()}/`,
  );
  const onHost = drive.replace(/^\/(?:host_mnt|run\/desktop\/mnt\/host)(?=\/)/, "");
  const parts = onHost.split("/").filter((part, index) => part !== "." && (part !== "" || index === 0));
  return parts.length === 1 && parts[0] === "" ? "/" : parts.join("/");
}

export function samePath(one: string, other: string, workspace: string): boolean {
  return one === other || canonicalPath(resolved(one, workspace)) === canonicalPath(resolved(other, workspace));
}

/** `folder` itself counts. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? folder : `${folder}/`);
}
