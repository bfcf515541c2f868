import type { Button, CardData } from '../../cards/data.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { invitationGate, isOn, runsMdo } from '../../case/mdo/invitation.js';
import { lastDay, whoCan } from '../../case/mdo/moments.js';
import type { Mdo, MdoInvitee } from '../../case/mdo/state.js';
import { dayOf } from '../../case/time.js';
import { regieFor } from '../../route/regie.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { button, capital, dutchDay, formButton, unsafeButton, word } from '../present/words.js';
import { meetingLink } from './meeting.js';
import { cancelWord, inviteeName, momentText, regieText, whenOf } from './words.js';

type Target = { readonly ref: string; readonly seen: number };

/** The live card of an MDO: when, who comes, who was there. The organiser works from it, the other participants read it. */
export function mdoCard(loaded: LoadedCase, view: CaseView): CardData<'mdo'> | undefined {
  const { stream, version, state } = loaded;
  const mdo = state.mdo;
  if (!mdo) return undefined;
  const target = { ref: stream, seen: version };
  const mine = runsMdo(state, mdo, view.viewer.id) && state.closed === null;
  const working = mine && isOn(mdo);
  return {
    code: state.code,
    title: mdo.cancelled ? 'Dit MDO gaat niet door' : mdo.held ? 'Dit MDO is geweest' : 'MDO',
    when: mdo.cancelled ? `${whenOf(mdo)} · afgezegd: ${cancelWord(mdo.cancelled.reason)}` : whenOf(mdo),
    purpose: view.texts.get(mdo.purposeId) ?? 'Het doel is verwijderd.',
    regie: regieText(mdo, view),
    regieWhy: regieFor(view.route, mdo.leervraag, mdo.leefvraag)?.text ?? '',
    moments: mdo.date === '' ? mdo.options.map((option, at) => ({
      text: `Moment ${String(at + 1)}: ${momentText(option)} · ${String(whoCan(mdo, option.id).length)} van ${String(expected(mdo).length)} kunnen`,
      choose: working && option.date >= dayOf(view.now) ? [button(`Kies moment ${String(at + 1)}`, 'mdo-fix', target, { mdo: mdo.id, option: option.id })] : [],
    })) : [],
    links: working && mdo.date >= dayOf(view.now) && mdo.time !== '' ? [{ title: 'Maak een Teams-vergadering', url: meetingLink(state.code, mdo.date, mdo.time, emails(loaded, mdo, view)) }] : [],
    invitees: mdo.invitees.map((invitee) => ({
      name: inviteeName(invitee, view), state: inviteeState(loaded, mdo, invitee, view), record: working ? recordButtons(loaded, mdo, invitee, view, target) : [],
    })),
    inPerson: inPerson(mdo),
    silent: goodToKnow(loaded, mdo, view),
    buttons: mine ? organiserButtons(mdo, view, target) : [],
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** Whoever sends somebody is not awaited; the one who comes instead is. */
function expected(mdo: Mdo): readonly MdoInvitee[] {
  return mdo.invitees.filter(({ answer }) => answer?.answer !== 'stuurt-iemand');
}

function organiserButtons(mdo: Mdo, { now }: CaseView, target: Target): Button[] {
  if (!isOn(mdo)) return [...(mdo.held ? [button('Naar het plan van aanpak', 'show', target, { view: 'plan' }, 'positive')] : []), formButton('Plan een nieuw MDO', 'mdo-form', target)];
  const today = dayOf(now);
  const attend = mdo.date !== '' ? mdo.date <= today : mdo.options.some((one) => one.date <= today);
  return [
    ...(attend ? [formButton('Leg vast wie er waren', 'mdo-attend', target, {}, 'positive')] : []),
    formButton('Plan opnieuw', 'mdo-form', target), formButton('Zeg het MDO af', 'mdo-cancel', target),
  ];
}

function inPerson(mdo: Mdo): string[] {
  if (mdo.held) return [`De ouders waren ${there(mdo.held.parents)}.`, `De jeugdige was ${there(mdo.held.jeugdige)}.`];
  return [`De ouders zijn ${mdo.parents ? 'persoonlijk' : 'niet'} uitgenodigd.`, `De jeugdige is ${mdo.jeugdige ? 'persoonlijk' : 'niet'} uitgenodigd.`];
}

const there = (was: boolean) => (was ? 'erbij' : 'er niet bij');

function goodToKnow({ state }: LoadedCase, mdo: Mdo, view: CaseView): string[] {
  if (mdo.held) return ['Wie er was en in het register staat, doet mee in de casus zolang er toestemming is.', ...view.undelivered];
  const whom = isSelf(consentOn(state, dayOf(view.now)).ageBand) ? 'de jongere, en aan anderen die je zelf had uitgenodigd' : 'de ouders en de jeugdige die je had uitgenodigd';
  if (mdo.cancelled) return [`De genodigden in Teams krijgen bericht. Vertel het zelf aan ${whom}.`, ...view.undelivered];
  return [
    ...(mdo.date === '' && lastDay(mdo) < dayOf(view.now) ? ['De voorgestelde momenten zijn voorbij. Leg vast wie er waren, of plan opnieuw.'] : []),
    'De route legt niet vast wie voor een MDO uitnodigt.', ...partnersMissing(mdo), ...view.undelivered,
  ];
}

/** In the route school, gemeente and GGD make the plan together (S3-01): said, not forced, because only those involved are invited (OVL-03). */
function partnersMissing(mdo: Mdo): string[] {
  const there = new Set([mdo.sender, ...mdo.invitees.map((one) => one.recipient)]);
  const missing = [['school', 'school'], ['jgz', 'de GGD'], ['sociaal-team', 'de gemeente']].filter(([party = '']) => !there.has(party)).map(([, name]) => name);
  return missing.length === 0 ? [] : [`In de route maken school, gemeente en GGD samen het plan. Nog niet uitgenodigd: ${missing.join(' en ')}.`];
}

/** Addresses of those of the register who come and with whom it may still be shared. */
function emails({ state }: LoadedCase, mdo: Mdo, { route, people, now }: CaseView): string[] {
  return mdo.invitees
    .filter((one) => one.answer?.answer === 'komt' && invitationGate(route, state, mdo, one, dayOf(now)).open)
    .flatMap((one) => { const person = people.get(one.personId ?? ''); return person?.registered && person.email !== '' ? [person.email] : []; });
}

function inviteeState(loaded: LoadedCase, mdo: Mdo, invitee: MdoInvitee, view: CaseView): string {
  if (mdo.held) return mdo.held.present.includes(invitee.key) ? 'Was erbij' : 'Was er niet bij';
  const gate = invitationGate(view.route, loaded.state, mdo, invitee, dayOf(view.now));
  if (!gate.open) return `Gesloten: ${gate.reasons.join(' ')}`;
  const sender = mdo.invitees.find((one) => one.key === invitee.sentBy);
  const instead = sender ? `In de plaats van ${inviteeName(sender, view)} · ` : '';
  const reply = invitee.answer;
  if (!reply) return `${instead}${invitee.personId === null ? 'Vraag het zelf en leg het antwoord hier vast' : 'Nog geen antwoord'}`;
  const proposal = reply.proposal ? ` (${dutchDay(reply.proposal)})` : '';
  const note = reply.noteId ? view.texts.get(reply.noteId) : undefined;
  const by = reply.by === invitee.personId ? '' : ' · vastgelegd door de organisator';
  const said = mdo.date === '' && reply.answer === 'komt' ? `kan op ${momentNumbers(mdo, reply.options)}` : word(reply.answer);
  return `${instead}${instead === '' ? capital(said) : said}${proposal}${note ? `: “${note}”` : ''}${by}`;
}

function momentNumbers(mdo: Mdo, options: readonly string[]): string {
  const numbers = mdo.options.flatMap(({ id }, at) => (options.includes(id) ? [String(at + 1)] : []));
  return `moment ${numbers.join(' en ')}`;
}

/** For who is not in Teams or could not be reached: what they said elsewhere is recorded here, and may be changed. */
function recordButtons({ state }: LoadedCase, mdo: Mdo, invitee: MdoInvitee, view: CaseView, target: Target): Button[] {
  const elsewhere = invitee.personId === null || view.unreached.has(invitee.personId);
  const inPersonAlready = invitee.answer !== null && invitee.answer.by === invitee.personId;
  if (!elsewhere || inPersonAlready || lastDay(mdo) < dayOf(view.now)) return [];
  if (!invitationGate(view.route, state, mdo, invitee, dayOf(view.now)).open) return [];
  const form = (title: string) => formButton(title, 'mdo-record', target, { invitee: invitee.key });
  if (invitee.answer) return [form('Wijzig het antwoord')];
  if (mdo.date === '') return [form('Leg het antwoord vast')];
  const fields = { mdo: mdo.id, invitee: invitee.key };
  return [
    button('Komt', 'mdo-record', target, { ...fields, answer: 'komt' }), button('Kan niet', 'mdo-record', target, { ...fields, answer: 'kan-niet' }), form('Iets anders'),
  ];
}
