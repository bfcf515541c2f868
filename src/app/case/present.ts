import type { Button, CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { consentOn } from '../../case/consent/age.js';
import { waitingFor, type Waiting } from '../../case/people/waiting.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import { timelineRows } from '../../print/timeline.js';
import { consentFacts } from '../consent/present.js';
import { dangerSection } from '../consent/danger.js';
import { registrationFacts } from '../consent/registrations.js';
import { contactFacts } from '../contact/present.js';
import { mdoFacts } from '../mdo/present.js';
import { peopleFacts } from '../people/present.js';
import { WAITS } from '../people/words.js';
import { levelsFacts, planFacts } from '../plan/present.js';
import { nextLines } from '../plan/next.js';
import { printInput } from '../print/documents.js';
import type { CaseView } from '../present/view.js';
import { button, dutchDay, formButton, labels, unsafeButton, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { riskFacts, stagnationSection } from '../stagnation/section.js';
import { waitingText } from '../step/present.js';
import { undeliveredSection } from '../undelivered/section.js';
import { mainButtons } from './buttons.js';

/** A case for one of its participants: what waits for them first, then what can be done, then what was recorded. */
export function caseCard(loaded: LoadedCase, view: CaseView): CardData<'case'> {
  const { stream, version, state, events } = loaded;
  const target = { ref: stream, seen: version };
  const open = state.closed === null;
  return {
    code: state.code,
    reference: referenceOf(loaded, view),
    title: state.step ? labels(view.route).step(state.step.id) : 'Casus',
    status: statusOf(loaded, view),
    alerts: alertsOf(loaded, view),
    facts: factsOf(loaded, view),
    next: open ? nextLines(view.route, state) : [],
    buttons: mainButtons(loaded, view),
    parts: [
      { heading: 'Toestemming', facts: open ? consentFacts(loaded, view) : [] },
      { heading: 'Registraties', facts: registrationFacts(loaded, view) },
      { heading: 'Gesprekken', facts: state.contacts.length === 0 ? [] : contactFacts(loaded, view) },
      { heading: 'MDO', facts: mdoFacts(loaded, view) },
      { heading: 'Plan van aanpak', facts: planFacts(loaded, view) },
    ],
    timeline: lastOf(timelineRows(printInput(loaded, view), events)),
    nav: [
      button('Mijn casussen', 'cases', { ref: '', seen: 0 }), ...(open ? [button('Waar staan we in de route?', 'schema', target)] : []), unsafeButton(),
    ],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** The mark that the viewer's own organisation gave it; '' for none. Only its own participants look it up at all. */
export function referenceOf({ state }: LoadedCase, { viewer, texts }: CaseView): string {
  const mark = viewer.registered && viewer.organisation !== '' ? state.references[viewer.organisation] : undefined;
  return mark === undefined ? '' : texts.get(mark) ?? '';
}

/** What comes before everything else on the card: danger for those who know of it, what waits for the viewer, what is stuck, what did not arrive. */
function alertsOf(loaded: LoadedCase, view: CaseView): Section[] {
  const danger = dangerSection(loaded, view);
  const stagnation = stagnationSection(loaded, view);
  return [
    ...(danger ? [{ ...danger, tone: 'warning' as const }] : []),
    ...waitsForMe(loaded, view),
    ...(stagnation ? [{ ...stagnation, tone: 'warning' as const }] : []),
    ...undeliveredSection(loaded, view),
  ];
}

/** As many as one takes in at a glance; the list of all is under `mijn casussen`. */
const MOST_WAITING = 3;

function waitsForMe({ stream, version, state }: LoadedCase, { route, viewer, now }: CaseView): Section[] {
  const waits = waitingFor(route, state, viewer.id, now);
  if (waits.length === 0) return [];
  const target = { ref: stream, seen: version };
  const buttons = new Map<string, Button>();
  for (const one of waits.slice(0, MOST_WAITING)) {
    const leads = leadsTo(one, target);
    if (!buttons.has(leads.title)) buttons.set(leads.title, leads);
  }
  return [{
    heading: 'Wacht op jou', tone: 'accent', buttons: [...buttons.values()],
    lines: waits.slice(0, MOST_WAITING).map(({ what, since, until }) => `${WAITS[what].text} (sinds ${dutchDay(dayOf(since))}${until === null ? '' : `, tot ${dutchDay(until)}`})`),
  }];
}

/** How it stands is a form of its own; everything else is read first. */
function leadsTo({ what, card, view }: Waiting, target: { readonly ref: string; readonly seen: number }): Button {
  const title = WAITS[what].button;
  if (card !== 'case') return button(title, 'open-card', target, { card }, 'positive');
  return view === 'term' ? formButton(title, view, target, {}, 'positive') : button(title, 'show', target, { view }, 'positive');
}

function factsOf(loaded: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const { state } = loaded;
  const { step, borderMonth } = state;
  const say = labels(view.route);
  const term = step?.term && step.dueAt && !state.closed
    ? [{ title: 'Termijn', value: `tot ${showDay(dayOf(step.dueAt))} (${step.term.proposal ? 'voorbeeld, nog niet lokaal afgesproken' : 'lokaal afgesproken'})` }] : [];
  const month = borderMonth === null ? '' : `; volgende leeftijdsgrens in ${borderMonth.split('-').reverse().join('-')}`;
  return [
    { title: 'Leeftijd', value: `${say.age(consentOn(state, dayOf(view.now)).ageBand)}${month}` },
    ...peopleFacts(loaded, view), ...term, ...levelsFacts(loaded, view), ...riskFacts(loaded, view),
    { title: 'Geopend', value: showDay(dayOf(state.openedAt)) },
  ];
}

function statusOf({ state }: LoadedCase, { now }: CaseView): string {
  if (state.mergedInto) return `Samengevoegd: ga verder met casus ${state.mergedInto.code}`;
  if (state.closed) return `Afgesloten op ${showDay(dayOf(state.closed.at))}: ${word(state.closed.ending).toLowerCase()}`;
  if (state.stagnation) return `Loopt vast sinds ${showDay(dayOf(state.stagnation.since))}`;
  const step = state.step;
  if (!step) return 'Open';
  if (step.waiting) return waitingText(step.waiting);
  if (step.asked) return 'De afgesproken termijn is voorbij: hoe staat het ervoor?';
  const days = daysBetween(step.startedAt, now);
  return days === 0 ? 'Vandaag begonnen aan deze stap' : `Staat ${showDays(days)} in deze stap`;
}

/** The last things that happened, newest first; the whole timeline can be printed. */
const SHOWN_EVENTS = 8;

function lastOf(rows: ReturnType<typeof timelineRows>): { title: string; value: string }[] {
  return rows.slice(-SHOWN_EVENTS).reverse().map(({ on, what, by }) => ({ title: dutchDay(on), value: by === 'Routewijzer' ? what : `${what} · ${by}` }));
}
