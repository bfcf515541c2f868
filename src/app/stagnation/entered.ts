import type { Section } from '../../cards/generic.js';
import { regievoerderLine } from './place.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { dutchDay } from '../present/words.js';

/**
 * What has and what has not been entered, for the claimer: that something was recorded, never what. That somebody gave or
 * refused consent, and to whom, is not theirs to read.
 */
export function entered({ state }: LoadedCase, view: CaseView): Section[] {
  const { mdo, plan, evaluations, levels, stagnation } = state;
  const when = mdo === null || mdo.cancelled ? undefined
    : mdo.held ? 'gehouden' : mdo.date === '' ? 'er zijn momenten voorgesteld' : `gepland op ${dutchDay(mdo.date)}`;
  const items: readonly (readonly [what: string, there: boolean, more?: string | undefined])[] = [
    ['Leervraag en leefvraag', levels !== null],
    ['Toestemming', state.ledger.length > 0],
    ['MDO', when !== undefined, when],
    ['Plan van aanpak', plan !== null],
    ['Evaluatie', evaluations.length > 0 || Boolean(plan?.evaluateOn), evaluations.length > 0 ? `${String(evaluations.length)} keer gehouden` : plan?.evaluateOn ? `afgesproken op ${dutchDay(plan.evaluateOn)}` : undefined],
  ];
  const there = items.filter(([, is]) => is).map(([what, , more]) => `${what}: ${more ?? 'vastgelegd'}.`);
  const missing = items.filter(([, is]) => !is).map(([what]) => `${what}: niet vastgelegd.`);
  return [
    { heading: 'Vastgelegd in Routewijzer', lines: there.length > 0 ? there : ['Nog niets van deze lijst.'] },
    { heading: 'Niet vastgelegd in Routewijzer', lines: [...missing, 'Misschien is het wel gedaan. Vraag het open.'] },
    ...(stagnation?.kind && stagnation.kind !== 'samenwerking' ? [{ heading: 'Gaat het om een plek?', lines: [regievoerderLine(state, view.route)] }] : []),
  ];
}
