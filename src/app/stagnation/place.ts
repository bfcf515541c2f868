import { boardOf } from '../../route/boards.js';
import type { Route } from '../../route/model.js';
import { contactOf } from '../../route/roles.js';
import { REGIEVOERDER, schoolsOf } from '../../case/stagnation/schools.js';
import type { CaseState } from '../../case/state.js';

/** Whose road a missing place is, with whom to call: the regievoerder zorg of the school's board, who can bring in the samenwerkingsverband (S1-09, N-02, N-03). */
export function regievoerderLine(state: CaseState, route: Route): string {
  const boards = [...new Set(schoolsOf(route, state).flatMap((school) => boardOf(route, school) ?? []))];
  const whose = boards.length === 0 ? 'het schoolbestuur' : boards.join(' of ');
  const contact = contactOf(route, REGIEVOERDER) ?? (boards.length === 0 ? 'je schoolbestuur weet wie dat is' : 'geen nummer ingevuld voor deze regio');
  return `Voor een plek: de regievoerder zorg van ${whose} (${contact}). Die kan het samenwerkingsverband inschakelen.`;
}
