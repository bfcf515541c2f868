import type { CardData } from '../../cards/data.js';
import type { RecordedCaseEvent } from '../../case/events.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import { participant } from '../../case/decision.js';
import { contactOf, roleLabel } from '../../route/roles.js';
import type { LoadedCase } from '../run-case.js';
import { consentFacts } from './consent.js';
import { mdoFacts } from './mdo.js';
import { nameOf, type CaseView } from './view.js';
import { button, dutchDay, labels, unsafeButton, word } from './words.js';

/** A case for one of its participants. */
export function caseCard(loaded: LoadedCase, view: CaseView): CardData<'case'> {
  const { stream, version, state, events } = loaded;
  const { route, viewer, banner } = view;
  const target = { ref: stream, seen: version };
  const say = labels(route);
  const open = state.closed === null;
  const step = state.step;
  return {
    code: state.code,
    title: step ? say.step(step.id) : 'Casus',
    status: statusOf(loaded, view),
    facts: [
      { title: 'Leeftijd', value: say.age(state.ageBand) },
      ...(step && open ? [{ title: 'Aan zet', value: `${roleLabel(route, step.holderRole)}${nameOf(view, step.holder)}` }] : []),
      { title: 'Doen mee', value: state.people.map((one) => `${roleLabel(route, one.role)}${nameOf(view, one.person)}`).join(', ') },
      ...(step?.term && step.dueAt && open ? [{ title: 'Termijn', value: `tot ${showDay(dayOf(step.dueAt))} (${step.term.proposal ? 'voorbeeld, nog niet lokaal afgesproken' : 'lokaal afgesproken'})` }] : []),
      { title: 'Geopend', value: showDay(dayOf(state.openedAt)) },
    ],
    consent: open ? consentFacts(loaded, view) : [],
    mdo: mdoFacts(loaded, view),
    ...(state.stagnation ? { stagnation: stagnationText(loaded, view) } : {}),
    next: open ? nextLines(loaded) : [],
    timeline: timeline(events, view),
    undelivered: [...view.undelivered],
    buttons: open ? [
      button('Hoe staat het ervoor?', 'show', target, { view: 'term' }, step?.asked?.person === viewer.id ? 'positive' : 'default'),
      button('Toestemming', 'show', target, { view: 'consent' }),
      state.mdo ? button('Bekijk het MDO', 'show', target, { view: 'mdo' }) : button('Start een MDO', 'show', target, { view: 'mdo-form' }),
      ...(state.people.some((one) => one.role === 'ib-er') || participant(state, { person: viewer.id, role: '', organisation: '' })?.role !== 'leerkracht'
        ? [] : [button('Leg voor aan de IB’er', 'refer', target)]),
      ...(state.stagnation ? [button('Het loopt weer', 'runs-again', target)] : []),
      button('Afsluiten', 'show', target, { view: 'close' }),
    ] : [],
    nav: [
      button('Mijn casussen', 'cases', { ref: '', seen: 0 }), ...(open ? [button('Waar staan we in de route?', 'schema', target)] : []), unsafeButton(),
    ],
    ...(banner ? { banner } : {}),
  };
}

function statusOf({ state }: LoadedCase, { now }: CaseView): string {
  if (state.closed) return `Afgesloten op ${showDay(dayOf(state.closed.at))}: ${word(state.closed.ending).toLowerCase()}`;
  if (state.stagnation) return `Loopt vast sinds ${showDay(dayOf(state.stagnation.since))}`;
  const step = state.step;
  if (!step) return 'Open';
  if (step.waiting) return `Wacht op ${word(step.waiting.for)} tot ${showDay(step.waiting.until)}`;
  if (step.asked) return 'De afgesproken termijn is voorbij: hoe staat het ervoor?';
  return inStep(daysBetween(step.startedAt, now));
}

function inStep(days: number): string {
  return days === 0 ? 'Vandaag begonnen aan deze stap' : `Staat ${showDays(days)} in deze stap`;
}

