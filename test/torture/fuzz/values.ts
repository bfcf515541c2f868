import type { Random } from '../random.js';
import type { Card } from '../card.js';

/** Values that people, clients and attackers put where something else belongs. */

export const TEXTS = [
  'wat nu?', 'verder', 'stop', 'terug', 'opnieuw', 'mijn casussen', 'nieuwe casus', 'overzicht', 'mijn leerlingen', 'mijn gegevens', 'schema', 'rollen', 'wat doet een koo', 'meldcode', 'help',
  'verzuimroute', 'toestemming nagaan', 'mdo plannen', 'stagnatie melden', 'samenvatting', 'wie bel ik', 'feedback', 'hoe vaak moet dat zat eigenlijk', 'geen enkele school wil haar hebben',
  'dit is het stagnatiepunt', '13', 'ja hoor', 'weet ik niet', 'de tweede', 'wat weet je van mij', 'ik wil een mens spreken',
] as const;

const ODD = [
  '', ' ', '\t\n', '0', '-1', 'null', 'undefined', 'NaN', 'true', '[object Object]', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '../../etc/passwd', '${payload}', '{{x}}',
  '<script>alert(1)</script>', '<at>Routewijzer</at>', '\'; drop table events; --', '" or "1"="1', '\u202Eomgekeerd\u202C', '\u200B\u200B', '\u0000', '\u0007\u001b[31m', '\uFEFF', '\uD800', '💥👨‍👩‍👧‍👦',
  'é'.repeat(300), 'a'.repeat(201), 'x'.repeat(1999), 'y'.repeat(2001), 'z'.repeat(20_000), '9'.repeat(30), '1e309', '٣', 'ﷺ'.repeat(50), '%00', '%s%n', '2035-02-30', '0000-00-00', '2035-1-1', '31-12-2035',
  '9999-12-31', '-000001-01-01', '25:61', 'person:', 'person:x', 'role:manager', 'out:x', 'a,b,c,,,', ',', '\\', '|', '**vet** [klik](https://voorbeeld.example)', 'c-', 'v-', 'none',
] as const;

/** Words that mean something to some part of the bot: values of other facts, steps, roles, statuses. */
const KNOWN = [
  'zorg', 'verzuim', 'nog-niemand', 'ouders', 'onder-12', '12-15', '16-17', '18-plus', 'signaal', 'triage', 'plan', 'ja', 'nee', 'moeder', 'vader', 'moeder,vader', 'jeugdige', 'voogd', 'gegeven', 'geweigerd',
  'ingetrokken', 'gevraagd', 'verlopen', 'mondeling', 'schriftelijk', 'jgz', 'sociaal-team', 'leerplicht', 'school', 'koo', 'komt', 'kan-niet', 'ander-moment', 'stuurt-iemand', 'samenwerking', 'plek', 'beide',
  'doelen-bereikt', 'niet-nodig', 'overgedragen', 'enkelvoudig', 'complex', 'geen', 'stap', 'weg', 'ziek-of-verlof', 'case', 'all', 'people', 'mdo', 'mdo-form', 'consent', 'gezag-form', 'contacts', 'timeline', 'record',
  'anders', 'naar-regievoerder', 'verkeerde-casus', 'thuiszitter', 'geplaatst', 'ggd', 'gemaakt', 'onderwijs', 'doorgaan', 'afsluiten', '1', '2', '3', '40', 'betrekken',
] as const;

const JUNK: readonly unknown[] = [null, 0, -1, 1.5, 1e308, 2 ** 53, true, false, [], {}, [[]], [null], [{}], { length: 3 }, ['x'], { a: { b: { c: {} } } }, '', 'x'];

/** A day in YYYY-MM-DD, some days from `today`. */
export function dayFrom(today: number, random: Random): string {
  return new Date(today + random.between(-3, 60) * 86_400_000).toISOString().slice(0, 10);
}

export function oddText(random: Random, extra: readonly string[] = []): string {
  const from = random.next();
  if (from < 0.45) return random.pick(ODD);
  if (from < 0.8 || extra.length === 0) return random.pick(KNOWN);
  return random.pick(extra);
}

/** JSON of some kind that is not asked for. */
export function junk(random: Random): unknown {
  if (random.chance(0.3)) return oddText(random);
  return structuredClone(random.pick(JUNK));
}

/** What somebody fills in: mostly as the form asks, sometimes not. */
export function filledIn(input: Card, random: Random, today: number): string {
  if (random.chance(0.12)) return oddText(random);
  const choices = Array.isArray(input['choices']) ? (input['choices'] as Card[]).map((choice) => String(choice['value'])) : [];
  switch (input['type']) {
    case 'Input.ChoiceSet': {
      if (choices.length === 0) return '';
      if (input['isMultiSelect'] !== true) return random.pick(choices);
      return [...new Set(Array.from({ length: random.between(1, Math.min(4, choices.length)) }, () => random.pick(choices)))].join(',');
    }
    case 'Input.Toggle': return random.chance(0.7) ? String(input['valueOn'] ?? 'true') : String(input['valueOff'] ?? 'false');
    case 'Input.Date': return dayFrom(today, random);
    case 'Input.Time': return `${String(random.between(8, 17)).padStart(2, '0')}:30`;
    case 'Input.Number': return String(random.between(0, 20));
    default: return random.pick(['Afspraak over rust in de klas', 'Samen kijken wat helpt', String(input['value'] ?? ''), oddText(random)]);
  }
}
