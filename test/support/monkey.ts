/** A source of chance that one seed makes the same again. */
export interface Dice {
  /** From 0 up to 1. */
  next(): number;
  pick<T>(list: readonly T[]): T | undefined;
}

/** mulberry32 */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)] };
}

interface Input { readonly type: string; readonly id: string; readonly choices?: readonly { readonly value: string }[]; readonly isMultiSelect?: boolean; readonly value?: string }

function inputsOf(card: unknown): readonly Input[] {
  if (Array.isArray(card)) return card.flatMap(inputsOf);
  if (typeof card !== 'object' || card === null) return [];
  const inside = Object.values(card).flatMap(inputsOf);
  const it = card as { type?: unknown; id?: unknown };
  return typeof it.type === 'string' && it.type.startsWith('Input.') && typeof it.id === 'string' ? [card as Input, ...inside] : inside;
}

/** Something in every input of a card, mostly what the form asks for; `secret` stands in every text. */
export function filledIn(card: unknown, random: Dice, secret: string): Readonly<Record<string, string>> {
  return Object.fromEntries(inputsOf(card).map((input) => [input.id, fill(input, random, secret)]));
}

function fill({ type, value, choices = [], isMultiSelect = false }: Input, random: Dice, secret: string): string {
  if (value !== undefined && random.next() < 0.4) return value;
  switch (type) {
    case 'Input.ChoiceSet': {
      const some = isMultiSelect ? choices.filter(() => random.next() < 0.6) : [random.pick(choices)];
      return some.flatMap((one) => (one ? [one.value] : [])).join(',');
    }
    case 'Input.Toggle': return random.next() < 0.8 ? 'ja' : 'nee';
    case 'Input.Date': return random.pick(['2026-11-23', '2026-11-24', '2026-12-07', '2027-01-11', '']) ?? '';
    case 'Input.Time': return random.pick(['14:30', '']) ?? '';
    default: return `${secret} ${String(Math.floor(random.next() * 1000))}`;
  }
}
