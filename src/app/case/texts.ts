import { readsNote } from '../../case/contact/reads.js';
import { knowsOf } from '../../case/consent/danger.js';
import type { CaseState } from '../../case/state.js';
import type { Route } from '../../route/model.js';
import type { Person } from '../ports.js';

/**
 * The texts of a case that a card for this viewer may hold. What belongs to one organisation (its notes of talks, its own
 * mark) or to a few people (danger) is not even looked up for others.
 */
export function caseTextIds(route: Route, state: CaseState, viewer: Person): readonly string[] {
  const { mdo, draft, plan, dangers } = state;
  const goals = [draft.goals, ...(plan ? [plan.goals] : [])].flatMap((both) => [...both.onderwijs, ...both.zorg]);
  const notes = state.contacts.filter((note) => readsNote(route, note, viewer));
  const own = state.references[viewer.organisation];
  const known = dangers.filter((one) => knowsOf(one, viewer.id)).map((one) => one.noteId);
  const ids = [
    mdo?.purposeId, ...(mdo?.invitees.map((one) => one.answer?.noteId) ?? []), state.lastStagnation?.noteId, state.closed?.reasonId, state.reopened?.reasonId,
    ...goals.map((goal) => goal.textId), ...[...draft.actions, ...(plan?.actions ?? [])].map((action) => action.textId),
    ...state.evaluations.map((one) => one.reasonId), ...state.outsiders.map((one) => one.nameId),
    ...notes.flatMap((note) => [note.discussedId, note.agreedId]), ...known, viewer.organisation === '' ? undefined : own,
  ];
  return [...new Set(ids.filter((id) => typeof id === 'string' && id !== ''))] as string[];
}
