import type { CardData } from '../../cards/data.js';
import { TOGGLE_OFF, TOGGLE_ON } from '../../cards/inputs.js';
import { invitationGate, isOn } from '../../case/mdo/invitation.js';
import { lastDay } from '../../case/mdo/moments.js';
import type { Mdo, MdoInvitee } from '../../case/mdo/state.js';
import { seatOf } from '../../case/people/circle.js';
import { dayOf, isDay } from '../../case/time.js';
import { roleLabel } from '../../route/roles.js';
import type { LoadedCase } from '../run-case.js';
import { nameOf, type CaseView, type Typed } from '../present/view.js';
import { button, capital, dutchDay, unsafeButton, word } from '../present/words.js';
import { held } from './present-form.js';
import { cancelWord, momentText, whenOf } from './words.js';

interface Closed { readonly title: string; readonly reason: string; readonly when: string }

/** What an invitee gets in personal chat; undefined when nothing was ever to be shared with this person. */
export function invitationCard(loaded: LoadedCase, view: CaseView, colleagues: readonly { value: string; title: string }[], typed: Typed = {}): CardData<'invitation'> | undefined {
  const { stream, version, state } = loaded;
  const { viewer, route, now } = view;
  const mdo = state.mdo;
  const invitee = mdo?.invitees.find((one) => one.personId === viewer.id);
  if (!mdo || (!invitee && !wasInvited(loaded, viewer.id))) return undefined;
  const closed = closedFor(loaded, mdo, invitee, view);
  const open = !closed && invitee !== undefined;
  const answer = invitee?.answer;
  const from = state.people.find((one) => one.person === mdo.organiser);
  const press = (title: string, said: string, style: 'default' | 'positive' = 'default') =>
    button(title, 'mdo-answer', { ref: stream, seen: version }, { mdo: mdo.id, invitee: invitee?.key ?? '', answer: said }, style);
  const choosing = open && mdo.date === '';
  const moments = choosing ? mdo.options.filter((one) => one.date >= dayOf(now)).map((one) => ({ value: one.id, title: momentText(one) })) : [];
  const proposal = typed['proposal'] ?? '';
  const mayMove = open && invitee.sentBy === null && colleagues.length > 0;
  return {
    code: state.code,
    title: closed?.title ?? 'Uitnodiging voor een MDO',
    from: from ? `${roleLabel(route, from.role)}${nameOf(view, from.person)}, ${from.organisation}` : '',
    when: closed ? closed.when : whenOf(mdo),
    purpose: open ? view.texts.get(mdo.purposeId) ?? '' : '',
    notes: open ? [...sentLine(mdo, invitee, view), ...reminder(loaded, mdo, invitee)] : [],
    ...(open && answer ? { answer: answerText(mdo, answer) } : {}),
    open,
    ...(closed ? { closedReason: closed.reason } : {}),
    today: dayOf(now),
    moments, chosen: held(typed['moments'] === undefined ? { moments: (answer?.options ?? []).join(',') } : typed, 'moments', moments),
    pick: choosing ? [press('Op deze momenten kan ik', 'komt', 'positive')] : [],
    buttons: open ? [...(choosing ? [] : [press('Ik kom', 'komt', answer ? 'default' : 'positive')]), press('Ik kan niet', 'kan-niet')] : [],
    nav: [unsafeButton()],
    proposal: open && isDay(proposal) ? proposal : '', proposalNote: open ? typed['proposalNote'] ?? '' : '',
    propose: open ? [press('Stel dit moment voor', 'ander-moment')] : [],
    colleagues: mayMove ? [...colleagues] : [], substitute: mayMove ? held(typed, 'substitute', colleagues) : '',
    substituteTold: typed['substituteTold'] === TOGGLE_ON ? TOGGLE_ON : TOGGLE_OFF,
    send: mayMove ? [press('Deze collega komt', 'stuurt-iemand')] : [],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** In this MDO or in one before it, also in somebody's place. */
function wasInvited({ events }: LoadedCase, person: string): boolean {
  return events.some((event) => (event.type === 'MdoPlanned' && event.data.invitees.some((one) => one.personId === person))
    || (event.type === 'MdoAnswered' && event.data.instead?.personId === person));
}

/** The gate comes first: through a closed one not even the day of it is said. */
function closedFor({ state }: LoadedCase, mdo: Mdo, invitee: MdoInvitee | undefined, { route, viewer, now }: CaseView): Closed | undefined {
  const title = 'Deze uitnodiging is gesloten';
  const today = dayOf(now);
  if (!invitee || !viewer.registered) return { title, reason: 'Je bent voor dit MDO niet meer uitgenodigd.', when: '' };
  if (!invitationGate(route, state, mdo, invitee, today).open) {
    return { title, reason: 'Er is nu geen toestemming om dit met jou te delen. Deel zelf ook niets meer over dit kind op grond van deze uitnodiging.', when: '' };
  }
  if (mdo.cancelled) return { title: 'Dit MDO gaat niet door', reason: `${cancelledBecause(mdo.cancelled.reason)}Je hoeft niets te doen.`, when: mdo.date === '' ? '' : whenOf(mdo) };
  if (mdo.held) {
    const seat = seatOf(route, state, viewer.id, today);
    const joins = seat?.kind === 'open' && state.closed === null ? ' Je doet mee in deze casus: typ “mijn casussen” om hem te zien.' : '';
    return { title: 'Dit MDO is geweest', reason: `Bedankt voor het meedenken.${joins}`, when: whenOf(mdo) };
  }
  if (state.closed) return { title, reason: 'De casus is afgesloten.', when: '' };
  return lastDay(mdo) < today ? { title, reason: 'Dit MDO is voorbij.', when: '' } : undefined;
}

/** What parents or jongere said about sharing is not told to others. */
function cancelledBecause(reason: string): string {
  return reason === 'toestemming' || reason === 'anders' ? '' : `${capital(cancelWord(reason))}. `;
}

function answerText(mdo: Mdo, answer: NonNullable<MdoInvitee['answer']>): string {
  if (mdo.date === '' && answer.answer === 'komt') {
    return `Je kunt op: ${mdo.options.filter((one) => answer.options.includes(one.id)).map(momentText).join('; ')}`;
  }
  return `${capital(word(answer.answer))}${answer.proposal ? ` (${dutchDay(answer.proposal)})` : ''}`;
}

function sentLine(mdo: Mdo, invitee: MdoInvitee, { route }: CaseView): string[] {
  const sender = mdo.invitees.find((one) => one.key === invitee.sentBy);
  return sender ? [`Je wordt gevraagd in de plaats van je collega (${roleLabel(route, sender.role)}).`] : [];
}

/** A courtesy, no term: nothing is said of lateness. */
function reminder({ events }: LoadedCase, mdo: Mdo, invitee: MdoInvitee): string[] {
  if (!isOn(mdo)) return [];
  const last = [...events].reverse().find((event) => event.type === 'MdoReminded' && event.data.mdo === mdo.id && event.data.to.includes(invitee.key));
  if (last?.type !== 'MdoReminded') return [];
  if (last.data.why === 'antwoord' && !invitee.answer) return ['Wil je laten weten of je kunt? Dan kan de organisator verder plannen.'];
  return last.data.why === 'bijna' && invitee.answer?.answer === 'komt' ? ['Dit MDO is bijna. Fijn dat je komt.'] : [];
}
