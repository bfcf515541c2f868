import type { CardData } from '../../cards/data.js';
import { TOGGLE_ON } from '../../cards/inputs.js';
import { isSelf } from '../../case/consent/gate.js';
import { dayOf } from '../../case/time.js';
import { registerResults, registers } from '../../case/values.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, dutchDay } from '../present/words.js';
import { formOf } from './forms.js';
import { held } from './held.js';
import { ageToday } from './rows.js';

type Register = (typeof registers)[number];
const REGISTERS: Readonly<Record<Register, string>> = { ggd: 'GGD', leerplicht: 'Leerplicht', zvjg: 'Zorg voor Jeugd (ZvJG)' };
const RESULTS: Readonly<Record<(typeof registerResults)[number], string>> = { 'stond-er': 'Stond er al', gemaakt: 'Nu geregistreerd', 'niet-gedaan': 'Bewust niet gedaan' };

/** Whom one tells of it: from 16 that is the jongere (TOE-08, C-01). */
function toldLabel(age: string): string {
  if (isSelf(age)) return 'De jongere weet het';
  return age === '12-15' ? 'De ouders en de jeugdige weten het' : 'De ouders weten het';
}

/** On the case's card: the check at three places (REG-02), from triage on. */
export function registrationFacts(loaded: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const { registrations, step } = loaded.state;
  if (registrations.length === 0 && (step === null || step.id === 'signaal')) return [];
  const told = toldLabel(ageToday(loaded, view)).toLowerCase();
  return registers.map((register) => {
    const noted = registrations.find((one) => one.register === register);
    if (!noted) return { title: REGISTERS[register], value: 'Nog niet nagekeken' };
    const result = noted.result in RESULTS ? RESULTS[noted.result as keyof typeof RESULTS] : noted.result;
    const by = view.people.get(noted.by)?.name ?? 'een deelnemer';
    const informed = noted.informed ? ` · ${told}` : noted.result === 'niet-gedaan' ? '' : ` · nog niet vastgelegd: ${told}`;
    return { title: REGISTERS[register], value: `${result} (${dutchDay(dayOf(noted.at))}, ${by})${informed}` };
  });
}

/** Stap 2: look whether the child is registered at three places, or do it (REG-02). It is told, not asked (TOE-08). */
export function registrationForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const results = registerResults.map((value) => ({ value, title: RESULTS[value] }));
  const told = toldLabel(ageToday(loaded, view));
  // What was told before stays told when something is added.
  const { registrations } = loaded.state;
  const informed = registrations.length > 0 && registrations.every((one) => one.informed);
  const noted = (register: Register) => registrations.find((one) => one.register === register)?.result ?? '';
  return formOf(loaded, view, {
    name: 'registrations', title: 'Registraties nakijken',
    intro: 'Je vraagt hiervoor geen toestemming. Je vertelt het wel, behalve als dat gevaar geeft voor het kind of voor jou (landelijke regel).',
    fields: [
      ...registers.map((register) => ({ id: register, kind: 'one' as const, label: REGISTERS[register], choices: results, value: typed[register] === undefined ? noted(register) : held(typed, register, results) })),
      { id: 'grens', kind: 'note', label: 'Registreren bij leerplicht is geen melding van verzuim. Geef nooit ziekte door.' },
      { id: 'reden', kind: 'note', label: 'Bewust niet gedaan mag. Schrijf de reden dan in je eigen dossier.' },
      { id: 'informed', kind: 'tick', label: told, hint: 'Verteld', value: (typed['informed'] ?? (informed ? TOGGLE_ON : 'nee')) === TOGGLE_ON ? TOGGLE_ON : 'nee' },
    ],
    submit: [button('Leg de registraties vast', 'registration', { ref: loaded.stream, seen: loaded.version }, {}, 'positive')],
  }, { title: 'Terug naar de casus', view: 'case' });
}
