import type { CardData } from '../../cards/data.js';
import type { Field } from '../../cards/generic.js';
import type { Button } from '../../cards/data.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';

/** What every form about the plan has: its name, the case, and the ways out. */
export function planForm(
  { stream, version, state }: LoadedCase, { banner }: CaseView,
  form: { readonly name: string; readonly title: string; readonly intro: string; readonly back: string; readonly facts?: CardData<'form'>['facts']; readonly fields: Field[]; readonly submit: Button[] },
): CardData<'form'> {
  const target = { ref: stream, seen: version };
  const { back, facts = [], ...rest } = form;
  return {
    ...rest, facts, code: state.code,
    nav: [button(back === 'case' ? 'Terug naar de casus' : 'Terug naar het plan', 'show', target, { view: back }), unsafeButton()],
    ...(banner ? { banner } : {}),
  };
}

/** What a choice holds when it comes back: what was typed if it is one of the choices, else what stands there now. */
export function chosen(typed: Typed, name: string, choices: readonly { readonly value: string }[], now: string | null | undefined): string {
  const wanted = typed[name] ?? now ?? '';
  return choices.some((one) => one.value === wanted) ? wanted : '';
}
