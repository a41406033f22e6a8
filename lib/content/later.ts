/**
 * Imports a module when it is needed, and not before.
 *
 * Deno reads the whole graph behind a literal `import("…")` when the program starts, although it does not run it:
 * 300 files cost as much as an empty script. It cannot follow a name that is put together at run time.
 */
export function later<Module>(from: string, specifier: string): Promise<Module> {
  return import(new URL(specifier, from).href);
}
