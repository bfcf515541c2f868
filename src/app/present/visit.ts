import type { Button, CardData } from '../../cards/data.js';
import { daysOf } from '../../case/calendar.js';
import { positionOf, type VisitState } from '../../case/visit.js';
import type { Position, ResolvedOutcome, Route, Step } from '../../route/model.js';
import { contactOf, roleLabel } from '../../route/roles.js';
import type { LoadedVisit } from '../run-visit.js';
import { roleButton } from './role.js';
import { button, dutchDay, shownRule, termText, type Banner } from './words.js';

/** REG-03: the three parts of the note for the child's file. */
const NOTE = ['Wanneer en met wie je sprak', 'Wat jullie bespraken', 'Welke afspraken jullie maakten'];

interface Target {
  readonly ref: string;
  readonly seen: number;
}

export type VisitCard =
  | { readonly kind: 'question'; readonly data: CardData<'question'> }
  | { readonly kind: 'advice'; readonly data: CardData<'advice'> }
  | { readonly kind: 'notice'; readonly data: CardData<'notice'> };

/** The card of a visit as it stands: a question, the advice, or "gestopt". `today` is the route with today's rules and contacts. */
export function visitCard(today: Route, { stream, version, state, route }: LoadedVisit, banner: Banner | undefined): VisitCard {
  const target = { ref: stream, seen: version };
  if (state.stopped) return { kind: 'notice', data: stoppedCard(target, banner) };
  const position = positionOf(route, state);
  return position.kind === 'question'
    ? { kind: 'question', data: questionCard(route, state, position, target, banner) }
    : { kind: 'advice', data: adviceCard(today, route, state, position, target, banner) };
}

/** Ways out that every card of a visit has: danger first. */
function ways(tree: string, target: Target): Button[] {
  const unsafe = button('Het is niet veilig', 'start', target, { tree: 'veiligheid' }, 'destructive');
  return tree === 'veiligheid' ? [] : [unsafe];
}

/** A question stays a question: what can be done meanwhile is no list to work through. The advice has the rest. */
const MOST_NOW = 3;

function questionCard(
  route: Route, state: VisitState, position: Extract<Position, { kind: 'question' }>, target: Target, banner: Banner | undefined,
): CardData<'question'> {
  const { question, fact, values, path } = position;
  const asked = path.filter((step) => !step.known);
  return {
    title: route.trees.get(state.tree)?.title ?? 'Wat nu?',
    question: question.question,
    why: question.why,
    whyRules: question.rules.flatMap((id) => {
      const rule = route.rules.get(id);
      return rule ? [shownRule(rule)] : [];
    }),
    options: values.map((value) => button(value.label, 'answer', target, { fact: fact.id, value: value.id })),
    helps: values.flatMap((value) => (value.help ? [`${value.label}: ${value.help}`] : [])),
    now: position.now.slice(0, MOST_NOW).map((action) => action.text),
    path: earlier(route, path, target),
    nav: [
      ...(asked.length > 0 ? [button('Terug', 'back', target)] : []),
      button('Stop', 'stop', target),
      ...ways(state.tree, target),
    ],
    ...(banner ? { banner } : {}),
  };
}

