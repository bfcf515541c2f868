/** A part of a text, from the index `start` up to and without `end`, and what comes in its place. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** The text with every span replaced; where spans overlap, the one that begins first stays. */
export function replaced(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, by } of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (start < at) continue;
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}

/** The spans of every match of a pattern (which must be global). */
export function spansOf(text: string, pattern: RegExp, by: string): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, by }));
}
