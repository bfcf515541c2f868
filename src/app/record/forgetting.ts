import type { Actor } from '../../case/decision.js';
import { mayDelete } from '../../case/record/keeping.js';
import { refuse, type Refusal } from '../../case/refusals.js';
import { statisticOf } from '../../summary/statistics.js';
import { show, type Parts } from '../parts.js';
import type { Place, Rendered } from '../ports.js';
import { button, unsafeButton } from '../present/words.js';
import { loadCase, type LoadedCase } from '../run-case.js';

/** Why a case went: at whose request (an id of `dialogs/bewaren.yaml`), or because its time had come. */
export const KEPT_LONG_ENOUGH = 'bewaartermijn';
/** A dialog that somebody wiped, instead of a case. */
const WIPED_VISIT = 'gesprek';

/**
 * Forgets a case and the cases that ended in it: events, texts, cards that still wait, everything. What remains is a line to
 * count, and until they are brought up to date the messages that showed it. `tell`: who gets a message about it.
 */
export async function forgetCase(parts: Parts, loaded: LoadedCase, why: string, tell: readonly string[]): Promise<void> {
  // Those first: should it stop halfway, the case is still there to ask it again of.
  for (const ended of await endedIn(parts, loaded)) await forgetCase(parts, ended, why, []);
  const now = parts.clock.now();
  await parts.store.forget(loaded.stream, {
    statistic: statisticOf(loaded.state, loaded.events, now),
    gone: { as: goneAs(parts, loaded.state.code, why), dueAt: now, tell },
  });
}

/** The cases that were merged into this one, as far as they are still kept. */
async function endedIn(parts: Parts, { events, stream }: LoadedCase): Promise<readonly LoadedCase[]> {
  const ended: LoadedCase[] = [];
  for (const event of events) {
    const other = event.type === 'CaseTookOver' ? await loadCase(parts, event.data.from) : undefined;
    if (other?.state.mergedInto?.stream === stream) ended.push(other);
  }
  return ended;
}

/**
 * Why this actor may not have this case deleted on account of a case that would go along; undefined when there is none. Otherwise
 * who takes part in a case could delete it by taking it over into one of their own.
 */
export async function goesAlongRefused(parts: Parts, loaded: LoadedCase, actor: Actor): Promise<Refusal | undefined> {
  for (const ended of await endedIn(parts, loaded)) {
    const { code } = ended.state;
    if (!mayDelete(parts.route, ended.state, actor)) return refuse('delete-not-you', [`Casus ${code} ging hierin op, en die kun jij niet laten verwijderen. Vraag het wie hem opende, of de directie daar: die typt "verwijder casus ${code}".`]);
    const further = await goesAlongRefused(parts, ended, actor);
    if (further) return further;
  }
  return undefined;
}

/** Wipes a dialog; its cards in the chat say so. */
export async function forgetVisit(parts: Parts, stream: string): Promise<void> {
  await parts.store.forget(stream, { gone: { as: goneAs(parts, '', WIPED_VISIT), dueAt: parts.clock.now(), tell: [] } });
}

/** All that is still known until the messages are brought up to date: `gone.<code>.<why>.<random>`. */
function goneAs(parts: Parts, code: string, why: string): string {
  return ['gone', code, why, parts.ids.next()].join('.');
}

/**
 * A message that was drawn while its stream was being forgotten: it says so too, and nothing remembers where it stands.
 * False when the stream is still there.
 */
export async function forgetStray(parts: Parts, { stream, card, place }: Stray, activityId: string): Promise<boolean> {
  // Lists belong to no stream.
  if (card === 'list' || (await parts.store.row(stream)) !== undefined) return false;
  const to = activityId === '' ? undefined : await parts.store.conversation(place);
  if (to) await parts.outgoing.update(to, activityId, goneCard(parts, '', place, false));
  await parts.store.forgetSentCard(stream, card, place);
  return true;
}

interface Stray { readonly stream: string; readonly card: string; readonly place: Place }

/** What takes the place of a card of something that is gone; `told` is the message about it. */
export function goneCard(parts: Parts, stream: string, place: Place, told: boolean): Rendered {
  const [, code = '', why = ''] = stream.split('.');
  const buttons = place.kind === 'person' ? [button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()] : [];
  if (why === WIPED_VISIT) return show(parts, 'notice', { title: 'Dit gesprek is gewist', text: 'Je antwoorden zijn weg. Typ "wat nu?" om opnieuw te beginnen.', lines: [], buttons });
  const asked = parts.route.keeping.onRequestOf.find((one) => one.id === why)?.label;
  return show(parts, 'notice', {
    title: code === '' ? 'Dit is verwijderd' : `Casus ${code} is verwijderd`,
    text: told && asked !== undefined ? `Dat is gedaan op verzoek van ${asked}.` : 'Deze casus is verwijderd.',
    lines: place.kind === 'person' ? [NOTHING_LEFT, OWN_DOSSIER] : [],
    buttons,
  });
}

export const NOTHING_LEFT = 'Routewijzer bewaart er niets meer van. Er blijft één regel over om te tellen, zonder code, namen of tekst.';
export const OWN_DOSSIER = 'Je eigen dossier blijft. Daar gelden de termijnen van je eigen beroep.';
