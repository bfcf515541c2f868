import { runCase } from '../../src/app/run-case.js';
import type { CaseCommand } from '../../src/case/commands.js';
import type { House, Who } from './house.js';

let count = 0;

/** Gives a command as this person, without a card. Throws when it is refused. */
export async function does(house: House, ref: string, who: Who, command: CaseCommand): Promise<void> {
  const { id, role, organisation } = await house.person(who);
  count += 1;
  const { refusal } = await runCase(house.parts, { stream: ref, command, commandId: `test ${String(count)}`, actor: { person: id, role, organisation } });
  if (refusal) throw new Error(refusal.text);
}

/** Brings somebody of another side in. */
export async function joins(house: House, ref: string, by: Who, who: Who): Promise<void> {
  const { id, role, organisation } = await house.person(who);
  await does(house, ref, by, { type: 'invite-person', who: { person: id, role, organisation }, told: true, duo: false });
}

/** What an answer brings in, for the button `consent`. */
export function answer(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { recipients: 'jgz', person: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-23', ...changes };
}
