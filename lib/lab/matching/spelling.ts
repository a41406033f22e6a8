/** What can be written in more than one way: as the matcher that is to judge it has it. */

import type { Matcher } from "../../content/schema/matcher.ts";
import { namedItems, references } from "../plan.ts";
import { familiar } from "./reference.ts";

/** `alike` tells whether an item and what is written of it mean the same. */
export function spelledAs(
  items: readonly string[],
  matchers: readonly Matcher[],
  alike: (item: string, written: string) => boolean,
): readonly string[] {
  const written = matchers.flatMap(namedItems);
  return items.map((item) => written.find((text) => alike(item, text)) ?? item);
}

/** By service; `nginx` and `nginx:latest` are one image. */
export function imagesAsWritten(
  images: Readonly<Record<string, string>>,
  matcher: Matcher,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(images).map(([service, image]) => {
      const written = expectedUnder(matcher, service).flatMap(references);
      return [service, written.find((reference) => familiar(reference) === familiar(image)) ?? image];
    }),
  );
}

/** What is expected of the value under a key of a map, wherever it stands. */
export function expectedUnder(matcher: Matcher, key: string): readonly Matcher[] {
  switch (matcher.is) {
    case "fields": {
      const part = Object.hasOwn(matcher.fields, key) ? matcher.fields[key] : undefined;
      return part ? [part] : [];
    }
    case "all":
    case "any":
      return matcher.of.flatMap((part) => expectedUnder(part, key));
    case "not":
      return expectedUnder(matcher.of, key);
    default:
      return [];
  }
}
