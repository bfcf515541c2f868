import type { CardData } from '../../cards/data.js';
import { dayOf } from '../../case/time.js';
import { contactOf, roleLabel } from '../../route/roles.js';
import type { CaseView } from '../present/view.js';
import { button, dutchDay, labels, unsafeButton, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { regievoerderLine } from './place.js';
import { happening, knowsLine } from './words.js';

/** What happened since it got stuck, oldest first; after it ended, until then. */
export function happenings({ state, events }: LoadedCase): { title: string; value: string }[] {
  const shown = state.stagnation ?? state.lastStagnation;
  if (!shown) return [];
  const until = state.stagnation ? undefined : state.lastStagnation?.endedAt;
  return events.filter((event) => event.at >= shown.since && (until === undefined || event.at <= until)).flatMap((event) => {
    const text = happening(event);
    return text === undefined ? [] : [{ title: dutchDay(dayOf(event.at)), value: text }];
  });
}

/** To the one who said that it is stuck: what happens with it, until it ended. */
export function raisedSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { stream, version, state } = loaded;
  const shown = state.stagnation ?? state.lastStagnation;
  if (shown?.raisedBy !== view.viewer.id) return undefined;
  const open = state.stagnation !== null && state.closed === null;
  const target = { ref: stream, seen: version };
  return {
    name: 'raised', code: state.code,
    title: open ? 'Jij gaf aan dat het vastloopt' : `Afgerond: ${word(state.lastStagnation?.ending ?? 'casus-gesloten')}`,
    status: state.step ? labels(view.route).step(state.step.id) : '',
    intro: open ? introOf(shown, view) : '',
    sections: [
      { heading: 'Wat er gebeurde', facts: happenings(loaded).slice(-MOST_SHOWN) },
      ...(open ? [{ heading: '', lines: [knowsLine(state, shown, view.now), ...(shown.kind === 'samenwerking' ? [] : [regievoerderLine(state, view.route)])] }] : []),
    ],
    buttons: [
      button('Bekijk de casus', 'show', target, { view: 'case' }),
      ...(open ? [button('Het loopt weer', 'runs-again', target)] : []),
    ],
    nav: [unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

const MOST_SHOWN = 12;

function introOf({ atStagnatiepunt }: { readonly atStagnatiepunt: boolean }, { route }: CaseView): string {
  const contact = contactOf(route, 'stagnatiepunt');
  return atStagnatiepunt
    ? `Het ${roleLabel(route, 'stagnatiepunt').toLowerCase()} helpt om elkaar weer te vinden. Het beslist niet voor jullie.${contact === undefined ? '' : ` Bellen kan ook: ${contact}.`}`
    : 'Een plek zoeken loopt in de route via de regievoerder zorg, niet via het stagnatiepunt. Routewijzer heeft niemand bericht gestuurd: bel zelf.';
}
