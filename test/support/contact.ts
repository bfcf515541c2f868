import type { CommandOf } from '../../src/case/commands.js';

/** A talk of today with the mother. */
export function talk(changes: Partial<CommandOf<'note-contact'>> = {}): CommandOf<'note-contact'> {
  return { type: 'note-contact', note: 'g1', on: '2026-11-23', with: ['moeder'], discussedId: 't-besproken', agreedId: 't-afgesproken', ...changes };
}

/** What the form of a talk brings in. */
export const talkForm = {
  on: '2026-11-20', with: 'moeder,vader', discussed: 'Rekenen gaat moeizaam.', agreed: 'Elke dag tien minuten oefenen.',
} as const;
