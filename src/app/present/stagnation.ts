import type { CardData } from '../../cards/data.js';
import { stagnationEndings, stuckKinds, waitReasons } from '../../case/events.js';
import type { Stagnation } from '../../case/state.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import { contactOf, roleLabel } from '../../route/roles.js';
import type { Route } from '../../route/model.js';
import type { Instant } from '../ports.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from './view.js';
import { button, capital, choices, dutchDay, labels, termText, unsafeButton, word, type Banner } from './words.js';

/** A passed term asks its holder first; from the case's card the same forms serve to say how it stands. */
export function termCard({ stream, version, state }: LoadedCase, view: CaseView, on: 'term' | 'case'): CardData<'term'> | undefined {
  const { route, now, banner } = view;
  const step = state.step;
  if (!step) return undefined;
  const target = { ref: stream, seen: version };
  const say = labels(route);
  const open = state.closed === null && (on === 'case' || step.asked !== null);
  const fields = { card: on };
  const since = showDays(daysBetween(step.startedAt, now));
  return {
    code: state.code,
    title: open ? 'Hoe staat het ervoor?' : 'Bedankt, dit is vastgelegd',
    text: open
      ? `${say.step(step.id)} · begonnen op ${showDay(dayOf(step.startedAt))} (${since === 'vandaag' ? since : `${since} geleden`}). Routewijzer weet alleen wat er is vastgelegd.`
      : settledText(state, route),
    local: step.term && open ? termText(step.term) : '',
    open,
    done: open ? [button('De stap is gedaan', 'step-done', target, { ...fields, step: step.id }, 'positive')] : [],
    waitFor: choices(waitReasons), today: dayOf(now),
    wait: open ? [button('Leg vast dat je wacht', 'step-waits', target, fields)] : [],
    nav: [...(on === 'case' ? [button('Terug naar de casus', 'show', target, { view: 'case' })] : []), unsafeButton()],
    stuckKinds: choices(stuckKinds),
    stuck: open && !state.stagnation?.kind ? [button('Het loopt vast', 'stuck', target, fields)] : [],
    ...(banner ? { banner } : {}),
  };
}

function settledText(state: LoadedCase['state'], route: Route): string {
  const step = state.step;
  if (state.closed) return 'De casus is afgesloten.';
  if (state.stagnation) return 'Deze casus loopt vast. Het staat op de kaart van de casus wat er nu gebeurt.';
  if (step?.waiting) return `Je wacht op ${word(step.waiting.for)} tot ${showDay(step.waiting.until)}.`;
  return `De stap is nu: ${labels(route).step(step?.id ?? '')}.`;
}

/** What the stagnatiepunt channel may see: code, step, role and duration. Never who, never what about. */
export function stagnationCard({ stream, version, state }: LoadedCase, route: Route, now: Instant, banner: Banner | undefined): CardData<'stagnation'> | undefined {
  const stagnation = state.stagnation?.atStagnatiepunt ? state.stagnation : undefined;
  const ended = stagnation ? undefined : state.lastStagnation ?? undefined;
  const shown: Stagnation | undefined = stagnation ?? ended;
  if (!shown?.atStagnatiepunt || !state.step) return undefined;
  const target = { ref: stream, seen: version };
  return {
    code: state.code,
    step: labels(route).step(state.step.id),
    role: roleLabel(route, state.step.holderRole),
    // The step begins anew when it ends, so then it is the time that it had stood still.
    duration: showDays(ended ? daysBetween(ended.since, ended.endedAt) : daysBetween(state.step.startedAt, now)),
    reason: shown.kind ? 'Een deelnemer meldt dat het vastloopt.' : reasonText(shown),
    ...stateOf(stagnation, ended),
    parents: shown.parentsKnow ? 'De ouders weten dat dit is voorgelegd.' : 'Of de ouders dit weten, is niet vastgelegd in Routewijzer.',
    buttons: stagnation && !stagnation.claimedBy ? [button('Ik pak dit op', 'claim', target, {}, 'positive')] : [],
    ...(banner ? { banner } : {}),
  };
}

