import type { CaseCommand } from '../../case/commands.js';
import { decideCase } from '../../case/decide.js';
import { dayOf, plusDays } from '../../case/time.js';
import { actorOf } from '../click.js';
import type { CaseView } from '../present/view.js';
import type { LoadedCase } from '../run-case.js';

interface NotNow { readonly title: string; readonly reason: string }

/**
 * What this viewer can not do now, with the reason: the same judgement that a click would get, asked beforehand. Each is
 * asked with an input against which nothing can be said, so that what is refused is refused for how the case stands.
 */
export function notNow({ state }: LoadedCase, { route, now, viewer }: CaseView): readonly NotNow[] {
  const today = dayOf(now);
  const asked: readonly (readonly [title: string, command: CaseCommand])[] = state.closed ? [] : [
    ['Het plan vaststellen', { type: 'adopt-plan', seen: state.entries, plan: 'p-vraag', evaluateOn: plusDays(today, 30) }],
    ['Een evaluatie vastleggen', {
      type: 'record-evaluation', evaluation: 'e-vraag', plan: state.plan?.id ?? '', on: today, outcome: 'doorgaan', reasonId: 't-vraag',
      contactSchool: true, contactGemeente: true, parents: true, jeugdige: true, others: [], nextOn: plusDays(today, 30), ending: '',
    }],
    ['Op de lijst van de regievoerder zorg', { type: 'mark-risk', risk: 'dreigend' }],
    ['Afsluiten', { type: 'close', ending: 'doelen-bereikt', reasonId: 't-vraag' }],
  ];
  return asked.flatMap(([title, command]) => {
    const decision = decideCase(state, command, { route, now, actor: actorOf(viewer) });
    return decision.kind === 'refused' ? [{ title, reason: decision.refusal.text }] : [];
  });
}
