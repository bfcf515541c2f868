import type { Button } from '../../cards/data.js';
import { mdoAhead } from '../../case/stagnation/point.js';
import { isKnown } from '../../case/stagnation/knows.js';
import { gateToRegievoerder, SCHOOL } from '../../case/stagnation/schools.js';
import { sidesOf } from '../../case/sides.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import type { CaseView } from '../present/view.js';
import { button, capital, dutchDay, formButton, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { regievoerderLine } from './place.js';
import { knowsLine, riskWord, whoKnows } from './words.js';

/** On the case's card: that it is stuck, what happens with it, and what a participant can do; undefined when it runs. */
export function stagnationSection({ stream, version, state }: LoadedCase, view: CaseView): { heading: string; lines: string[]; buttons: Button[] } | undefined {
  const shown = state.stagnation;
  if (!shown || state.closed) return undefined;
  const target = { ref: stream, seen: version };
  const { now, route, viewer } = view;
  const asked = shown.nudges.filter((one) => one.person === viewer.id).at(-1);
  const proposed = shown.mdoProposedAt !== null && !mdoAhead(state, dayOf(now));
  return {
    heading: 'Loopt vast',
    lines: [
      shown.kind ? `Het loopt vast op: ${word(shown.kind)}.` : 'Er was binnen de termijn niets vastgelegd in Routewijzer.',
      ...(shown.atStagnatiepunt ? [pointLine(shown)] : []),
      ...(shown.kind === null || shown.kind === 'samenwerking' ? [] : [regievoerderLine(state, route)]),
      ...(asked ? [`Het stagnatiepunt vroeg je op ${dutchDay(dayOf(asked.at))} om vast te leggen hoe het ervoor staat.`] : []),
      ...(proposed ? ['Het stagnatiepunt stelt een MDO voor. Jullie kiezen zelf.'] : []),
      knowsLine(state, shown, now),
    ],
    buttons: [
      button('Het loopt weer', 'runs-again', target),
      ...(isKnown(state, shown, dayOf(now)) ? [] : [button(whoKnows(state, now) === 'de ouders' ? 'De ouders weten dit' : 'De jongere weet dit', 'parents-told', target, { from: 'case' })]),
      ...(proposed ? [formButton('Start een MDO', 'mdo-form', target)] : []),
    ],
  };
}

/** The stagnatiepunt helps and can force nothing (ROL-STP-03). */
function pointLine({ claimedAt, repeated }: { readonly claimedAt: string | null; readonly repeated: number }): string {
  if (claimedAt) return `Iemand van het stagnatiepunt heeft dit opgepakt op ${showDay(dayOf(claimedAt))}.`;
  const again = repeated > 0 ? ' Het is opnieuw gemeld.' : '';
  return `Het stagnatiepunt weet dat het stilligt; nog niemand heeft het opgepakt.${again} Het kan helpen om elkaar weer te vinden, maar beslist niet voor jullie.`;
}

/** That this pupil stands on the list of the regievoerder zorg, since when and how far; nothing when not. */
export function riskFacts({ state }: LoadedCase, { route, now }: CaseView): { title: string; value: string }[] {
  const { risk } = state;
  if (!risk) return [];
  const seen = gateToRegievoerder(route, state, dayOf(now)).open;
  return [
    { title: 'Lijst regievoerder zorg', value: `${capital(riskWord(risk.risk))}, sinds ${dutchDay(dayOf(risk.since))}${seen ? '' : ' (de regievoerder zorg mag dit nu niet zien)'}` },
    { title: 'Passend aanbod', value: `${capital(riskWord(risk.stage))} (${showDays(daysBetween(risk.stageSince, now))})` },
  ];
}

/** Does this viewer take part for the school? */
export function ofSchool({ state }: LoadedCase, { route, viewer }: CaseView): boolean {
  const part = state.people.find((one) => one.person === viewer.id);
  return part !== undefined && viewer.registered && sidesOf(route, part.role).sends === SCHOOL;
}

/** What else a participant can do here: the school puts a pupil at risk on the list of the regievoerder zorg. */
export function stagnationButtons(loaded: LoadedCase, view: CaseView): Button[] {
  const { stream, version, state } = loaded;
  if (state.closed || !ofSchool(loaded, view)) return [];
  return [formButton(state.risk ? 'Op weg naar een passend aanbod' : 'Zorgwekkend verzuim of thuiszitten', 'risk', { ref: stream, seen: version })];
}