/** The stagnatiepunt helps and can force nothing (ROL-STP-03); a place is the road of the regievoerder (N-03). */
export function stagnationText({ state }: LoadedCase, view: CaseView): string {
  const stagnation = state.stagnation;
  if (!stagnation) return '';
  const on = stagnation.kind ? `Het loopt vast op: ${word(stagnation.kind)}.` : 'Er was binnen de termijn niets vastgelegd in Routewijzer.';
  const regievoerder = contactOf(view.route, 'regievoerder') ?? 'je schoolbestuur weet wie dat is';
  const place = stagnation.kind === 'samenwerking' || stagnation.kind === null ? ''
    : ` Voor een plek: de regievoerder zorg van het schoolbestuur (${regievoerder}). Die kan het samenwerkingsverband inschakelen.`;
  if (!stagnation.atStagnatiepunt) return `${on}${place}`;
  const point = stagnation.claimedAt
    ? `Het stagnatiepunt heeft dit opgepakt op ${showDay(dayOf(stagnation.claimedAt))} en neemt contact op.`
    : 'Het stagnatiepunt weet dat het stilligt. Het kan helpen om elkaar weer te vinden, maar beslist niet voor jullie.';
  return `${on} ${point}${place}`;
}

function nextLines({ state }: LoadedCase): string[] {
  const step = state.step?.id;
  if (step === 'signaal') return ['Schrijf de code van deze casus in je eigen dossier.', 'Leg vast als de stap gedaan is. Daarna volgt onderzoek en triage.'];
  if (step === 'triage') return ['Leg vast als de triage gedaan is.', 'Zijn er een leervraag en een leefvraag? Dan volgt een MDO met een plan van aanpak.'];
  return ['In het plan staan doelen, acties, verantwoordelijkheden en regie.', 'Evalueer het plan met alle betrokkenen. Contactpersonen van school en gemeente zijn daar altijd bij.'];
}

/** The last things that happened, newest first. */
const SHOWN_EVENTS = 8;

function timeline(events: readonly RecordedCaseEvent[], view: CaseView): { title: string; value: string }[] {
  const lines = events.flatMap((event) => {
    const text = eventText(event, view);
    return text === undefined ? [] : [{ title: dutchDay(dayOf(event.at)), value: text + (event.actor ? ` · ${view.people.get(event.actor)?.name ?? 'een deelnemer'}` : '') }];
  });
  return lines.slice(-SHOWN_EVENTS).reverse();
}

function eventText(event: RecordedCaseEvent, { route, people }: CaseView): string | undefined {
  const say = labels(route);
  switch (event.type) {
    case 'CaseOpened': return 'Casus geopend';
    case 'PersonJoined': return `${people.get(event.data.person)?.name ?? 'Een collega'} doet mee (${roleLabel(route, event.data.role)})`;
    case 'StepStarted': return `Stap begonnen: ${say.step(event.data.step)}`;
    case 'HolderAsked': return 'Termijn voorbij: gevraagd hoe het staat';
    case 'StepWaits': return `Wacht op ${word(event.data.waitFor)} tot ${dutchDay(event.data.until)}`;
    case 'StepDone': return `Stap gedaan: ${say.step(event.data.step)}`;
    case 'CaseStuck': return `Loopt vast op ${word(event.data.kind)}`;
    case 'Escalated': return 'Gemeld bij het stagnatiepunt';
    case 'StagnationClaimed': return 'Opgepakt door het stagnatiepunt';
    case 'StagnationClosed': return `Loopt niet meer vast: ${word(event.data.ending)}`;
    case 'GezagRecorded': return `Gezag vastgelegd: ${event.data.who.map(word).join(', ')}`;
    case 'ConsentRecorded': return `${say.party(event.data.recipient)}: ${word(event.data.who)}, ${word(event.data.status)}`;
    case 'MdoPlanned': return `MDO gepland op ${dutchDay(event.data.date)}`;
    case 'MdoAnswered': return `Antwoord op de uitnodiging: ${word(event.data.answer)}`;
    case 'CaseClosed': return `Casus afgesloten: ${word(event.data.ending).toLowerCase()}`;
  }
}
