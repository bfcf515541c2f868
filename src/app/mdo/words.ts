import { regieFor } from '../../route/regie.js';
import { roleLabel } from '../../route/roles.js';
import type { Mdo, MdoInvitee } from '../../case/mdo/state.js';
import { showDay } from '../../case/time.js';
import type { CaseView } from '../present/view.js';

const REASONS: Readonly<Record<string, string>> = {
  'te-weinig': 'er kunnen te weinig mensen', toestemming: 'de toestemming is er niet', 'niet-nodig': 'het is bij nader inzien niet nodig', anders: 'een andere reden',
};

/** Why an MDO was called off, in words. */
export function cancelWord(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** "do 3 december 2026, 14:30 uur". */
export function momentText({ date, time }: { readonly date: string; readonly time: string }): string {
  return time === '' ? showDay(date) : `${showDay(date)}, ${time} uur`;
}

/** When it is, or how many moments are proposed. */
export function whenOf(mdo: Pick<Mdo, 'date' | 'time' | 'options'>): string {
  return mdo.date === '' ? `Het moment staat nog niet vast: er zijn ${String(mdo.options.length)} momenten voorgesteld` : momentText(mdo);
}

/** "Jeugdverpleegkundige: <naam>", or the role alone where nobody of the register is meant. */
export function inviteeName(invitee: Pick<MdoInvitee, 'role' | 'personId'>, view: Pick<CaseView, 'route' | 'people'>): string {
  const role = roleLabel(view.route, invitee.role);
  if (invitee.personId === null) return `${role}, buiten Teams`;
  const name = view.people.get(invitee.personId)?.name;
  return name ? `${role}: ${name}` : role;
}

/** Who has the procesregie according to the matrix, and who is closest to the child within it. */
export function regieText(mdo: Mdo, view: Pick<CaseView, 'route' | 'people'>): string {
  const { route } = view;
  const inMatrix = regieFor(route, mdo.leervraag, mdo.leefvraag)?.inMatrix ?? false;
  if (mdo.regie === 'none') return 'Niemand van de gemeente voert de regie';
  const regie = inMatrix ? `Procesregie: ${roleLabel(route, mdo.regie)}` : 'De regiematrix zegt hier niets';
  const closest = mdo.closest === null ? '' : ` · Het dichtst bij het kind: ${closestName(mdo, mdo.closest, view)}`;
  return `${regie}${closest}`;
}

function closestName(mdo: Mdo, closest: string, view: Pick<CaseView, 'route' | 'people'>): string {
  const invitee = mdo.invitees.find((one) => one.key === closest);
  if (invitee) return inviteeName(invitee, view);
  return view.people.get(closest.replace(/^person:/, ''))?.name ?? 'de organisator';
}
