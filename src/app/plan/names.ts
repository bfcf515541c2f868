import type { Levels } from '../../case/plan/levels.js';
import type { Nameable } from '../../case/plan/nameable.js';
import type { Plan, PlanAction } from '../../case/plan/state.js';
import { dayOf, showDay } from '../../case/time.js';
import type { Route } from '../../route/model.js';
import type { RegieCellData } from '../../route/schema.js';
import { roleLabel } from '../../route/roles.js';
import type { CaseState } from '../../case/state.js';
import { capital } from '../present/words.js';
import type { CaseView } from '../present/view.js';

/** The family has no role in the route; in a plan it does its own part. */
const FAMILY: Readonly<Record<string, string>> = { ouders: 'de ouders', jeugdige: 'de jeugdige' };

/** Whom a key of the plan names: "IB'er: Marijke de Boer", "Casemanager jeugd (buiten Teams)", "De ouders". */
export function nameOfKey({ route, people, texts }: CaseView, state: CaseState, key: string): string {
  const [kind = '', id = ''] = key.split(':');
  if (kind === 'person') {
    const person = people.get(id);
    return person ? `${roleLabel(route, state.people.find((one) => one.person === id)?.role ?? person.role)}: ${person.name}` : 'Iemand die niet meer bekend is';
  }
  if (kind === 'out') {
    const out = state.outsiders.find((one) => one.key === key);
    const name = texts.get(out?.nameId ?? '');
    return `${roleLabel(route, out?.role ?? 'anders')}${name ? `: ${name}` : ''} (buiten Teams)`;
  }
  return capital(FAMILY[id] ?? `${roleLabel(route, id)} (buiten Teams)`);
}

/** Who does an action: the person, or the role where nobody was named. */
export function doerOf(view: CaseView, state: CaseState, { by, role }: PlanAction): string {
  return nameOfKey(view, state, by ?? `role:${role}`);
}

/** "Rekenhulp in de klas · IB'er: … · uiterlijk ma 7 december 2026 · gedaan". */
export function actionLine(view: CaseView, state: CaseState, action: PlanAction): string {
  const done = action.doneAt === null ? '' : ` · gedaan op ${showDay(dayOf(action.doneAt))}`;
  return `${textOf(view, action.textId)} · ${doerOf(view, state, action)} · uiterlijk ${showDay(action.on)}${done}`;
}

export function textOf({ texts }: Pick<CaseView, 'texts'>, id: string): string {
  return texts.get(id) ?? 'Deze tekst is verwijderd.';
}

/** The people that one can choose from, as choices on a form: family first, then names, then roles outside Teams. */
export function whoChoices(view: CaseView, state: CaseState, who: readonly Nameable[]): { value: string; title: string }[] {
  const order = ({ key, role }: Nameable) => (role in FAMILY ? 0 : key.startsWith('role:') ? 2 : 1);
  return [...who].sort((one, other) => order(one) - order(other)).map(({ key }) => ({ value: key, title: nameOfKey(view, state, key) }));
}

/** Who has the procesregie by the matrix, in words; where the matrix is silent it says so (RGM-06). */
export function regieWords(route: Route, cell: Pick<RegieCellData, 'regie' | 'inMatrix' | 'leervraag'>): string {
  if (cell.regie === 'none') return 'Niemand van de gemeente voert de regie';
  if (cell.inMatrix) return cell.regie === 'onderwijs' ? 'Onderwijs' : roleLabel(route, cell.regie);
  return cell.regie === 'onderwijs'
    ? 'Het blijft bij het onderwijs (de matrix zegt hier niets)'
    : `${roleLabel(route, cell.regie)}, bij onveiligheid of als de ontwikkeling wordt bedreigd (de matrix zegt hier niets)`;
}

const LEVEL: Readonly<Record<string, string>> = { geen: 'is er niet', enkelvoudig: 'enkelvoudig', complex: 'complex' };

export function levelFacts({ leervraag, leefvraag }: Levels): { title: string; value: string }[] {
  return [{ title: 'Leervraag', value: capital(LEVEL[leervraag] ?? leervraag) }, { title: 'Leefvraag', value: capital(LEVEL[leefvraag] ?? leefvraag) }];
}

/** The contactpersonen, who are at every evaluation (S3-07). */
export function contactFacts(view: CaseView, state: CaseState, regie: Pick<Plan, 'contactSchool' | 'contactGemeente'>): { title: string; value: string }[] {
  return [
    { title: 'Contactpersoon school', value: nameOfKey(view, state, regie.contactSchool) },
    { title: 'Contactpersoon gemeente', value: nameOfKey(view, state, regie.contactGemeente) },
  ];
}
