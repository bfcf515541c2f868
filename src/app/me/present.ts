import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { roleLabel } from '../../route/roles.js';
import type { Route } from '../../route/model.js';
import { button, unsafeButton, type Banner } from '../present/words.js';
import type { MyTraces } from './traces.js';

/** What can be wiped. */
export const wipes = ['gesprekken', 'chat', 'alles'] as const;
export type Wipe = (typeof wipes)[number];

const nowhere = { ref: '', seen: 0 };
const MOST_CODES = 20;

/** "Mijn gegevens": what is kept about the viewer, what for, and what can be wiped. */
export function meSheet(route: Route, traces: MyTraces, banner?: Banner): CardData<'sheet'> {
  const { visits, chat, person } = traces;
  return {
    name: 'me', code: '', title: 'Mijn gegevens', status: '', intro: 'Dit bewaart Routewijzer van jou, en waarvoor.',
    sections: [aboutMe(route, traces), inChat(traces), inCases(traces)],
    buttons: [
      ...(visits.length > 0 ? [button('Wis mijn gesprekken', 'me-ask', nowhere, { what: 'gesprekken' })] : []),
      ...(person.registered && chat ? [button('Wis de koppeling met deze chat', 'me-ask', nowhere, { what: 'chat' })] : []),
      button('Wis alles over mij', 'me-ask', nowhere, { what: 'alles' }),
    ],
    nav: [button('Mijn casussen', 'cases', nowhere), unsafeButton()], ...(banner ? { banner } : {}),
  };
}

function aboutMe(route: Route, { person }: MyTraces): Section {
  if (!person.registered) {
    return {
      heading: 'Wie je bent', facts: [{ title: 'Naam', value: person.name === '' ? 'onbekend' : person.name }, { title: 'Account', value: 'het nummer van je Teams-account' }],
      lines: ['Waarvoor: om je te herkennen als je terugkomt. Je staat niet in het register van Routewijzer.'],
    };
  }
  return {
    heading: 'In het register',
    facts: [
      { title: 'Naam', value: person.name }, { title: 'E-mail', value: person.email === '' ? 'geen' : person.email },
      { title: 'Rol', value: roleLabel(route, person.role) }, { title: 'Organisatie', value: person.organisation },
      { title: 'Account', value: 'het nummer van je Teams-account' },
    ],
    lines: ['Waarvoor: zodat collega’s je kunnen vinden en je alleen ziet wat bij je rol past. Je werkgever geeft dit door. Klopt het niet? Laat je werkgever het veranderen.'],
  };
}

function inChat({ chat, visits }: MyTraces): Section {
  return {
    heading: 'Deze chat', facts: [{ title: 'Koppeling met je chat', value: chat ? 'ja' : 'nee' }, { title: 'Gesprekken', value: String(visits.length) }],
    lines: ['Waarvoor: om je berichten te sturen, en om verder te kunnen waar je was. Een gesprek gaat 30 dagen na je laatste antwoord vanzelf weg.'],
  };
}

function inCases({ cases, former, texts }: MyTraces): Section {
  return {
    heading: 'In casussen',
    facts: [
      { title: 'Je doet mee aan', value: codes(cases) }, ...(former.length > 0 ? [{ title: 'Afgesloten, of je deed mee', value: codes(former) }] : []),
      { title: 'Teksten die je schreef', value: String(texts) },
    ],
    lines: [
      'Waarvoor: zodat te zien is wie wat deed en vastlegde. Dit gaat weg met de casus.',
      'Opent iemand een casus, dan bewaart Routewijzer ook dat: wie, welke dag, wat en hoe vaak. Wie de casus leidt, kan dat zien. Ook dit gaat weg met de casus.',
    ],
  };
}

function codes(list: readonly string[]): string {
  if (list.length === 0) return 'geen casus';
  const more = list.length - MOST_CODES;
  return list.slice(0, MOST_CODES).join(', ') + (more > 0 ? ` en nog ${String(more)}` : '');
}

const ASKED: Readonly<Record<Wipe, { readonly title: string; readonly text: string; readonly yes: string }>> = {
  gesprekken: { title: 'Wis mijn gesprekken', text: 'Alle antwoorden die je in gesprekken gaf, gaan weg. Casussen blijven. Dit kan niet terug.', yes: 'Ja, wis mijn gesprekken' },
  chat: {
    title: 'Wis de koppeling met deze chat',
    text: 'Ik weet dan niet meer waar ik je kan bereiken, en stuur je niets meer. Wat hier al staat, haal je zelf weg. Stuur je me weer een bericht, dan maak ik de koppeling opnieuw.',
    yes: 'Ja, wis de koppeling',
  },
  alles: {
    title: 'Wis alles over mij',
    text: 'Je naam, je account, je gesprekken en de koppeling met deze chat gaan weg. In casussen staat dan alleen nog “een deelnemer”: niemand kan meer zien dat jij dat was. Dit kan niet terug. Kom je weer, dan ben je nieuw voor mij.',
    yes: 'Ja, wis alles over mij',
  },
};

/** Asked once more: it can not be undone. */
export function wipeCard(what: Wipe): CardData<'notice'> {
  const { title, text, yes } = ASKED[what];
  return { title, text, lines: [], buttons: [button(yes, 'me-wipe', nowhere, { what }, 'destructive'), button('Nee, terug', 'me', nowhere), unsafeButton()] };
}

export function wipedCard(what: Exclude<Wipe, 'gesprekken'>): CardData<'notice'> {
  return {
    title: 'Gewist',
    text: what === 'alles' ? 'Ik weet niet meer wie je bent. Wat hier nog in de chat staat, haal je zelf weg.' : 'Ik weet niet meer waar ik je kan bereiken. Wat hier nog in de chat staat, haal je zelf weg.',
    lines: [], buttons: [unsafeButton()],
  };
}
