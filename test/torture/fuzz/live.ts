import { buttonsOf, inputsOf, type Card, type CardButton } from '../card.js';
import type { Seat } from './seats.js';

/** A button that stands on a card somewhere, with the inputs beside it. */
export interface Live {
  readonly button: CardButton;
  readonly inputs: readonly Card[];
  /** The message in which the card stands; undefined for one that came with an answer. */
  readonly on: string | undefined;
  readonly inDialog: boolean;
}

/** Newest buttons of each person: enough to have one of every kind, and of several cases. */
const MOST = 250;

/** The buttons that people have in front of them, found on every card that the bot sent. */
export function livePool() {
  const pools = new Map<string, Map<string, Live>>();
  const refs = new Set<string>();
  return {
    add(seat: Pick<Seat, 'aadObjectId'>, card: Card, { on, inDialog = false }: { readonly on?: string; readonly inDialog?: boolean } = {}): void {
      const pool = pools.get(seat.aadObjectId) ?? new Map<string, Live>();
      pools.set(seat.aadObjectId, pool);
      const inputs = inputsOf(card);
      for (const button of buttonsOf(card)) {
        const { seen, ...rest } = button.data;
        const key = JSON.stringify([rest, inDialog, seen === undefined]);
        pool.delete(key);
        pool.set(key, { button, inputs: button.withInputs ? inputs : [], on, inDialog });
        if (typeof button.data['ref'] === 'string' && button.data['ref'] !== '') refs.add(button.data['ref']);
      }
      for (const key of pool.keys()) {
        if (pool.size <= MOST) break;
        pool.delete(key);
      }
    },
    of: (seat: Pick<Seat, 'aadObjectId'>): readonly Live[] => [...(pools.get(seat.aadObjectId)?.values() ?? [])],
    /** Streams of anybody that a button named. */
    refs: (): readonly string[] => [...refs].slice(-400),
  };
}
export type LivePool = ReturnType<typeof livePool>;

/** Every card in the body of an answer: of a click, in a dialog, or as a reply to something typed. */
export function cardsIn(body: string): readonly { readonly card: Card; readonly inDialog: boolean }[] {
  if (!body.startsWith('{')) return [];
  let parsed: { type?: unknown; value?: unknown; task?: { value?: { card?: { content?: Card } } }; activities?: readonly { attachments?: readonly { content?: Card }[] }[] };
  try {
    parsed = JSON.parse(body) as typeof parsed;
  } catch {
    return [];
  }
  const dialog = parsed.task?.value?.card?.content;
  if (dialog) return [{ card: dialog, inDialog: true }];
  if (parsed.type === 'application/vnd.microsoft.card.adaptive') return [{ card: parsed.value as Card, inDialog: false }];
  return (parsed.activities ?? []).flatMap(({ attachments = [] }) => attachments.flatMap(({ content }) => (content ? [{ card: content, inDialog: false }] : [])));
}
