/** How many mistakes a word of this many letters may hold and still be read as that word. */
export function tolerance(letters: number): 0 | 1 | 2 {
  if (letters < 5) return 0;
  return letters < 9 ? 1 : 2;
}

/** Every way to leave out at most `times` letters, the word itself included. */
export function shortened(word: string, times: number): Set<string> {
  const found = new Set([word]);
  let last = [word];
  for (let time = 0; time < times; time += 1) {
    last = last.flatMap((each) => Array.from(each, (_, at) => each.slice(0, at) + each.slice(at + 1)));
    for (const each of last) found.add(each);
  }
  return found;
}

/** The number of letters dropped, added, replaced, or swapped with their neighbour (Damerau-Levenshtein, each pair once). */
export function mistakes(one: string, other: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      const cheapest = Math.min((previous[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (previous[at - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current.push(swapped ? Math.min(cheapest, (before[at - 2] ?? 0) + 1) : cheapest);
    }
    before = previous;
    previous = current;
  }
  return previous[other.length] ?? 0;
}
