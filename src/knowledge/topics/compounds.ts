/** The known words that a Dutch compound is made of; empty when it is none. */
export type Compounds = (word: string) => readonly string[];

const SHORTEST_PART = 4;
const LINKS = ['', 's', 'en', 'e', 'n'] as const;

/**
 * Splits "verzuimmelding" into "verzuim" and "melding", with a linking s, e, n or en between them, in two or three parts.
 * @param known is this word one of our own? @param short parts that may be shorter than four letters: "mdo", "tlv"
 */
export function compoundsFrom(known: (word: string) => boolean, short: ReadonlySet<string>): Compounds {
  const isPart = (part: string) => (part.length >= SHORTEST_PART || short.has(part)) && known(part);
  const split = (word: string, depth: number): readonly string[] => {
    // The longest first part: "onderwijszorgarrangement" is "onderwijs", "zorg", "arrangement".
    for (let at = word.length - 3; at >= 3; at -= 1) {
      const head = word.slice(0, at);
      if (!isPart(head)) continue;
      for (const link of LINKS) {
        const rest = word.slice(at + link.length);
        if (!word.startsWith(link, at)) continue;
        if (isPart(rest)) return [head, rest];
        const more = depth > 0 && rest.length > 6 ? split(rest, depth - 1) : [];
        if (more.length > 0) return [head, ...more];
      }
    }
    return [];
  };
  return (word) => (word.length < 7 ? [] : split(word, 1));
}
