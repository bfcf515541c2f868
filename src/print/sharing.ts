import { ageOn } from '../case/consent/age.js';
import { sharingOverview, type Asked, type SharingOverview } from '../case/consent/overview.js';
import type { LedgerEntry } from '../case/consent/state.js';
import { circleOf } from '../case/people/circle.js';
import { sidesOf } from '../case/sides.js';
import { dayOf } from '../case/time.js';
import { heading, line, list, listOr, paragraph, type Block, type PrintDoc } from './doc.js';
import { askMe, placeOf, whoIs, type PrintInput } from './input.js';
import { voiceOf, type Voice } from './voice.js';
import { capital, dayInWords, wordOf } from './words.js';

/**
 * For parents and jeugdige, in plain words: what is shared with whom and why, what was asked and answered, what those who
 * take part can see, and how to take a yes back. Nothing about danger, and nothing that was said in a talk.
 */
export function sharingDoc(input: PrintInput): PrintDoc {
  const { state, day } = input;
  const voice = voiceOf(input);
  const shared = sharedFor(input);
  return {
    title: `Wat wordt er gedeeld over ${voice.about}?`,
    subtitle: `Casus ${state.code}. Zo staat het op ${dayInWords(day)}.`,
    blocks: [
      paragraph(voice.greeting),
      line(voice.nameLabel),
      paragraph(`Verschillende mensen werken samen om te helpen. Daarvoor delen zij soms iets met elkaar over ${voice.about}. Hier lees je met wie, waarvoor, wie daarover iets heeft gezegd, en hoe je dat kunt veranderen.`),
      heading('Wie doen er mee?'),
      { kind: 'table', caption: '', head: ['Wie', 'Organisatie', 'Doet mee sinds'], rows: involved(input) },
      heading('Met wie mag er iets worden gedeeld?'),
      shared.length === 0
        ? paragraph('Er is nog niets gevraagd om met een andere organisatie te delen.')
        : { kind: 'table', caption: '', head: ['Wie deelt met wie', 'Waarvoor', 'Wat is er gezegd', 'Mag het nu?'], rows: shared.map((one) => sharedRow(input, voice, one)) },
      ...(placeOf(input)?.sender === null ? [] : [paragraph('Hier staat alleen wat onze eigen organisatie deelt of krijgt. Andere organisaties kunnen ook iets gevraagd hebben.')]),
      ...whoIsAsked(voice, input),
      ...seenBy(input, voice),
      ...registered(input),
      heading('Je mag je altijd bedenken'),
      list(...takeBack(voice)),
      heading('Vragen'),
      paragraph(askMe(input)),
      line('Telefoon of e-mail:'),
      paragraph('Dit blad gaat over samenwerken in de ondersteuningsroute. Wat de wet apart regelt, staat hier niet op. Vraag ernaar als je meer wilt weten.'),
    ],
  };
}

/** The sharings that belong on the reader's page: danger is none of them; who was brought in from elsewhere knows of the own side. */
function sharedFor(input: PrintInput): readonly SharingOverview[] {
  const { route, state, day } = input;
  const place = placeOf(input);
  if (!place) return [];
  const { sends, receives } = sidesOf(route, place.role);
  return sharingOverview(route, state, day)
    .filter(({ purpose, recipient, requirement }) => purpose !== 'meldcode' && recipient !== 'veilig-thuis' && requirement.kind !== 'none')
    .filter(({ sender, recipient }) => place.sender === null || sender === sends || recipient === receives);
}

const PURPOSES: Readonly<Record<string, string>> = {
  betrekken: 'om samen te overleggen en te helpen', registreren: 'om vast te leggen dat er hulp is', verzuim: 'over afwezig zijn op school', vastlopen: 'om hulp te krijgen als het vastloopt',
};

function sharedRow({ route }: PrintInput, voice: Voice, one: SharingOverview): readonly string[] {
  const party = (id: string) => route.parties.get(id)?.label ?? id;
  return [
    `${party(one.sender)} met ${party(one.recipient)}`,
    PURPOSES[one.purpose] ?? route.purposes.get(one.purpose)?.label ?? one.purpose,
    answers(voice, one),
    one.requirement.kind === 'inform' ? 'Toestemming is niet nodig. Je hoort het wel te weten.' : one.open ? 'Ja' : 'Nee, nu niet',
  ];
}

function answers(voice: Voice, { asked, said, requirement }: SharingOverview): string {
  const lines = [...asked.filter((one) => mayBeNamed(voice, said, one.who)).map((one) => askedLine(voice, one)),
    ...said.filter(({ who }) => !asked.some((one) => one.who === who) && mayBeNamed(voice, said, who)).map((entry) => `${nameOf(voice, entry.who)}: ${answer(entry)}`)];
  const silent = requirement.kind === 'silent' ? ['De route zegt hier niets over. Daarom vragen we of het bekend is en goed is.'] : [];
  return [...lines, ...silent].join('\n');
}

/** From 16 the parents stand on the page only when the jongere wants them asked: before that nothing points at them (C-01). */
function mayBeNamed(voice: Voice, said: readonly LedgerEntry[], who: Asked['who']): boolean {
  return voice.to !== 'jongere' || who === 'jeugdige' || said.some((entry) => entry.who === 'jeugdige' && entry.status === 'gegeven');
}

