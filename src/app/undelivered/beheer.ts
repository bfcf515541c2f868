import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { refuse } from '../../case/refusals.js';
import { showInstant } from '../../case/time.js';
import { roleLabel } from '../../route/roles.js';
import { encodeButton } from '../../cards/button.js';
import { asMessage } from '../click.js';
import type { Reply } from '../input.js';
import { may } from '../may.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import { placeIn } from '../place.js';
import type { Person, Rendered } from '../ports.js';
import { button, unsafeButton, type Banner } from '../present/words.js';
import type { DeadLetter } from '../store-port.js';

/** As many as one card holds. */
const A_PAGE = 8;
const nothing = { ref: '', seen: 0 };

/** "Niet bezorgd": what was given up, the oldest first; by code, kind, role and organisation, with no name and nothing of a card. */
export async function deadLettersFor(parts: Parts, person: Person, from = 0, banner?: Banner): Promise<Rendered> {
  if (!may(parts, person, 'undelivered')) return noticeFor(parts, person, refuse('beheerder-only'));
  const all = await parts.store.deadLetters();
  const begin = from < all.length ? from : 0;
  const more = all.length - begin - A_PAGE;
  const sections: Section[] = [];
  for (const letter of all.slice(begin, begin + A_PAGE)) {
    const target = { id: String(letter.id), from: String(begin) };
    sections.push({
      ...await described(parts, letter),
      buttons: [button('Opnieuw proberen', 'dead-retry', nothing, target), button('Verwijderen', 'dead-drop', nothing, target)],
    });
  }
  return show(parts, 'sheet', {
    name: 'dead-letters', code: '', title: 'Niet bezorgd', status: all.length === 1 ? '1 bericht' : `${String(all.length)} berichten`,
    intro: all.length === 0 ? 'Er zijn nu geen berichten die niet bezorgd konden worden.' : 'Deze berichten nam Teams niet aan. Wie de casus beheert, ziet het ook. Wat erin staat, zie je hier niet.',
    sections, buttons: more > 0 ? [button(`Toon de volgende ${String(Math.min(more, A_PAGE))}`, 'dead-letters', nothing, { from: String(begin + A_PAGE) })] : [],
    nav: [button('Ververs', 'dead-letters', nothing), unsafeButton()],
    ...(banner ? { banner } : {}),
  });
}

/** Asks once more: what is dropped never arrives. */
export async function dropSheet(parts: Parts, letter: DeadLetter, from: string): Promise<CardData<'sheet'>> {
  return {
    name: 'dead-letter', code: '', title: 'Dit bericht verwijderen?', status: '', intro: 'Het wordt dan niet meer bezorgd. De casus zelf verandert niet.',
    sections: [await described(parts, letter)],
    buttons: [button('Ja, verwijder dit bericht', 'dead-drop-sure', nothing, { id: String(letter.id), from }, 'destructive')],
    nav: [button('Terug', 'dead-letters', nothing, { from }), unsafeButton()],
  };
}

async function described({ store, route }: Parts, { code, name, target, dueAt }: DeadLetter): Promise<Section> {
  const place = placeIn(target);
  const person = place?.kind === 'person' ? await store.person(place.personId) : undefined;
  const whom = place?.kind === 'stagnatiepunt' ? 'Het kanaal van het stagnatiepunt'
    : person ? `${roleLabel(route, person.role)}${person.organisation === '' ? '' : `, ${person.organisation}`}` : 'Iemand die niet meer bekend is';
  return {
    heading: code === null ? 'Geen casus' : `Casus ${code}`,
    facts: [
      { title: 'Bericht', value: KINDS[name] ?? 'Een ander bericht' },
      { title: 'Voor', value: whom },
      { title: 'Sinds', value: showInstant(dueAt) },
    ],
  };
}

/** What the kinds of cards are called; which ones there are is written in the subjects' `views.ts`. */
const KINDS: Readonly<Record<string, string>> = {
  case: 'De kaart van de casus', visit: 'Het eigen gesprek met Routewijzer', list: 'Een overzicht', invitation: 'Uitnodiging voor een MDO', mdo: 'Antwoorden op een MDO',
  term: 'Vraag hoe het ervoor staat', stagnation: 'Melding dat een casus vastloopt', sharing: 'Bericht over toestemming',
  handover: 'Vraag om een casus over te nemen', age: 'Bericht over een leeftijdsgrens', merged: 'Bericht dat twee casussen zijn samengevoegd', raised: 'Hoe het verdergaat na een melding',
  nudge: 'Vraag van het stagnatiepunt', 'mdo-proposal': 'Voorstel voor een MDO', 'stagnation-contact': 'Melding die iemand oppakt', 'stagnation-second': 'Melding die niet is opgepakt',
};

/** The list as an answer to a text. */
export async function deadLettersSaid(parts: Parts, person: Person): Promise<Reply> {
  return asMessage(parts, person, await deadLettersFor(parts, person), { stream: 'none', card: 'list', view: JSON.stringify(encodeButton('dead-letters', '', 0)), version: 0 });
}
