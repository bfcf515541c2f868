import type { Button, CardData } from '../../cards/data.js';
import { CHOICE_SEPARATOR, TOGGLE_OFF, TOGGLE_ON } from '../../cards/inputs.js';
import { gateFor, isSelf } from '../../case/consent.js';
import { INVOLVE } from '../../case/decide-consent.js';
import type { Mdo } from '../../case/state.js';
import { dayOf, isDay, morningAfter, plusDays, showDay } from '../../case/time.js';
import { regieFor } from '../../route/regie.js';
import { roleLabel } from '../../route/roles.js';
import type { Person } from '../ports.js';
import type { LoadedCase } from '../run-case.js';
import { nameOf, type CaseView, type Typed } from './view.js';
import { button, capital, dutchDay, unsafeButton, word } from './words.js';

/** Starting an MDO: purpose, a day, invitees, parents and jeugdige in person. */
export function mdoForm({ stream, version, state }: LoadedCase, view: CaseView, colleagues: readonly Person[], typed: Typed = {}): CardData<'mdo-form'> {
  const { route, now, viewer } = view;
  const target = { ref: stream, seen: version };
  const levels = (fact: string) => (route.facts.get(fact)?.values ?? []).map((value) => ({ value: value.id, title: value.label }));
  const self = isSelf(state.ageBand);
  const people = colleagues
    .filter((person) => person.id !== viewer.id && route.roles.get(person.role)?.mdo === true)
    .filter((person) => person.organisationType !== 'school' || !ownSchoolOnly(viewer) || person.organisation === viewer.organisation)
    .map((person) => ({ value: `person:${person.id}`, title: `${roleLabel(route, person.role)}: ${person.name}, ${person.organisation}` }))
    .sort((one, other) => one.title.localeCompare(other.title, 'nl'))
    .slice(0, MOST_PEOPLE);
  // Only what an input can hold comes back in it: what else somebody sent is not repeated.
  const preset = (name: string, known: readonly { value: string }[]) => (typed[name] ?? '').split(CHOICE_SEPARATOR)
    .filter((value) => known.some((one) => one.value === value)).join(CHOICE_SEPARATOR);
  const level = (fact: 'leervraag' | 'leefvraag') => (typed[fact] === undefined ? levelFrom(state.answers, fact) : preset(fact, levels(fact)));
  const toggle = (name: string) => (typed[name] === TOGGLE_ON ? TOGGLE_ON : TOGGLE_OFF);
  const date = typed['date'] ?? dayOf(morningAfter(plusDays(dayOf(now), 6)));
  const time = typed['time'] ?? '';
  const outside = [...route.roles.values()].filter((role) => role.mdo).map((role) => ({ value: `role:${role.id}`, title: roleLabel(route, role.id) }));
  return {
    code: state.code,
    title: 'Start een MDO',
    intro: 'Nodig alleen mensen uit die bij dit kind betrokken zijn. De route legt niet vast wie uitnodigt; logisch is de kant die de procesregie heeft.',
    leervraag: levels('leervraag'), leervraagValue: level('leervraag'),
    leefvraag: levels('leefvraag'), leefvraagValue: level('leefvraag'),
    purpose: typed['purpose'] ?? '', date: isDay(date) ? date : '', today: dayOf(now), time: /^\d\d:\d\d$/.test(time) ? time : '',
    invitees: people, chosen: preset('invitees', people), outside, outsideChosen: preset('outside', outside),
    parents: toggle('parents'), jeugdige: toggle('jeugdige'), told: toggle('told'),
    jeugdigeLabel: self ? 'De jongere is persoonlijk uitgenodigd (vanaf 16 jaar altijd eerst)' : 'De jeugdige is persoonlijk uitgenodigd',
    submit: button('Verstuur de uitnodigingen', 'mdo', target, { instead: state.mdo?.id ?? '' }, 'positive'),
    nav: [button('Toestemming', 'show', target, { view: 'consent' }), button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** A school invites its own colleagues; the regievoerder and other organisations may need any school (see `planMdo`). */
function ownSchoolOnly(viewer: Person): boolean {
  return viewer.organisationType === 'school' && viewer.role !== 'regievoerder';
}

/** A card must stay small; a region has fewer people round one child than this. */
const MOST_PEOPLE = 40;

/** The level that was answered; from "leervraag, leefvraag of beide" one knows only that there is none. */
function levelFrom(answers: Readonly<Record<string, string>>, fact: 'leervraag' | 'leefvraag'): string {
  const answered = answers[fact];
  if (answered !== undefined) return answered;
  const other = fact === 'leervraag' ? 'leefvraag' : 'leervraag';
  return answers['hulpvraag'] === other ? 'geen' : '';
}

/** The organiser's live card. */
export function mdoCard(loaded: LoadedCase, view: CaseView): CardData<'mdo'> | undefined {
  const { stream, version, state } = loaded;
  const mdo = state.mdo;
  if (!mdo) return undefined;
  const { route, viewer } = view;
  const target = { ref: stream, seen: version };
  const organiser = mdo.organiser === viewer.id && !state.closed;
  const cell = regieFor(route, mdo.leervraag, mdo.leefvraag);
  return {
    code: state.code,
    title: 'MDO',
    when: whenOf(mdo),
    purpose: view.texts.get(mdo.purposeId) ?? 'Het doel is verwijderd.',
    regie: regieText(mdo, view),
    regieWhy: cell?.text ?? '',
    invitees: mdo.invitees.map((invitee) => ({
      name: inviteeName(invitee, view),
      state: inviteeState(loaded, mdo, invitee, view),
      record: organiser && !invitee.answer && (invitee.personId === null || view.unreached.has(invitee.personId)) ? recordButtons(mdo, invitee.key, target) : [],
    })),
    inPerson: [
      ...(mdo.parents ? ['De ouders zijn persoonlijk uitgenodigd.'] : ['De ouders zijn niet uitgenodigd.']),
      ...(mdo.jeugdige ? ['De jeugdige is persoonlijk uitgenodigd.'] : ['De jeugdige is niet uitgenodigd.']),
    ],
    silent: [
      'De route legt niet vast wie voor een MDO uitnodigt.',
      ...partnersMissing(mdo),
      ...(view.undelivered),
    ],
    buttons: organiser ? [button('Plan opnieuw', 'show', target, { view: 'mdo-form' })] : [],
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** In the route school, gemeente and GGD make the plan together (S3-01): said, not forced, because only those involved are invited (OVL-03). */
function partnersMissing(mdo: Mdo): string[] {
  const there = new Set([mdo.sender, ...mdo.invitees.map((one) => one.recipient)]);
  const missing = [['school', 'school'], ['jgz', 'de GGD'], ['sociaal-team', 'de gemeente']].filter(([party = '']) => !there.has(party)).map(([, name]) => name);
  return missing.length === 0 ? [] : [`In de route maken school, gemeente en GGD samen het plan. Nog niet uitgenodigd: ${missing.join(' en ')}.`];
}

function regieText(mdo: Mdo, { route }: CaseView): string {
  if (mdo.regie === 'none') return 'Niemand van de gemeente voert de regie';
  return `Procesregie: ${route.roles.has(mdo.regie) ? roleLabel(route, mdo.regie) : mdo.regie}`;
}

export function whenOf(mdo: Mdo): string {
  return mdo.time === '' ? showDay(mdo.date) : `${showDay(mdo.date)}, ${mdo.time} uur`;
}

function inviteeName(invitee: Mdo['invitees'][number], view: CaseView): string {
  const role = roleLabel(view.route, invitee.role);
  if (invitee.personId === null) return `${role}, buiten Teams`;
  const name = view.people.get(invitee.personId)?.name;
  return name ? `${role}: ${name}` : role;
}

function inviteeState(loaded: LoadedCase, mdo: Mdo, invitee: Mdo['invitees'][number], view: CaseView): string {
  const gate = gateFor(view.route, loaded.state, { sender: mdo.sender, recipient: invitee.recipient, purpose: INVOLVE });
  if (!gate.open) return `Gesloten: ${gate.reasons.join(' ')}`;
  const reply = invitee.answer;
  if (!reply) return invitee.personId === null ? 'Vraag het zelf en leg het antwoord hier vast' : 'Nog geen antwoord';
  const proposal = reply.proposal ? ` (${dutchDay(reply.proposal)})` : '';
  const note = reply.noteId ? view.texts.get(reply.noteId) : undefined;
  const by = reply.by === invitee.personId ? '' : ' · vastgelegd door de organisator';
  return `${capital(word(reply.answer))}${proposal}${note ? `: “${note}”` : ''}${by}`;
}

function recordButtons(mdo: Mdo, invitee: string, target: { ref: string; seen: number }): Button[] {
  return [
    button('Komt', 'mdo-record', target, { mdo: mdo.id, invitee, answer: 'komt' }),
    button('Kan niet', 'mdo-record', target, { mdo: mdo.id, invitee, answer: 'kan-niet' }),
  ];
}

/** On the case's card: when it is and who comes. */
export function mdoFacts({ state }: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const mdo = state.mdo;
  if (!mdo) return [];
  const coming = mdo.invitees.filter((one) => one.answer?.answer === 'komt').length;
  return [
    { title: 'Wanneer', value: whenOf(mdo) },
    { title: 'Wie komen', value: `${String(coming)} van de ${String(mdo.invitees.length)} genodigden` },
    { title: 'Regie', value: regieText(mdo, view) },
  ];
}

/** What an invitee gets in personal chat; undefined when nothing was ever to be shared with this person. */
export function invitationCard(loaded: LoadedCase, view: CaseView): CardData<'invitation'> | undefined {
  const { stream, version, state } = loaded;
  const { viewer, route, now } = view;
  const mdo = state.mdo;
  const invited = loaded.events.some((event) => event.type === 'MdoPlanned' && event.data.invitees.some((one) => one.personId === viewer.id));
  if (!mdo || !invited) return undefined;
  const target = { ref: stream, seen: version };
  const invitee = mdo.invitees.find((one) => one.personId === viewer.id);
  const gate = invitee ? gateFor(route, state, { sender: mdo.sender, recipient: invitee.recipient, purpose: INVOLVE }) : undefined;
  const closedReason = closedBecause(state.closed !== null, invitee === undefined || !viewer.registered, gate?.open === false, mdo.date < dayOf(now));
  const open = closedReason === undefined;
  const answer = invitee?.answer;
  const from = state.people.find((one) => one.person === mdo.organiser);
  const fields = invitee ? { mdo: mdo.id, invitee: invitee.key } : {};
  return {
    code: state.code,
    title: open ? 'Uitnodiging voor een MDO' : 'Deze uitnodiging is gesloten',
    from: from ? `${roleLabel(route, from.role)}${nameOf(view, from.person)}, ${from.organisation}` : '',
    when: open ? whenOf(mdo) : '',
    purpose: open ? view.texts.get(mdo.purposeId) ?? '' : '',
    ...(open && answer ? { answer: `${capital(word(answer.answer))}${answer.proposal ? ` (${dutchDay(answer.proposal)})` : ''}` } : {}),
    open,
    ...(closedReason === undefined ? {} : { closedReason }),
    today: dayOf(now),
    buttons: open ? [
      button('Ik kom', 'mdo-answer', target, { ...fields, answer: 'komt' }, answer ? 'default' : 'positive'),
      button('Ik kan niet', 'mdo-answer', target, { ...fields, answer: 'kan-niet' }),
    ] : [],
    nav: [unsafeButton()],
    propose: open ? [button('Stel dit moment voor', 'mdo-answer', target, { ...fields, answer: 'ander-moment' })] : [],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

function closedBecause(caseClosed: boolean, uninvited: boolean, gateClosed: boolean, passed: boolean): string | undefined {
  if (uninvited) return 'Je bent voor dit MDO niet meer uitgenodigd.';
  if (gateClosed) return 'Er is nu geen toestemming om dit met jou te delen. Deel zelf ook niets meer over dit kind op grond van deze uitnodiging.';
  if (caseClosed) return 'De casus is afgesloten.';
  if (passed) return 'Dit MDO is voorbij.';
  return undefined;
}

