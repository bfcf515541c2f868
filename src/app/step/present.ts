import type { Button, CardData } from '../../cards/data.js';
import { TOGGLE_OFF, TOGGLE_ON } from '../../cards/inputs.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { mayStillSay } from '../../case/stagnation/decide.js';
import type { CurrentStep } from '../../case/step/state.js';
import { dayOf, daysBetween, isDay, showDay, showDays } from '../../case/time.js';
import { stuckKinds, waitReasons } from '../../case/values.js';
import type { Route } from '../../route/model.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices, formButton, labels, termText, unsafeButton, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';

const WORKLOAD = 'werkvoorraad';
const WAIT_NOTE = 'De werkvoorraad van het sociaal team is een gewone plek in de route, geen vertraging. De route noemt geen langste tijd: kies een dag om opnieuw te kijken.';

/** A passed term asks its holder first; from the case's card the same forms serve to say how it stands. */
export function termCard({ stream, version, state }: LoadedCase, view: CaseView, on: 'term' | 'case', typed: Typed = {}): CardData<'term'> | undefined {
  const { route, now, banner } = view;
  const step = state.step;
  if (!step) return undefined;
  const target = { ref: stream, seen: version };
  const say = labels(route);
  const open = state.closed === null && (on === 'case' || step.asked !== null);
  const fields = { card: on };
  const since = showDays(daysBetween(step.startedAt, now));
  const filled = filledFrom(typed);
  return {
    code: state.code,
    title: open ? 'Hoe staat het ervoor?' : 'Bedankt, dit is vastgelegd',
    text: open
      ? `${say.step(step.id)} · begonnen op ${showDay(dayOf(step.startedAt))} (${since === 'vandaag' ? since : `${since} geleden`}). Routewijzer weet alleen wat er is vastgelegd.`
      : settledText(state, route),
    local: step.term && open ? termText(step.term, step.term.days) : '',
    open,
    done: open ? [button('De stap is gedaan', 'step-done', target, { ...fields, step: step.id }, 'positive')] : [],
    waitFor: choices(waitReasons), waitNote: WAIT_NOTE, today: dayOf(now),
    wait: open ? [button('Leg vast dat je wacht', 'step-waits', target, fields)] : [],
    nav: [...(on === 'case' ? [button('Terug naar de casus', 'show', target, { view: 'case' })] : []), unsafeButton()],
    stuckKinds: choices(stuckKinds),
    // From 16 the jongere comes first and says whether the parents are told (TOE-10).
    parentsLabel: isSelf(consentOn(state, dayOf(now)).ageBand)
      ? 'De jongere weet dat ik het stagnatiepunt vraag mee te denken. De ouders weten het als de jongere dat wil'
      : 'De ouders weten dat ik het stagnatiepunt vraag mee te denken',
    stuck: open && mayStillSay(state) ? [button('Het loopt vast', 'stuck', target, fields)] : [],
    filled, waitShown: filled.waitFor !== '' || filled.until !== '', stuckShown: filled.kind !== '' || filled.parentsKnow === TOGGLE_ON,
    ...(banner ? { banner } : {}),
  };
}

/** What was typed, as far as an input can hold it. */
function filledFrom(typed: Typed): CardData<'term'>['filled'] {
  const one = (name: string, values: readonly string[]) => values.find((value) => value === typed[name]) ?? '';
  const until = typed['until'] ?? '';
  return {
    waitFor: one('waitFor', waitReasons), until: isDay(until) ? until : '', kind: one('kind', stuckKinds),
    parentsKnow: typed['parentsKnow'] === TOGGLE_ON ? TOGGLE_ON : TOGGLE_OFF,
  };
}

function settledText(state: LoadedCase['state'], route: Route): string {
  const step = state.step;
  if (state.closed) return 'De casus is afgesloten.';
  if (state.stagnation) return 'Deze casus loopt vast. Het staat op de kaart van de casus wat er nu gebeurt.';
  if (step?.waiting) return `${waitingText(step.waiting)}.`;
  return `De stap is nu: ${labels(route).step(step?.id ?? '')}.`;
}

/** "Wacht op de ouders tot vr 18 december 2026"; the werkvoorraad is a place, with a day to look again, and no lateness (N-16). Without a full stop. */
export function waitingText(waiting: NonNullable<CurrentStep['waiting']>): string {
  return waiting.for === WORKLOAD
    ? `Staat in ${word(WORKLOAD)}. Op ${showDay(waiting.until)} kijken jullie opnieuw`
    : `Wacht op ${word(waiting.for)} tot ${showDay(waiting.until)}`;
}

/** What the case's card offers about the step itself: how it stands, leervraag and leefvraag, closing and opening again. */
export function stepButtons({ stream, version, state }: LoadedCase, { viewer }: CaseView): Button[] {
  const target = { ref: stream, seen: version };
  if (state.mergedInto) return [];
  if (state.closed) return [formButton('Open de casus weer', 'reopen', target)];
  const asked = state.step?.asked?.person === viewer.id;
  return [
    formButton('Hoe staat het ervoor?', 'term', target, {}, asked ? 'positive' : 'default'),
    ...(state.step?.id === 'signaal' ? [] : [formButton('Leervraag en leefvraag', 'levels', target)]),
    formButton('Afsluiten', 'close', target),
  ];
}