function askedLine(voice: Voice, { who, weight, said }: Asked): string {
  const name = who === 'gezaghebbenden' ? 'Wie het gezag heeft' : nameOf(voice, who);
  const advice = weight === 'advice' ? ' (de route geeft dit als advies)' : '';
  if (who === 'gezaghebbenden') return `${name}: nog niet vastgelegd`;
  return said ? `${name}${advice}: ${answer(said)}` : `${name}${advice}: ${weight === 'inform' ? 'moet het weten' : 'nog niet gevraagd'}`;
}

function nameOf(voice: Voice, who: string): string {
  return who === 'jeugdige' && voice.to === 'jongere' ? 'Jij' : capital(wordOf(who));
}

function answer({ status, how, on, until }: LedgerEntry): string {
  return `${wordOf(status)} (${wordOf(how)}, ${dayInWords(on)}${until === null ? '' : `, tot en met ${dayInWords(until)}`})`;
}

function involved({ route, state, names, texts, day, reader }: PrintInput): readonly (readonly string[])[] {
  const people = circleOf(route, state, day).map((one) => [
    whoIs({ route, state, names, texts, day, reader }, `person:${one.person}`), one.organisation === '' ? ' ' : one.organisation, dayInWords(dayOf(one.since)),
  ]);
  const others = outsidersWithin({ route, state, day }).map((one) => [whoIs({ route, state, names, texts, day, reader }, one.key), 'niet in Routewijzer', ' ']);
  return [...people, ...others];
}

/** Those outside Teams with whom may be shared now. */
function outsidersWithin({ route, state, day }: Pick<PrintInput, 'route' | 'state' | 'day'>) {
  return state.outsiders.filter((one) => one.sender === null || sharingOverview(route, state, day)
    .some((shared) => shared.open && shared.sender === one.sender && shared.recipient === sidesOf(route, one.role).receives && shared.purpose === 'betrekken'));
}

function whoIsAsked(voice: Voice, { state, day }: PrintInput): readonly Block[] {
  if (voice.to === 'ouders') return [paragraph('Tot 12 jaar wordt het gevraagd aan de ouders of verzorgers met gezag. Gezag betekent: je mag volgens de wet over een kind beslissen. Hebben twee ouders gezag? Dan wordt het aan allebei gevraagd (landelijke regel).')];
  if (voice.to === 'beiden') return [paragraph('Van 12 tot 16 jaar wordt het gevraagd aan de ouders of verzorgers met gezag, en vaak ook aan de jeugdige zelf. Hebben twee ouders gezag? Dan wordt het aan allebei gevraagd (landelijke regel).')];
  return [paragraph(ageOn(state, day).ageBand === '18-plus' ? 'Vanaf 18 jaar beslis jij alleen (landelijke regel).' : 'Vanaf 16 jaar wordt het eerst aan jou gevraagd. Jij kiest of je ouders erbij komen.')];
}

function seenBy({ state }: PrintInput, voice: Voice): readonly Block[] {
  const point = state.stagnation?.atStagnatiepunt === true || state.lastStagnation?.atStagnatiepunt === true;
  return [
    heading('Wat ziet een organisatie die meedoet?'),
    list(
      `Het nummer van de casus (${state.code}), de leeftijdsgroep en de stap in de route. Routewijzer vraagt niet naar een naam, geboortedatum of burgerservicenummer.`,
      'Wie er meedoen, met naam en functie.',
      'Wat er is gezegd over delen: wie ja of nee zei, en wanneer.',
      'Dat er een gesprek was, wanneer en met wie. Wat er is gezegd, leest alleen de organisatie die het opschreef.',
      'De afspraken in het plan.',
      ...(state.risk ? ['De regievoerder zorg van het schoolbestuur ziet het nummer, de school en hoe het gaat met het vinden van een passende plek.'] : []),
      'Managers zien alleen aantallen.',
      ...(point ? ['Het stagnatiepunt ziet alleen het nummer, de stap, welke functie aan zet is en hoe lang het stilligt. Wie het oppakt, ziet ook wie er meedoen.'] : []),
    ),
    paragraph(`Is er geen toestemming (meer) om iets met een organisatie te delen? Dan ziet die organisatie in Routewijzer niets meer over ${voice.about}. Andere organisaties dan hierboven zien niets.`),
  ];
}

function registered({ state }: PrintInput): readonly Block[] {
  const made = state.registrations.filter(({ result }) => result !== 'niet-gedaan');
  if (made.length === 0) return [];
  return [
    heading('Registratie'),
    listOr(made.map(({ register }) => `Er is een registratie bij ${wordOf(register)}.`), ''),
    paragraph('Voor een registratie wordt geen toestemming gevraagd. Je hoort er wel over te worden verteld.'),
  ];
}

function takeBack(voice: Voice): readonly string[] {
  return [
    'Je mag nee zeggen. Je mag ook ja zeggen tegen de ene organisatie en nee tegen de andere.',
    'Heb je ja gezegd? Dan mag je dat altijd intrekken. Zeg het tegen iemand die op dit blad staat. Zeggen is genoeg, het hoeft niet op papier.',
    'Vanaf dat moment stopt in de ondersteuningsroute het delen met die organisatie. Wat zij al weten, weten zij nog.',
    ...(voice.to === 'beiden' ? ['Ook de jeugdige mag zich bedenken. Is de vraag aan de jeugdige een advies? Dan stopt het delen niet vanzelf: bespreek het dan samen.'] : []),
  ];
}
