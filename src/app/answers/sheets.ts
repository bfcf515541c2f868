import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import type { Articles } from '../../knowledge/articles/load.js';
import type { Route } from '../../route/model.js';
import type { Person } from '../ports.js';
import { button, unsafeButton, type Banner } from '../present/words.js';
import type { Busy } from './busy.js';
import { articleButton, carried, nothing, waysOn, type Asked } from './present.js';
import { allContacts, contactsOf, dangerNumbers, nextRoles } from './whom.js';

type Sheet = CardData<'sheet'>;

const bannerOf = (banner: Banner | undefined) => (banner ? { banner } : {});
const busySection = (busy: Busy | undefined): Section[] => (busy ? [{ heading: '', facts: [{ title: 'Je was bezig met', value: busy.position.question.question }] }] : []);

/** "Bedoel je een van deze?": the likeliest first. */
export function choicesSheet(articles: Articles, slugs: readonly string[], asked: Asked, banner: Banner | undefined): Sheet {
  const told = carried(asked);
  return {
    name: 'choices', code: '', title: 'Bedoel je een van deze?', status: '', intro: '',
    sections: busySection(asked.busy),
    buttons: [
      ...slugs.flatMap((slug) => articleButton(articles, slug, { ...told, ...others(slugs, slug) })),
      button('Geen van deze', 'none-of-these', nothing, told),
    ],
    nav: waysOn(asked.busy), ...bannerOf(banner),
  };
}

function others(slugs: readonly string[], own: string): Readonly<Record<string, string>> {
  const rest = slugs.filter((slug) => slug !== own);
  return rest.length === 0 ? {} : { alts: rest.join(',') };
}

/** Nothing is known about it: a person, and the route. */
export function unknownSheet(route: Route, person: Person, busy: Busy | undefined, kept: boolean, banner: Banner | undefined): Sheet {
  return {
    name: 'unknown', code: '', title: 'Dit weet Routewijzer niet', status: '',
    intro: `Ik heb hier geen antwoord op, en ik gok niet.${kept ? ' Je vraag gaat zonder namen naar wie de antwoorden schrijft.' : ''}`,
    sections: [toAsk(route, person), ...busySection(busy)], buttons: [], nav: waysOn(busy), ...bannerOf(banner),
  };
}

/** An answer was wrong: what else it could be about, and a person. */
export function wrongSheet(route: Route, articles: Articles, person: Person, asked: Asked): Sheet {
  const others = asked.alternatives.flatMap((slug) => articleButton(articles, slug, asked.question === '' ? {} : { q: carried(asked)['q'] ?? '' }));
  return {
    name: 'wrong', code: '', title: 'Dank je, dat helpt', status: '', intro: 'Je vraag gaat zonder namen naar wie de antwoorden schrijft.',
    sections: [
      ...(others.length > 0 ? [{ heading: 'Bedoelde je een van deze?', buttons: others }] : []),
      toAsk(route, person), ...busySection(asked.busy),
    ],
    buttons: [], nav: waysOn(asked.busy),
  };
}

/** The person whom somebody of this role asks next, as the region filled it in. */
function toAsk(route: Route, person: Person): Section {
  const { facts, missing } = contactsOf(route, nextRoles(person.role));
  return {
    heading: 'Vraag het een mens', facts,
    lines: [...(missing === '' ? [] : [missing]), 'Gaat het over één kind? Overleg zonder naam en zonder herkenbare details, of kijk eerst of toestemming nodig is.'],
  };
}

/** "Wie bel ik?": one's own next person first, then everybody whom the region filled in, and the numbers in danger. */
export function callSheet(route: Route, person: Person, busy: Busy | undefined): Sheet {
  const all = allContacts(route);
  return {
    name: 'call', code: '', title: `Wie bel ik? · ${route.region.label}`, status: '', intro: '',
    sections: [
      { ...toAsk(route, person), heading: 'Voor jou de eerste' },
      { heading: 'Alle rollen in deze regio', facts: all, lines: all.length === 0 ? [`Voor ${route.region.label} zijn nog geen namen en nummers ingevuld. Wie de route hier beheert, vult ze in.`] : [] },
      inDanger(route), ...busySection(busy),
    ],
    buttons: [button('Wat doet welke rol?', 'roles', nothing)], nav: waysOn(busy),
  };
}

/** "Ik wil een mens spreken". */
export function personSheet(route: Route, person: Person, busy: Busy | undefined): Sheet {
  return {
    name: 'person', code: '', title: 'Een mens spreken', status: '', intro: 'Deze chat wordt niet gelezen door een mens. Ik kan je ook niet doorverbinden. Wel weet ik wie je kunt vragen.',
    sections: [toAsk(route, person), inDanger(route), ...busySection(busy)],
    buttons: [button('Wie doet wat in de route?', 'roles', nothing)], nav: waysOn(busy),
  };
}

function inDanger(route: Route): Section {
  return { heading: 'Is een kind niet veilig?', tone: 'warning', facts: dangerNumbers(route) };
}

/** Several cases are open: which one? */
export function whichCase(cases: readonly { readonly ref: string; readonly seen: number; readonly title: string }[]): Sheet {
  return {
    name: 'choose-case', code: '', title: 'Van welke casus?', status: '', intro: 'Je doet mee aan meer dan één casus.', sections: [],
    buttons: cases.map(({ ref, seen, title }) => button(title, 'show', { ref, seen }, { view: 'case' })),
    nav: [button('Mijn casussen', 'cases', nothing), unsafeButton()],
  };
}

/** As long as fits in one field. */
export const FEEDBACK_LENGTH = 500;

/** What somebody wants to say about Routewijzer itself. */
export function feedbackForm(typed = '', banner?: Banner): CardData<'form'> {
  return {
    name: 'feedback', code: '', title: 'Wat kan er beter?', intro: 'Wie Routewijzer maakt, leest dit zonder je naam. Je krijgt er geen antwoord op. Schrijf niets over een kind.',
    facts: [],
    fields: [{ id: 'text', kind: 'lines', label: 'Je feedback', value: typed, required: true, error: 'Schrijf eerst iets op.', maxLength: FEEDBACK_LENGTH }],
    submit: [button('Verstuur', 'feedback', nothing, {}, 'positive')], nav: [button('Annuleer', 'help', nothing), unsafeButton()], ...bannerOf(banner),
  };
}