function adviceCard(
  today: Route, route: Route, state: VisitState, position: Extract<Position, { kind: 'outcome' }>, target: Target, banner: Banner | undefined,
): CardData<'advice'> {
  const { outcome, path } = position;
  const danger = outcome.tone === 'danger';
  return {
    outcomeId: outcome.id,
    tone: outcome.tone,
    step: outcome.step.label,
    role: outcome.role ? roleLabel(today, outcome.role.id) : 'Niemand van de gemeente voert de regie',
    title: outcome.title,
    summary: outcome.summary,
    actions: outcome.actions.map((action) => action.text),
    consent: outcome.consent.map((need) => ({
      recipient: route.parties.get(need.recipient)?.label ?? need.recipient, text: need.requirement.text,
    })),
    registrations: outcome.registrations.map((registration) => registration.text),
    note: outcome.note ? NOTE : [],
    ...(outcome.term ? { term: termText(outcome.term, outcome.role ? daysOf(today, outcome.role.id) : 'work') } : {}),
    ...(outcome.regie ? { regie: outcome.regie.text } : {}),
    region: today.region.label,
    agreements: outcome.agreements.map((agreement) => ({ text: agreement.text, setBy: agreementSource(agreement) })),
    // An advice about danger leads nowhere else.
    roleCard: danger || !outcome.role ? [] : roleButton(today, outcome.role.id, 'Wat doet deze rol?', target),
    contacts: danger
      ? today.region.safetyContacts.map(({ label, contact }) => ({ title: label, value: contact }))
      : contactFacts(today, outcome),
    silent: [...outcome.silent],
    rules: outcome.rules.map(shownRule),
    path: earlier(route, path, target),
    buttons: adviceButtons(outcome, state, target),
    nav: [
      ...(path.some((step) => !step.known) ? [button('Terug', 'back', target)] : []),
      ...(danger || outcome.step.id === 'stagnatie' ? [] : [button('Het loopt vast', 'start', target, { tree: 'vastgelopen' })]),
      ...(outcome.step.id === 'stagnatie' ? [button('Mijn casussen', 'cases', { ref: '', seen: 0 })] : []),
      ...ways(state.tree === 'veiligheid' || danger ? 'veiligheid' : state.tree, target),
      button('Nieuwe vraag', 'start', target, { tree: 'wat-nu' }),
    ],
    ...(banner ? { banner } : {}),
  };
}

/** An agreement of the region says whose it is; not every source gives the day. */
function agreementSource({ setBy, setOn }: ResolvedOutcome['agreements'][number]): string {
  return `Bron van de afspraak: ${setBy}${setOn === undefined ? '' : `, ${dutchDay(setOn)}`}`;
}

function contactFacts(route: Route, outcome: ResolvedOutcome): { title: string; value: string }[] {
  if (!outcome.role) return [];
  const contact = contactOf(route, outcome.role.id);
  return contact ? [{ title: roleLabel(route, outcome.role.id), value: contact }] : [];
}

function adviceButtons(outcome: ResolvedOutcome, state: VisitState, target: Target): Button[] {
  // Who is stuck opens the case in order to say so: the stagnatiepunt hears of it from there.
  const stuck = outcome.step.id === 'stagnatie';
  const titles = { 'open-case': stuck ? 'Open een casus en leg vast dat het vastloopt' : 'Open een casus', 'refer-ib': 'Leg voor aan de IB’er', 'start-mdo': 'Start een MDO' } as const;
  return outcome.offers
    .filter((offer) => offer !== 'refer-ib' || state.known['rol'] === 'leerkracht' || state.answers['rol'] === 'leerkracht')
    .map((offer, index) => {
      const style = index === 0 ? 'positive' : 'default';
      return offer === 'meldcode'
        ? button('Volg de stappen van de Meldcode', 'start', target, { tree: offer }, style)
        : button(titles[offer], 'case-form', target, { then: stuck ? 'stuck' : offer }, style);
    });
}

function earlier(route: Route, path: readonly Step[], target: Target): CardData<'question'>['path'] {
  return path.filter((step) => !step.known).map((step) => {
    const fact = route.facts.get(step.fact);
    return {
      label: fact?.label ?? step.fact,
      answer: fact?.values.find((value) => value.id === step.value)?.label ?? step.value,
      change: [button('Wijzig', 'change', target, { fact: step.fact })],
    };
  });
}

function stoppedCard(target: Target, banner: Banner | undefined): CardData<'notice'> {
  return {
    title: 'Je bent gestopt',
    text: 'Je antwoorden blijven 30 dagen bewaard. Daarna zijn ze weg.',
    lines: [],
    buttons: [button('Ga verder', 'resume', target, {}, 'positive'), button('Nieuwe vraag', 'start', target, { tree: 'wat-nu' })],
    ...(banner ? { banner } : {}),
  };
}
