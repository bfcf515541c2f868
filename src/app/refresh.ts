import type { PressedButton } from '../cards/button.js';
import { refuse } from '../case/refusals.js';
import { byItself } from './access/opened.js';
import { cardOfCase, channelCard, isForm, viewNamed } from './cards-of-case.js';
import { field } from './click.js';
import type { Reply } from './input.js';
import type { Parts } from './parts.js';
import type { Person, Place } from './ports.js';
import { bannerOf, bannerSchema, type Banner } from './present/words.js';
import { loadCase } from './run-case.js';

/** What Teams asks for by itself when somebody looks at a card: which card stands where, and who looks. */
export interface Looking {
  readonly pressed: PressedButton;
  readonly person: Person;
  readonly place: Place;
  readonly cardActivityId: string | undefined;
}

const NOTHING: Reply = { kind: 'none' };

/**
 * The card as this viewer may see it now. Reads only: nothing is recorded, remembered or sent (but that it was looked at), so that a refresh never
 * leads to another (a loop was reported where it did). A form is left alone: somebody may be typing in it.
 */
export async function onRefresh(asked: Parts, { pressed, person, place, cardActivityId }: Looking): Promise<Reply> {
  const parts = byItself(asked);
  const loaded = await loadCase(parts, pressed.ref);
  if (!loaded) return NOTHING;
  if (place.kind === 'stagnatiepunt') {
    const message = await channelCard(parts, loaded, undefined, person);
    return message ? { kind: 'card', message } : NOTHING;
  }
  if (field({ pressed }, 'card') !== 'case') return NOTHING;
  const sent = await parts.store.sentCard(loaded.stream, 'case', place);
  const stands = sent !== undefined && sent.activityId === cardActivityId;
  const view = stands ? viewNamed(sent.view) : 'case';
  if (isForm(view)) return NOTHING;
  const said = stands && sent.version === loaded.version ? bannerIn(sent.banner) : undefined;
  const banner = sent && !stands ? bannerOf(refuse('stale-card')) : said;
  const message = await cardOfCase(parts, loaded, person, { card: 'case', view, banner });
  return message ? { kind: 'card', message } : NOTHING;
}

/** What stands on top of a sent card. */
export function bannerIn(json: string | undefined): Banner | undefined {
  return json === undefined ? undefined : bannerSchema.parse(JSON.parse(json));
}
