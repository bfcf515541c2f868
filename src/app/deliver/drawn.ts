import { cardOfCase, channelCard, isNews, viewNamed } from '../cards-of-case.js';
import { visitRendered } from '../cards-of-visit.js';
import { listOf } from '../on-click.js';
import type { Parts } from '../parts.js';
import type { Place, Rendered } from '../ports.js';
import type { Banner } from '../present/words.js';
import { bannerIn } from '../refresh.js';
import { loadCase } from '../run-case.js';
import { loadVisit } from '../run-visit.js';
import type { OutboxRow, SentCard } from '../store-port.js';

export type CardRow = Extract<OutboxRow, { kind: 'card' }>;

/** The card as it stands now, and the version of its stream; the gate is asked again in here, at the moment of sending. Undefined: nothing is to be sent. */
export async function drawn(
  parts: Parts, row: CardRow, sent: SentCard | undefined,
): Promise<{ message: Rendered; version: number } | undefined> {
  if (row.card === 'visit') {
    const visit = await loadVisit(parts, row.stream);
    const person = visit && await parts.store.person(visit.state.person);
    return person && { message: visitRendered(parts, visit, person, bannerOn(sent, visit.version)), version: visit.version };
  }
  if (row.card === 'list') return sent && listAgain(parts, row.place, sent);
  const loaded = await loadCase(parts, row.stream);
  if (!loaded) return undefined;
  if (row.place.kind === 'stagnatiepunt') {
    if (!sent && loaded.state.stagnation?.atStagnatiepunt !== true) return undefined;
    const message = await channelCard(parts, loaded, undefined);
    return message && { message, version: loaded.version };
  }
  const viewer = await parts.store.person(row.place.personId);
  if (!viewer) return undefined;
  if (!sent && !isNews(parts, row.card, loaded, viewer)) return undefined;
  const name = viewNamed(sent?.view ?? 'case');
  const message = await cardOfCase(parts, loaded, viewer, { card: row.card, view: name, banner: bannerOn(sent, loaded.version) });
  return message && { message, version: loaded.version };
}

/** A list shows what it shows by the button that opened it, for the person whose chat it is. */
async function listAgain(parts: Parts, place: Place, { view, version }: SentCard): Promise<{ message: Rendered; version: number } | undefined> {
  const viewer = place.kind === 'person' ? await parts.store.person(place.personId) : undefined;
  const message = viewer && await listOf(parts, viewer, view);
  return message && { message, version };
}

/** The update that follows a click says again what the click's own answer said; after the next event it is old news. */
function bannerOn(sent: SentCard | undefined, version: number): Banner | undefined {
  return sent?.version === version ? bannerIn(sent.banner) : undefined;
}