function stateOf(stagnation: Stagnation | undefined, ended: { ending: string; endedAt: string } | undefined): { state: string; tone: 'open' | 'claimed' | 'closed' } {
  if (ended) return { state: `Afgerond op ${showDay(dayOf(ended.endedAt))}: ${word(ended.ending)}.`, tone: 'closed' };
  if (stagnation?.claimedAt) return { state: `Opgepakt door het stagnatiepunt op ${showDay(dayOf(stagnation.claimedAt))}.`, tone: 'claimed' };
  return { state: 'Nog niet opgepakt.', tone: 'open' };
}

/** Tact: the bot knows only what was entered, not what people did. */
function reasonText(stagnation: Stagnation): string {
  if (stagnation.kind) return `Een deelnemer meldt dat het vastloopt op: ${word(stagnation.kind)}.`;
  return 'Voortgang niet vastgelegd in Routewijzer. Misschien is er wel aan gewerkt.';
}

/** To the one who claimed it, in personal chat: the professional contacts, and how it ended. */
export function stagnationContactCard({ stream, version, state }: LoadedCase, view: CaseView): CardData<'stagnation-contact'> | undefined {
  const { route, now, viewer, people, banner } = view;
  const current = state.stagnation?.claimedBy === viewer.id ? state.stagnation : undefined;
  const last = state.lastStagnation?.claimedBy === viewer.id ? state.lastStagnation : undefined;
  const step = state.step;
  const shown = current ?? last;
  if (!shown || !step) return undefined;
  const target = { ref: stream, seen: version };
  const open = current !== undefined && state.closed === null;
  const regievoerder = contactOf(route, 'regievoerder');
  return {
    code: state.code,
    title: open ? 'Jij hebt deze casus opgepakt' : `Afgerond: ${last ? word(last.ending) : 'de casus is gesloten'}`,
    facts: [
      { title: 'Stap', value: labels(route).step(step.id) },
      { title: 'Aan zet', value: roleLabel(route, step.holderRole) },
      ...(open ? [{ title: 'In deze stap', value: showDays(daysBetween(step.startedAt, now)) }] : []),
      { title: 'Aanleiding', value: reasonText(shown) },
    ],
    // After it has ended the contacts are no longer needed here.
    contacts: open ? state.people.map((one) => {
      const person = people.get(one.person);
      const who = person ? `${person.name}, ${one.organisation} · ${person.email === '' ? 'geen e-mailadres bekend' : person.email}` : one.organisation;
      return { title: roleLabel(route, one.role), value: who };
    }) : [],
    entered: open ? [
      state.ledger.length > 0 ? 'Er is toestemming vastgelegd.' : 'Er is nog geen toestemming vastgelegd.',
      state.mdo ? `Er is een MDO gepland op ${dutchDay(state.mdo.date)}.` : 'Er is geen MDO vastgelegd.',
      ...(current?.kind && current.kind !== 'samenwerking' ? [`Gaat het om een plek? Regievoerder zorg van het schoolbestuur: ${regievoerder ?? 'contact niet ingevuld voor deze regio'}.`] : []),
    ] : noteLines(last?.noteId ?? null, view),
    tact: 'Het stagnatiepunt brengt mensen bij elkaar en kijkt of ieder de eigen rol heeft. Het beslist niet en dwingt niets af. Vraag zelf om welk kind het gaat: Routewijzer weet dat niet.',
    open,
    nav: [unsafeButton()],
    endings: stagnationEndings.map((value) => ({ value, title: capital(word(value)) })),
    close: open ? [button('Rond af', 'stagnation-close', target, {}, 'positive')] : [],
    ...(banner ? { banner } : {}),
  };
}

/** What the claimer wrote down when it ended: only for that person. */
function noteLines(noteId: string | null, { texts }: CaseView): string[] {
  const note = noteId === null ? undefined : texts.get(noteId);
  return note ? [`Jouw notitie: ${note}`] : [];
}
