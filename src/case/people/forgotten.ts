import type { CaseEvent, RecordedCaseEvent } from '../events.js';

/** Ids of the texts that mean nothing any more after this event: a mark that was replaced or taken away, the name of an outsider who is gone. */
export function forgottenOfPeople(history: readonly RecordedCaseEvent[], event: CaseEvent): readonly string[] {
  if (event.type === 'ReferenceSet') return history.flatMap((one) => markIn(one, event.data.organisation) ?? []);
  if (event.type === 'PersonLeft') return history.flatMap((one) => nameIn(one, event.data.key) ?? []);
  return [];
}

function markIn(event: RecordedCaseEvent, organisation: string): string | null | undefined {
  if (event.type === 'CaseTookOver') return event.data.taken.references[organisation];
  return event.type === 'ReferenceSet' && event.data.organisation === organisation ? event.data.referenceId : undefined;
}

function nameIn(event: RecordedCaseEvent, key: string): string | null | undefined {
  if (event.type === 'CaseTookOver') return event.data.taken.outsiders.find((one) => one.key === key)?.nameId;
  return event.type === 'OutsiderJoined' && event.data.key === key ? event.data.nameId : undefined;
}
