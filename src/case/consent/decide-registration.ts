import type { CommandOf } from '../commands.js';
import { happened, refused, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { oneOf, registerResults, registers } from '../values.js';

/** The check of stap 2 at GGD, leerplicht and ZvJG (REG-02). "Niet gedaan" is an answer too: the reason stands in the own dossier (REG-11). */
export function noteRegistration(state: CaseState, command: CommandOf<'note-registration'>): Decision {
  const looked = registers.flatMap((register) => {
    const said = Object.hasOwn(command.results, register) ? command.results[register] ?? '' : '';
    return said === '' ? [] : [{ register, result: oneOf(registerResults, said) }];
  });
  if (looked.length === 0) return refused('choose-register');
  const events = looked.flatMap(({ register, result }): CaseEvent[] => (result ? [{ type: 'RegistrationNoted', data: { register, result, informed: command.informed } }] : []));
  if (events.length < looked.length) return refused('choose-result');
  // The form holds all three: what stands there already keeps its day and who looked.
  const stands = ({ data }: CaseEvent) => state.registrations.some((one) => 'register' in data && one.register === data.register && one.result === data.result && one.informed === data.informed);
  return happened(...events.filter((event) => !stands(event)));
}
