import { TOGGLE_ON } from '../../cards/inputs.js';
import { field, type Click } from '../click.js';
import { freeText, give, good, type Done, type FreeText } from '../give.js';
import type { Reply } from '../input.js';
import type { Verbs } from '../verbs.js';
import type { Parts } from '../parts.js';
import type { Typed } from '../present/view.js';
import { WHY_LENGTH } from './ending.js';
import { onCaseForm, onOpenCase } from './open.js';

/** How it stands: from the question about a passed term, or from the case's own card. */
export async function onProgress(parts: Parts, click: Click): Promise<Reply> {
  const onTerm = field(click, 'card') === 'term';
  const at = (text: string): Done => ({ card: onTerm ? 'term' : 'case', view: 'case', refusedView: 'term', banner: good(text), typed: click.pressed.fields });
  switch (click.pressed.verb) {
    case 'step-done': return give(parts, click, { type: 'step-done', step: field(click, 'step') }, at('Vastgelegd: de stap is gedaan.'));
    case 'step-waits': return give(parts, click, { type: 'step-waits', waitFor: field(click, 'waitFor'), until: field(click, 'until') }, at('Vastgelegd. Na die dag vraag ik hoe het staat.'));
    case 'runs-again': return give(parts, click, { type: 'runs-again' }, { ...at('Fijn. Vastgelegd dat het weer loopt.'), refusedView: 'case' });
    default: return give(parts, click, { type: 'stuck', kind: field(click, 'kind'), parentsKnow: field(click, 'parentsKnow') === TOGGLE_ON }, at('Vastgelegd dat het vastloopt. Op de kaart van de casus staat wat er nu gebeurt.'));
  }
}

/** A text that may not be kept is not repeated either. */
function typedOf(click: Click, { refusal }: FreeText): Typed {
  return refusal && refusal.id !== 'too-long' ? { ...click.pressed.fields, reason: '' } : click.pressed.fields;
}

export async function onClose(parts: Parts, click: Click): Promise<Reply> {
  const why = freeText(parts, field(click, 'reason'), WHY_LENGTH);
  return give(parts, click, { type: 'close', ending: field(click, 'ending'), reasonId: why.id }, {
    card: 'case', view: 'case', refusedView: 'close', banner: undefined, typed: typedOf(click, why),
  }, why);
}

export async function onReopen(parts: Parts, click: Click): Promise<Reply> {
  const why = freeText(parts, field(click, 'reason'), WHY_LENGTH);
  return give(parts, click, { type: 'reopen', reasonId: why.id ?? '' }, {
    card: 'case', view: 'case', refusedView: 'reopen', banner: good('De casus is weer open.'), typed: typedOf(click, why),
  }, why);
}

export const stepVerbs: Verbs = {
  'case-form': onCaseForm, 'open-case': onOpenCase,
  'step-done': onProgress, 'step-waits': onProgress, stuck: onProgress, 'runs-again': onProgress, close: onClose, reopen: onReopen,
};
