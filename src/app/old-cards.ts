import { show, type Parts } from './parts.js';
import { takesPart } from './case/takes-part.js';
import type { Rendered } from './ports.js';
import type { OutboxRow, Settlement } from './store-port.js';
import { button, unsafeButton } from './present/words.js';
import { loadCase, type LoadedCase } from './run-case.js';

/**
 * A message whose place was taken by a newer one. The store names it `old:<card>:<activity>`; it is changed once, to say
 * where the newest stands, and nothing is remembered of it afterwards: a click on it shows the present as any click does.
 */

type CardRow = Extract<OutboxRow, { kind: 'card' }>;
const OLD = /^old:([a-z-]+):/;
/** How often it is looked whether the newer message has come. */
const MOST_LOOKS = 6;

export function isOld(card: string): boolean {
  return OLD.test(card);
}

/** Marks the message as old. `later` says when to look again. */
export async function markOld(parts: Parts, row: CardRow, later: (reason: string) => Settlement): Promise<Settlement> {
  const sent = await parts.store.sentCard(row.stream, row.card, row.place);
  if (!sent) return { kind: 'done' };
  const newest = await parts.store.sentCard(row.stream, OLD.exec(row.card)?.[1] ?? '', row.place);
  const waits = !newest || newest.activityId === '';
  if (waits && row.attempts < MOST_LOOKS) return later('the newer card is not there yet');
  const message = waits ? undefined : await oldCard(parts, row);
  const conversation = await parts.store.conversation(row.place);
  if (message && conversation) {
    const result = await parts.outgoing.update(conversation, sent.activityId, message);
    if (result.kind === 'retry' && row.attempts < MOST_LOOKS) return later(result.reason);
  }
  // Also where it could not be changed: the message was taken away, or the chat left.
  await parts.store.forgetSentCard(row.stream, row.card, row.place);
  return { kind: 'done' };
}

/** Nothing about the case but its code. */
async function oldCard(parts: Parts, { stream, place }: CardRow): Promise<Rendered | undefined> {
  const loaded = await loadCase(parts, stream);
  if (!loaded) return undefined;
  const personal = place.kind === 'person';
  return show(parts, 'notice', {
    title: `Casus ${loaded.state.code}: oude kaart`,
    text: personal ? 'Deze kaart is oud. De nieuwste staat verderop in deze chat.' : 'Deze melding is oud. De nieuwste staat verderop in dit kanaal.',
    lines: [],
    buttons: personal ? [...await showCase(parts, loaded, place.personId), unsafeButton()] : [],
  });
}

/** Only for whom there is a case to show. */
async function showCase(parts: Parts, loaded: LoadedCase, personId: string) {
  const viewer = await parts.store.person(personId);
  return viewer && takesPart(loaded, viewer) ? [button('Laat de casus hier zien', 'show', { ref: loaded.stream, seen: loaded.version }, { view: 'case' })] : [];
}
