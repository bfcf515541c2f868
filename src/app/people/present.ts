import type { Button } from '../../cards/data.js';
import { duoPartnerOf } from '../../case/people/decide-place.js';
import { seatOf } from '../../case/people/circle.js';
import { liveHandovers } from '../../case/people/handovers.js';
import type { Outsider, Participant } from '../../case/people/state.js';
import { dayOf } from '../../case/time.js';
import { roleLabel } from '../../route/roles.js';
import { nameOf, type CaseView } from '../present/view.js';
import { button, dutchDay, formButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { meIn } from './choices.js';
import { HANDED } from './words.js';

interface Fact { readonly title: string; readonly value: string }

/** Who has the turn, and who take part: short lines for the case's card. */
export function peopleFacts({ state }: LoadedCase, view: CaseView): readonly Fact[] {
  const step = state.closed ? null : state.step;
  const partner = step ? duoPartnerOf(state, step.holder) : undefined;
  const who = (one: Participant) => `${roleLabel(view.route, one.role)}${nameOf(view, one.person)}`;
  return [
    ...(step ? [{ title: 'Aan zet', value: `${roleLabel(view.route, step.holderRole)}${nameOf(view, step.holder)}${partner === undefined ? '' : `, samen met${nameOf(view, partner)}`}` }] : []),
    { title: 'Doen mee', value: state.people.map(who).join(', ') },
    ...(state.outsiders.length > 0 ? [{ title: 'Buiten Teams', value: state.outsiders.map((one) => outsiderName(one, view)).join(', ') }] : []),
    ...(state.closed ? [] : liveHandovers(state).map((one) => ({ title: 'Overdracht', value: `${HANDED[one.what]}, aangeboden aan ${personName(view, one.to)}` }))),
  ];
}

/** What the viewer may do with people from the case's card; the rest is on the page behind the first of these. */
export function peopleButtons({ stream, version, state }: LoadedCase, view: CaseView): readonly Button[] {
  const target = { ref: stream, seen: version };
  const me = state.people.find((one) => one.person === view.viewer.id);
  const all = button('Wie doen mee?', 'show', target, { view: 'people' });
  if (state.closed || !view.viewer.registered || !me) return [all];
  const ib = me.role === 'leerkracht' && !state.people.some((one) => one.role === 'ib-er');
  return [...(ib ? [button('Leg voor aan de IB’er', 'refer', target)] : []), all, formButton('Vraag iemand erbij', 'person-form', target)];
}

export function personName(view: Pick<CaseView, 'people'>, id: string): string {
  return view.people.get(id)?.name ?? 'een collega';
}

/** The role, and the name where somebody wrote it down. */
export function outsiderName(one: Outsider, view: CaseView): string {
  const name = one.nameId === null ? undefined : view.texts.get(one.nameId);
  return `${roleLabel(view.route, one.role)}${name === undefined ? '' : ` (${name})`}`;
}

/** No longer in the register, or at work elsewhere: this participant can not hand over any more. */
export function isGone(one: Participant, view: Pick<CaseView, 'people'>): boolean {
  const person = view.people.get(one.person);
  return person === undefined || (one.organisation !== '' && (!person.registered || person.organisation !== one.organisation));
}

/** One line for each participant: name, organisation, since when, and what is special. */
export function participantFacts(loaded: LoadedCase, view: CaseView): readonly Fact[] {
  const { state } = loaded;
  const mine = meIn(loaded, view);
  return state.people.map((one) => {
    const partner = duoPartnerOf(state, one.person);
    const closed = seatOf(view.route, state, one.person, dayOf(view.now))?.kind === 'closed';
    const marks = [
      ...(one.person === mine?.person ? ['dit ben jij'] : []),
      ...(state.owner === one.person ? ['de casus staat op deze naam'] : []),
      ...(state.step?.holder === one.person && !state.closed ? ['aan zet'] : []),
      ...(partner === undefined ? [] : [`duo met ${personName(view, partner)}`]),
      ...(closed ? ['delen mag nu niet'] : []),
      ...(isGone(one, view) ? ['staat niet meer zo in het register'] : []),
    ];
    const place = one.organisation === '' ? [] : [one.organisation];
    return { title: roleLabel(view.route, one.role), value: [personName(view, one.person), ...place, `sinds ${dutchDay(dayOf(one.since))}`, ...marks].join(' · ') };
  });
}
