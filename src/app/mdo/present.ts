import type { Button } from '../../cards/data.js';
import { isOn, runsMdo } from '../../case/mdo/invitation.js';
import { dayOf } from '../../case/time.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { button, formButton } from '../present/words.js';
import { cancelWord, regieText, whenOf } from './words.js';

/** On the case's card: when the MDO is, who comes or was there, and the regie. Empty when there is none. */
export function mdoFacts({ state }: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const mdo = state.mdo;
  if (!mdo) return [];
  const regie = { title: 'Regie', value: regieText(mdo, view) };
  if (mdo.cancelled) return [{ title: 'Wanneer', value: `Gaat niet door: ${cancelWord(mdo.cancelled.reason)}` }];
  const awaited = mdo.invitees.filter((one) => one.answer?.answer !== 'stuurt-iemand');
  const count = (how: (one: (typeof awaited)[number]) => boolean) => `${String(awaited.filter(how).length)} van de ${String(awaited.length)} genodigden`;
  if (mdo.held) {
    const { present, parents, jeugdige } = mdo.held;
    const family = [...(parents ? ['ouders'] : []), ...(jeugdige ? ['jeugdige'] : [])];
    return [{ title: 'Geweest', value: whenOf(mdo) }, { title: 'Erbij', value: [count((one) => present.includes(one.key)), ...family].join(', ') }, regie];
  }
  const said = mdo.date === '' ? { title: 'Antwoorden', value: count((one) => one.answer !== null) } : { title: 'Wie komen', value: count((one) => one.answer?.answer === 'komt') };
  return [{ title: 'Wanneer', value: whenOf(mdo) }, said, regie];
}

/** On the case's card: the MDO, or the form that starts one. */
export function mdoButtons({ stream, version, state }: LoadedCase, { viewer, now }: CaseView): Button[] {
  const target = { ref: stream, seen: version };
  const mdo = state.mdo;
  if (state.closed) return [];
  if (!mdo) return [formButton('Start een MDO', 'mdo-form', target)];
  const look = button('Bekijk het MDO', 'show', target, { view: 'mdo' });
  if (!isOn(mdo)) return [look, formButton('Plan een nieuw MDO', 'mdo-form', target)];
  const attend = runsMdo(state, mdo, viewer.id) && mdo.date !== '' && mdo.date < dayOf(now);
  return [look, ...(attend ? [formButton('Leg vast wie er bij het MDO waren', 'mdo-attend', target, {}, 'positive')] : [])];
}
