/** The smallest number that may be shown; 0 is always shown. */
export const SMALLEST_SHOWN = 5;

/** A count as a manager may see it. `small`: 1 to 4. `hidden`: at least 1, withheld to protect a small one. */
export type Shown = { readonly kind: 'number'; readonly value: number } | { readonly kind: 'small' } | { readonly kind: 'hidden' };

export function shownAlone(count: number): Shown {
  return count === 0 || count >= SMALLEST_SHOWN ? { kind: 'number', value: count } : { kind: 'small' };
}

/** What a reader can know about one count: it lies between these, both included. */
interface Range {
  readonly low: number;
  readonly high: number;
}

const ENDLESS = Number.POSITIVE_INFINITY;

export function rangeOf(shown: Shown): Range {
  if (shown.kind === 'number') return { low: shown.value, high: shown.value };
  return shown.kind === 'small' ? { low: 1, high: SMALLEST_SHOWN - 1 } : { low: 1, high: ENDLESS };
}

function sum(ranges: readonly Range[]): Range {
  return ranges.reduce((all, one) => ({ low: all.low + one.low, high: all.high + one.high }), { low: 0, high: 0 });
}

/** Several tables that each divide the same total, the total itself, and a part of the total. */
export interface Published {
  readonly tables: readonly (readonly Shown[])[];
  readonly total: Shown;
  /** A part of the total (the stalled cases). */
  readonly part: Shown;
}

/**
 * True when no withheld count can be worked out from what is shown beside it, by adding up, subtracting and comparing:
 * a small one keeps its whole range of 1 to 4, a hidden one at least two possible values.
 */
export function tellsNothingMore({ tables, total, part }: Published): boolean {
  const known = [rangeOf(total), ...tables.map((table) => sum(table.map(rangeOf)))];
  const low = Math.max(rangeOf(part).low, ...known.map((range) => range.low));
  const high = Math.min(...known.map((range) => range.high));
  if (!keptSecret(total, { low, high })) return false;
  if (!keptSecret(part, { low: 0, high })) return false;
  return tables.every((table) => table.every((one, index) => {
    const rest = sum(table.filter((_, other) => other !== index).map(rangeOf));
    // What remains for this one when the others take as much, or as little, as they can.
    return keptSecret(one, { low: low - rest.high, high: high - rest.low });
  }));
}

/** Does this knowledge leave a withheld count its secret? A shown number has none. */
function keptSecret(shown: Shown, known: Range): boolean {
  const own = rangeOf(shown);
  if (shown.kind === 'number') return true;
  if (shown.kind === 'small') return known.low <= own.low && known.high >= own.high;
  return Math.max(own.low, known.low) < Math.min(own.high, known.high);
}
