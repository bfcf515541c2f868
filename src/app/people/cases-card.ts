import type { Button, CardData } from '../../cards/data.js';
import type { Waiting } from '../../case/people/waiting.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import type { Route } from '../../route/model.js';
import type { Instant, Person } from '../ports.js';
import { asDialog, button, labels, unsafeButton, word } from '../present/words.js';
import { MOST_CASES, type MyCase } from './my-cases.js';
import { WAITS } from './words.js';

/** So many things that wait in one case; the case itself shows them all. */
const MOST_WAITS = 3;

const nothing = { ref: '', seen: 0 };
type Shown = CardData<'cases'>['groups'][number]['cases'][number];

/** "Mijn casussen": what waits for me first, since when and until when; then the rest. Each by its code and the own organisation's mark. */
export function casesCard(route: Route, person: Person, cases: readonly MyCase[], now: Instant, leftBehind: number, mayOpen = true): CardData<'cases'> {
  const shown = cases.slice(0, MOST_CASES);
  const waits = shown.filter((one) => one.waiting.length > 0);
  const rest = shown.filter((one) => one.waiting.length === 0);
  const more = cases.length - shown.length;
  const groups = [{ heading: 'Wacht op jou', cases: waits }, { heading: waits.length > 0 ? 'Verder' : 'Open casussen', cases: rest }];
  return {
    title: 'Mijn casussen',
    intro: cases.length === 0 ? 'Je hebt nog geen open casussen.' : 'Een casus heeft een code, nooit een naam. In je eigen dossier staat bij welk kind de code hoort.',
    groups: groups.filter((group) => group.cases.length > 0).map((group) => ({ heading: group.heading, cases: group.cases.map((one) => caseLine(route, one, now)) })),
    more: more > 0 ? `En nog ${more === 1 ? '1 casus' : `${String(more)} casussen`} waarin niets eerder op je wacht.` : '',
    nav: [
      ...(mayOpen ? [button('Nieuwe casus', 'case-form', nothing)] : []), button('Wat nu?', 'start', nothing, { tree: 'wat-nu' }),
      ...(person.registered && cases.some((one) => one.part === 'inside') ? [asDialog(button('Nieuw schooljaar', 'school-year', nothing))] : []),
      ...(leftBehind > 0 ? [asDialog(button(`Casussen zonder collega (${String(leftBehind)})`, 'left-behind', nothing))] : []),
      button('Onlangs afgesloten', 'closed-cases', nothing), unsafeButton(),
    ],
  };
}

/** Cases that were closed: by code and mark, with a button to look at them. */
export function closedCasesCard(route: Route, cases: readonly MyCase[]): CardData<'cases'> {
  const line = ({ loaded: { state } }: MyCase) => (state.closed ? `Afgesloten op ${showDay(dayOf(state.closed.at))}: ${word(state.closed.ending).toLowerCase()}` : '');
  return {
    title: 'Onlangs afgesloten',
    intro: cases.length === 0 ? 'Je hebt de laatste maand geen casus afgesloten.' : 'Deze casussen zijn de laatste maand afgesloten.',
    groups: cases.length === 0 ? [] : [{
      heading: 'Afgesloten',
      cases: cases.slice(0, MOST_CASES).map((one) => ({ code: one.loaded.state.code, reference: one.reference, line: line(one), waits: [], open: [openCase(one)] })),
    }],
    more: '', nav: [button('Mijn casussen', 'cases', nothing), unsafeButton()],
  };
}

function caseLine(route: Route, one: MyCase, now: Instant): Shown {
  const waits = one.waiting.slice(0, MOST_WAITS).map(waitLine);
  const left = one.waiting.length - waits.length;
  return {
    code: one.loaded.state.code, reference: one.reference, line: whatOf(route, one, now),
    waits: left > 0 ? [...waits, `En nog ${String(left)}.`] : waits, open: [...opens(one)],
  };
}

/** Step, stalled and how long, for who takes part; somebody else sees what they have to do with it, and no more. */
function whatOf(route: Route, { part, loaded: { state } }: MyCase, now: Instant): string {
  const step = state.step ? labels(route).step(state.step.id) : '';
  switch (part) {
    case 'inside': return [step, state.stagnation ? 'loopt vast' : '', openSince(state.openedAt, now)].filter(Boolean).join(' · ');
    case 'closed': return 'Er is nu geen toestemming om deze casus met jou te delen.';
    case 'invited': return 'Je bent uitgenodigd voor een MDO.';
    case 'asked': return 'Een collega vraagt of jij het overneemt.';
    case 'claimed': return [step, `staat stil sinds ${showDay(dayOf(state.stagnation?.since ?? now))}`].filter(Boolean).join(' · ');
  }
}

function waitLine({ what, since, until }: Waiting): string {
  const last = until === null ? '' : ` · tot ${showDay(until)}`;
  return `${WAITS[what].text} · sinds ${showDay(dayOf(since))}${last}`;
}

/** The first thing that waits has a button of its own, and so has the case for who takes part. */
function opens(one: MyCase): readonly Button[] {
  const [first] = one.waiting;
  const target = { ref: one.row.stream, seen: one.loaded.version };
  const inside = one.part === 'inside' || one.part === 'closed';
  if (!first) return inside ? [openCase(one)] : [button('Bekijk', 'open-card', target, { card: 'invitation' })];
  const to = first.card === 'case'
    ? button(WAITS[first.what].button, 'show', target, { view: first.view }, 'positive')
    : button(WAITS[first.what].button, 'open-card', target, { card: first.card }, 'positive');
  return inside ? [to, openCase(one)] : [to];
}

function openCase({ row, loaded }: MyCase): Button {
  return button('Bekijk', 'show', { ref: row.stream, seen: loaded.version }, { view: 'case' });
}

function openSince(openedAt: Instant, now: Instant): string {
  const days = daysBetween(openedAt, now);
  return days === 0 ? 'vandaag geopend' : `${showDays(days)} open`;
}
