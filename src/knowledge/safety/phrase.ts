import type { GroupId, Occurrences, Span } from './occurrences.js';
import type { Danger } from './rules.js';

/** A rule, with its groups by number. */
export interface CompiledRule {
  readonly value: Danger;
  readonly within: number;
  readonly ordered: boolean;
  readonly not: GroupId;
  readonly phrases: readonly (readonly GroupId[])[];
}

/** How far from a phrase an exception still covers it, in words. */
const REACH = 6;

/** No alternative is longer, in words. */
const LONGEST = 10;

/** Whether some phrase of the rule stands in the text where no exception covers it. `turns` are the places of contrasts. */
export function holds(rule: CompiledRule, found: Occurrences, turns: readonly Span[], onStep: () => void): boolean {
  const exceptions = found(rule.not);
  return rule.phrases.some(([first, ...others]) => {
    if (first === undefined || others.some((group) => found(group).length === 0)) return false;
    return found(first).some((span) => {
      onStep();
      const whole = together(span, others.map(found), rule, onStep);
      return whole !== undefined && !covered(whole, exceptions, turns, onStep);
    });
  });
}

/** One span over the nearest occurrence of every group, when they stand close enough together and in the right order. */
function together(first: Span, others: readonly (readonly Span[])[], { within, ordered }: CompiledRule, onStep: () => void): Span | undefined {
  let whole = first;
  for (const spans of others) {
    const after = firstFrom(spans, ordered ? whole.end : first.end, onStep);
    const next = spans[after];
    const before = ordered ? undefined : lastBefore(spans, after, first.start, onStep);
    const nearest = before && (!next || first.start - before.end < next.start - first.end) ? before : next;
    if (!nearest) return undefined;
    whole = { start: Math.min(whole.start, nearest.start), end: Math.max(whole.end, nearest.end) };
    if (whole.end - whole.start > within + 1) return undefined;
  }
  return whole;
}

/** An exception covers what stands near it, unless the text turns in between ("de training was goed, maar ..."). */
function covered(whole: Span, exceptions: readonly Span[], turns: readonly Span[], onStep: () => void): boolean {
  for (let at = firstFrom(exceptions, whole.start - REACH - LONGEST, onStep); at < exceptions.length; at += 1) {
    onStep();
    const exception = exceptions[at];
    if (!exception || exception.start - whole.end >= REACH) return false;
    if (whole.start - exception.end < REACH && !turnsBetween(exception, whole, turns, onStep)) return true;
  }
  return false;
}

function turnsBetween(one: Span, other: Span, turns: readonly Span[], onStep: () => void): boolean {
  const from = Math.min(one.end, other.end);
  const turn = turns[firstFrom(turns, from, onStep)];
  return turn !== undefined && turn.start < Math.max(one.start, other.start);
}

/** The index of the first span that starts at `start` or later; spans are in the order of the text. */
function firstFrom(spans: readonly Span[], start: number, onStep: () => void): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    onStep();
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last span before index `at` that ends at `end` or earlier. */
function lastBefore(spans: readonly Span[], at: number, end: number, onStep: () => void): Span | undefined {
  for (let index = at - 1; index >= 0; index -= 1) {
    onStep();
    const span = spans[index];
    if (span && span.end <= end) return span;
  }
  return undefined;
}
