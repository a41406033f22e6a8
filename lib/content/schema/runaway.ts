/** Patterns whose search may take for ever on a hostile text: the regular expressions of JavaScript go back and try again. */

interface Group {
  /** Something inside may match in several lengths. */
  elastic: boolean;
  /** The first character of each alternative; empty where it is no plain character. */
  readonly firsts: string[];
}

/**
 * True when a group that may be repeated without limit holds a repeat, an option, or alternatives that could begin alike:
 * then the same text can be read in exponentially many ways. Refuses some harmless patterns too, such as `(\d+,)*`.
 */
export function isRunaway(pattern: string): boolean {
  const groups: Group[] = [{ elastic: false, firsts: [] }];
  let fresh = true;
  let at = 0;
  while (at < pattern.length) {
    const group = groups.at(-1);
    if (!group) return true;
    const rest = pattern.slice(at);
    if (rest.startsWith("(")) {
      if (fresh) group.firsts.push("");
      at += (/^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(rest)?.[0] ?? "(").length;
      groups.push({ elastic: false, firsts: [] });
      fresh = true;
      continue;
    }
    if (rest.startsWith("|")) {
      if (fresh) group.firsts.push("");
      at++;
      fresh = true;
      continue;
    }
    const closes = rest.startsWith(")");
    const atom = closes ? ")" : atomOf(rest);
    at += atom.length;
    const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0] ?? "";
    at += quantifier.length;
    const endless = /^(?:[*+]|\{\d+,\})/.test(quantifier) || Number(/(\d+)\}/.exec(quantifier)?.[1] ?? 0) > 20;
    const elastic = quantifier !== "" && !/^\{\d+\}/.test(quantifier);
    if (closes) {
      if (fresh) group.firsts.push("");
      groups.pop();
      if (endless && (group.elastic || beginAlike(group.firsts))) return true;
      const outer = groups.at(-1);
      if (outer) outer.elastic ||= group.elastic || elastic;
    } else {
      if (fresh) group.firsts.push(quantifier === "" && !/^[\\[.^$]/.test(atom) ? atom : "");
      group.elastic ||= elastic;
    }
    fresh = false;
  }
  return false;
}

/** One character, one escape or one class in brackets. */
function atomOf(rest: string): string {
  return /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|.)/su.exec(rest)?.[0] ??
    /^\[(?:\\.|[^\]\\])*\]/su.exec(rest)?.[0] ?? /^./su.exec(rest)?.[0] ?? rest;
}

/** Alternatives can be told apart by their first character when all of them are plain and different. */
function beginAlike(firsts: readonly string[]): boolean {
  return firsts.length > 1 && (firsts.includes("") || new Set(firsts).size < firsts.length);
}
