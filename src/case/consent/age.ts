import type { CaseState } from '../state.js';
import { isYes } from './answers.js';
import type { LedgerEntry } from './state.js';

/** The age bands in order, with the age at which each begins. */
const BANDS = ['onder-12', '12-15', '16-17', '18-plus'] as const;
const BEGINS = [0, 12, 16, 18] as const;

type Age = Pick<CaseState, 'ageBand' | 'borderMonth'>;

export interface Border {
  readonly from: string;
  readonly to: string;
  /** The day from which the next band counts. */
  readonly on: string;
  /** Month of the border after it. */
  readonly month: string | null;
}

/**
 * The next age border of a case (N-14). Only the month is known, so the strictest reading counts: 12 from the first day of
 * that month, because then one more person is asked; 16 and 18 from the first day after it, because then somebody is asked less.
 */
export function nextBorder({ ageBand, borderMonth }: Age): Border | undefined {
  const at = BANDS.findIndex((one) => one === ageBand);
  const to = at < 0 ? undefined : BANDS[at + 1];
  if (borderMonth === null || to === undefined) return undefined;
  const years = yearsIn(to);
  return { from: ageBand, to, on: beginOf(to, borderMonth), month: years === undefined ? null : plusYears(borderMonth, years) };
}

/** The day on which this band begins for a child that reaches it in this month. */
function beginOf(band: string, month: string): string {
  return band === '12-15' ? `${month}-01` : firstAfter(month);
}

/** How many years this band lasts; undefined for the first, whose begin nobody asks, and for the last. */
function yearsIn(band: string): number | undefined {
  const at = BANDS.findIndex((one) => one === band);
  const begin = BEGINS[at];
  const end = BEGINS[at + 1];
  return begin === undefined || begin === 0 || end === undefined ? undefined : end - begin;
}

function plusYears(month: string, years: number): string {
  return `${String(Number(month.slice(0, 4)) + years)}${month.slice(4)}`;
}

function firstAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}-01`;
}

/** The borders that were passed up to and on this day and are not in the state yet, first to last. */
export function bordersPassed(age: Age, day: string): readonly Border[] {
  const border = nextBorder(age);
  if (!border || border.on > day) return [];
  return [border, ...bordersPassed({ ageBand: border.to, borderMonth: border.month }, day)];
}

/** Age band and month of the next border as they are on this day, also where the timer that records it is late. */
export function ageOn(age: Age, day: string): Age {
  const last = bordersPassed(age, day).at(-1);
  return last ? { ageBand: last.to, borderMonth: last.month } : { ageBand: age.ageBand, borderMonth: age.borderMonth };
}

/** The first day of the present band, where the month of the next border tells it: the child's answers of before are asked again. */
export function bandSince({ ageBand, borderMonth }: Age): string | undefined {
  const years = yearsIn(ageBand);
  return borderMonth === null || years === undefined ? undefined : beginOf(ageBand, plusYears(borderMonth, -years));
}

/**
 * At 12 the jeugdige gets a say and at 16 the first say (C-01, TOE-10): a yes from before the border is asked again.
 * A no stays, and so does what the parents said: it counts where the new age still asks them.
 */
export function ledgerAfterBorder(ledger: readonly LedgerEntry[], { to, on }: Pick<Border, 'to' | 'on'>): readonly LedgerEntry[] {
  if (to === '18-plus') return ledger;
  return ledger.map((entry) => (entry.who === 'jeugdige' && isYes(entry.status) && entry.on < on ? { ...entry, status: 'verlopen' as const } : entry));
}

/** After a wrong age band: a yes of the jeugdige at the wrong age is asked again, and so is every yes about these sharings. A no stays. */
export function ledgerAfterCorrection(ledger: readonly LedgerEntry[], anew: readonly Pick<LedgerEntry, 'sender' | 'recipient' | 'purpose'>[]): readonly LedgerEntry[] {
  const again = (entry: LedgerEntry) => entry.who === 'jeugdige'
    || anew.some((one) => one.sender === entry.sender && one.recipient === entry.recipient && one.purpose === entry.purpose);
  return ledger.map((entry) => (isYes(entry.status) && again(entry) ? { ...entry, status: 'verlopen' as const } : entry));
}

/** Age band and ledger as they count on this day, also where the timer that records it is late: a gate never waits for a timer. */
export function consentOn(state: Age & Pick<CaseState, 'gezag' | 'ledger'>, day: string): Pick<CaseState, 'ageBand' | 'gezag' | 'ledger'> {
  const passed = bordersPassed(state, day);
  const ledger = passed.reduce((entries, border) => ledgerAfterBorder(entries, border), state.ledger);
  const counted = ledger.map((entry) => (runOut(entry, day) ? { ...entry, status: 'verlopen' as const } : entry));
  return { ageBand: passed.at(-1)?.to ?? state.ageBand, gezag: state.gezag, ledger: counted };
}

/** A yes of which the last agreed day has passed. */
export function runOut({ until, status }: LedgerEntry, day: string): boolean {
  return until !== null && until < day && isYes(status);
}
