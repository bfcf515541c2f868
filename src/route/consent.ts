import type { ConsentRequirement, Route } from './model.js';
import type { ConsentRowData } from './schema.js';

/** What is shown where no row of the matrix speaks (TOE-13): the route is silent, the parents know. */
const SILENT: ConsentRequirement = {
  row: 'geen', kind: 'silent', ask: [], inform: [],
  text: 'De route zegt hier niets over. Zorg dat ouders het weten en ermee instemmen.', rules: ['TOE-13'],
};

export interface ConsentQuestion {
  /** Party that shares. */
  readonly sender: string;
  /** Party that it is shared with. */
  readonly recipient: string;
  readonly purpose: string;
  /** Age band, or undefined when it is not known. */
  readonly age: string | undefined;
}

/**
 * What must be asked of whom before `sender` shares with `recipient`. A row that names the sender wins over
 * one for any sender. When the age is not known, the most careful of the bands; when no row speaks, TOE-13.
 */
export function requirementFor(route: Pick<Route, 'consent'>, asked: ConsentQuestion): ConsentRequirement {
  const rows = route.consent.filter((row) => row.recipients.includes(asked.recipient)
    && (row.purposes === 'any' || row.purposes.includes(asked.purpose)));
  const row = rows.find((each) => each.senders !== 'any' && each.senders.includes(asked.sender))
    ?? rows.find((each) => each.senders === 'any');
  if (row === undefined) return SILENT;
  const known = asked.age !== undefined && Object.hasOwn(row.ages, asked.age) ? row.ages[asked.age] : undefined;
  const band = known ?? mostCareful(Object.values(row.ages));
  return band === undefined ? SILENT : { row: row.id, ...band };
}

type Band = ConsentRowData['ages'][string];

const CARE: Readonly<Record<Band['kind'], number>> = { ask: 3, silent: 2, inform: 1, none: 0 };

function mostCareful(bands: readonly Band[]): Band | undefined {
  return [...bands].sort((a, b) => CARE[b.kind] - CARE[a.kind] || b.ask.length - a.ask.length
    || required(b) - required(a) || b.inform.length - a.inform.length)[0];
}

function required(band: Band): number {
  return band.ask.filter((each) => each.weight === 'required').length;
}
