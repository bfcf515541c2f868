import { TOGGLE_ON } from '../../cards/inputs.js';
import type { Colleague } from '../../case/people/commands.js';
import { field, type Click } from '../click.js';
import { give, good, list } from '../give.js';
import type { Reply } from '../input.js';
import type { Parts } from '../parts.js';

/** The organiser chooses one of the proposed moments. */
export async function onFixDate(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'fix-date', mdo: field(click, 'mdo'), option: field(click, 'option') }, {
    card: 'case', view: 'mdo', refusedView: 'mdo', banner: good('Het moment staat vast. De genodigden in Teams krijgen bericht. Vertel het zelf aan de anderen.'),
  });
}

export async function onCancelMdo(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'cancel-mdo', mdo: field(click, 'mdo'), reason: field(click, 'reason') }, {
    card: 'case', view: 'mdo', refusedView: 'mdo-cancel', banner: good('Het MDO is afgezegd. De genodigden in Teams krijgen bericht.'), typed: click.pressed.fields,
  });
}

/** Who was there. The register says who of them can take part from now on; a card names only ids. */
export async function onAttend(parts: Parts, click: Click): Promise<Reply> {
  const present = list(field(click, 'present'));
  return give(parts, click, {
    type: 'record-attendance', mdo: field(click, 'mdo'), option: field(click, 'option'), present, colleagues: await registered(parts, present),
    parents: field(click, 'parents') === TOGGLE_ON, jeugdige: field(click, 'jeugdige') === TOGGLE_ON,
  }, {
    card: 'case', view: 'mdo', refusedView: 'mdo-attend', banner: good('Vastgelegd wie er waren. Vul nu samen het plan van aanpak in.'), typed: click.pressed.fields,
  });
}

async function registered(parts: Parts, keys: readonly string[]): Promise<readonly Colleague[]> {
  const found = await Promise.all(keys.map((key) => (key.startsWith('person:') ? parts.store.person(key.slice('person:'.length)) : undefined)));
  return found.flatMap((one) => (one?.registered ? [{ person: one.id, role: one.role, organisation: one.organisation }] : []));
}
