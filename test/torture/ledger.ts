import type { Card } from './card.js';
import type { Who } from './teams.js';

/**
 * The harness's own record of what the bot has said yes to. Nothing in here comes from the bot's store: only from answers that
 * arrived, so that it can be held against the bot afterwards.
 */

/** What one case was acknowledged to be. */
export interface CaseKept {
  readonly code: string;
  readonly ref: string;
  readonly owner: Who;
  /** The step that its card must show at the end, as the card calls it. */
  step: string;
  /** Lines that its own card must hold. */
  readonly onCase: string[];
  /** Lines that the organiser's card of its MDO must hold. */
  readonly onMdo: string[];
  /** Who must have got an invitation, and what must stand on it. */
  readonly invitations: { readonly who: Who; readonly words: string }[];
  /** The holder said that it is stuck: the stagnatiepunt must hear. */
  stuck: boolean;
  /** The claim of the stagnatiepunt was acknowledged. */
  claimed: boolean;
  /** By when the step must be done, as the last card said; the day's first millisecond in UTC. Undefined: nobody waits for it any more. */
  due: { readonly step: string; readonly day: number } | undefined;
}

/** Where one walk through the route stood when its last answer was acknowledged. */
export interface VisitKept {
  readonly who: Who;
  readonly ref: string;
  /** The message that holds its card. */
  readonly on: string | undefined;
  /** `question:<fact>` or `outcome:<id>`. */
  position: string;
  /** How many answers were acknowledged. */
  answers: number;
}

export interface Ledger {
  acknowledged: number;
  inputs: number;
  readonly cases: CaseKept[];
  readonly visits: VisitKept[];
  /** Typed messages that were acknowledged, by the id of the message. */
  readonly typed: { readonly who: Who; readonly id: string; readonly text: string }[];
  readonly losses: string[];
  readonly forbidden: string[];
}

export const emptyLedger = (): Ledger => ({ acknowledged: 0, inputs: 0, cases: [], visits: [], typed: [], losses: [], forbidden: [] });

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** The day that the card of a case names as the end of its term: "Termijn: tot di 23 januari 2035". */
export function dueDayIn(text: string): number | undefined {
  const found = /Termijn: tot \w+ (\d{1,2}) (\w+) (\d{4})/.exec(text);
  const month = MONTHS.indexOf(found?.[2] ?? '');
  return found === null || month < 0 ? undefined : Date.UTC(Number(found[3]), month, Number(found[1]));
}

/** "Stap 1: signaal", as a card calls the step. */
export const stepIn = (text: string): string => /Stap \d: [^\n·]+/.exec(text)?.[0].trim() ?? '';

/** Where a walk stands, by the card that shows it. */
export function positionOf(card: Card | undefined): string | undefined {
  const text = JSON.stringify(card ?? {});
  const outcome = /"id":"outcome:([^"]+)"/.exec(text)?.[1];
  if (outcome !== undefined) return `outcome:${outcome}`;
  const fact = /"verb":"answer"[^}]*"fact":"([^"]+)"/.exec(text)?.[1];
  return fact === undefined ? undefined : `question:${fact}`;
}
