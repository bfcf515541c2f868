/** No activity or clock setting is nested anywhere near as deep. */
export const DEEPEST = 50;

/** As keys these reach a prototype the moment somebody copies them with an assignment. */
const POISON = ['__proto__', 'constructor', 'prototype'] as const;

type Holder = Record<string, unknown>;

/**
 * Makes parsed JSON safe to hand on, in place: takes out keys that could reach a prototype, and NUL characters, which
 * PostgreSQL refuses in text. Returns false, without finishing, when it is nested deeper than 50 levels: recursive
 * code further on would run out of stack. Itself it does not recurse.
 */
export function harmless(root: object): boolean {
  let level: Holder[] = [root as Holder];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    const below: Holder[] = [];
    for (const holder of level) {
      if (!Array.isArray(holder)) for (const key of POISON) if (Object.hasOwn(holder, key)) Reflect.deleteProperty(holder, key);
      for (const [key, value] of Object.entries(holder)) {
        if (typeof value === 'string') {
          if (value.includes('\0')) holder[key] = value.replaceAll('\0', '');
        } else if (typeof value === 'object' && value !== null) below.push(value as Holder);
      }
    }
    level = below;
  }
  return true;
}
