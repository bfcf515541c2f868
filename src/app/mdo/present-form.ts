import type { CardData } from '../../cards/data.js';
import { CHOICE_SEPARATOR, TOGGLE_OFF, TOGGLE_ON } from '../../cards/inputs.js';
import { morningAfter } from '../../case/calendar.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { isOtherSchool } from '../../case/people/joining.js';
import { sidesOf } from '../../case/sides.js';
import { dayOf, isDay, plusDays } from '../../case/time.js';
import type { Route } from '../../route/model.js';
import { roleLabel } from '../../route/roles.js';
import type { Person } from '../ports.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, unsafeButton } from '../present/words.js';

interface Choice { readonly value: string; readonly title: string }

/** Starting an MDO: purpose, one day or moments to choose from, invitees, parents and jeugdige in person. */
export function mdoForm(loaded: LoadedCase, view: CaseView, colleagues: readonly Person[], typed: Typed = {}): CardData<'mdo-form'> {
  const { stream, version, state } = loaded;
  const { route, now, viewer } = view;
  const target = { ref: stream, seen: version };
  const levels = (fact: string) => (route.facts.get(fact)?.values ?? []).map((value) => ({ value: value.id, title: value.label }));
  const self = isSelf(consentOn(state, dayOf(now)).ageBand);
  const people = invitable(loaded, view, colleagues);
  const outside = [...route.roles.values()].filter((role) => role.mdo).map((role) => ({ value: `role:${role.id}`, title: roleLabel(route, role.id) }));
  const level = (fact: 'leervraag' | 'leefvraag') => (typed[fact] === undefined ? state.levels?.[fact] ?? levelFrom(state.answers, fact) : held(typed, fact, levels(fact)));
  const toggle = (name: string) => (typed[name] === TOGGLE_ON ? TOGGLE_ON : TOGGLE_OFF);
  const day = (name: string, otherwise = '') => { const text = typed[name] ?? otherwise; return isDay(text) ? text : ''; };
  const hour = (name: string) => { const text = typed[name] ?? ''; return /^\d\d:\d\d$/.test(text) ? text : ''; };
  const near = closestChoices(route, viewer, people, colleagues);
  return {
    code: state.code,
    title: 'Start een MDO',
    intro: 'Nodig alleen mensen uit die bij dit kind betrokken zijn. De route legt niet vast wie uitnodigt; logisch is de kant die de procesregie heeft.',
    leervraag: levels('leervraag'), leervraagValue: level('leervraag'),
    leefvraag: levels('leefvraag'), leefvraagValue: level('leefvraag'),
    purpose: typed['purpose'] ?? '', today: dayOf(now),
    // Somebody of a school sits at the table, whoever plans it: a day on which schools are there, which is one for everybody.
    date: day('date', dayOf(morningAfter(route.calendar, 'school', plusDays(dayOf(now), 6)))), time: hour('time'),
    date2: day('date2'), time2: hour('time2'), date3: day('date3'), time3: hour('time3'),
    invitees: people, chosen: held(typed, 'invitees', people), outside, outsideChosen: held(typed, 'outside', outside),
    closestChoices: near, closest: held(typed, 'closest', near),
    parents: toggle('parents'), jeugdige: toggle('jeugdige'), told: toggle('told'),
    parentsLabel: self ? 'De ouders zijn persoonlijk uitgenodigd (alleen als de jongere dat wil)' : 'De ouders zijn persoonlijk uitgenodigd',
    jeugdigeLabel: self ? 'De jongere is persoonlijk uitgenodigd (vanaf 16 jaar altijd eerst)' : 'De jeugdige is persoonlijk uitgenodigd',
    submit: button('Verstuur de uitnodigingen', 'mdo', target, { instead: state.mdo?.id ?? '' }, 'positive'),
    nav: [button('Toestemming', 'show', target, { view: 'consent' }), button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** A card must stay small; a region has fewer people round one child than this. */
const MOST_PEOPLE = 40;

/** Of the own school, or of the school that takes part; the regievoerder may need any (see `planMdo`). */
function invitable({ state }: LoadedCase, { route, viewer }: CaseView, colleagues: readonly Person[]): Choice[] {
  const me = state.people.find((one) => one.person === viewer.id);
  return colleagues
    .filter((person) => person.id !== viewer.id && person.registered && route.roles.get(person.role)?.mdo === true)
    .filter((person) => !me || !isOtherSchool(route, state, me, person))
    .map((person) => ({ value: `person:${person.id}`, title: `${roleLabel(route, person.role)}: ${person.name}, ${person.organisation}` }))
    .sort((one, other) => one.title.localeCompare(other.title, 'nl'))
    .slice(0, MOST_PEOPLE);
}

/** The matrix gives the procesregie to the onderwijs or to the casemanager: nobody of another side can be the one within it (S3-05, C-05). */
function closestChoices(route: Route, viewer: Person, people: readonly Choice[], colleagues: readonly Person[]): Choice[] {
  const ofSide = (role: string) => ['school', 'sociaal-team'].includes(sidesOf(route, role).sends);
  const roleOf = new Map(colleagues.map((one) => [`person:${one.id}`, one.role]));
  return [
    ...(ofSide(viewer.role) ? [{ value: `person:${viewer.id}`, title: `Ikzelf (${roleLabel(route, viewer.role)})` }] : []),
    ...people.filter(({ value }) => ofSide(roleOf.get(value) ?? '')),
    ...[...route.roles.values()].filter((role) => role.mdo && ofSide(role.id)).map((role) => ({ value: `role:${role.id}`, title: `${roleLabel(route, role.id)}, buiten Teams` })),
  ];
}

/** Only what an input can hold comes back in it: what else somebody sent is not repeated. */
export function held(typed: Typed, name: string, known: readonly { readonly value: string }[]): string {
  return (typed[name] ?? '').split(CHOICE_SEPARATOR).filter((value) => known.some((one) => one.value === value)).join(CHOICE_SEPARATOR);
}

/** The level that was answered; from "leervraag, leefvraag of beide" one knows only that there is none. */
function levelFrom(answers: Readonly<Record<string, string>>, fact: 'leervraag' | 'leefvraag'): string {
  const answered = answers[fact];
  if (answered !== undefined) return answered;
  const other = fact === 'leervraag' ? 'leefvraag' : 'leervraag';
  return answers['hulpvraag'] === other ? 'geen' : '';
}
