import { requirementFor } from '../../route/consent.js';
import type { ConsentRequirement, Route } from '../../route/model.js';
import type { CaseState } from '../state.js';
import { guardians, type ConsentStatus, type Who } from '../values.js';
import { consentOn } from './age.js';
import type { LedgerEntry } from './state.js';

/** What is to be shared with whom: consent is looked up for exactly this (N-09). */
export interface Sharing {
  readonly sender: string;
  readonly recipient: string;
  readonly purpose: string;
}

export type Gate =
  | { readonly open: true; readonly requirement: ConsentRequirement }
  /** `reasons`: Dutch sentences, each one thing that is still needed or that forbids it. */
  | { readonly open: false; readonly requirement: ConsentRequirement; readonly reasons: readonly string[] };

type LedgerPart = Pick<CaseState, 'gezag' | 'ledger' | 'ageBand' | 'borderMonth'>;

/** The reason that comes before all others. */
export const GEZAG_UNKNOWN = 'Leg eerst vast wie het gezag heeft.';

/** Whose word it is, with its article. */
export const WHO: Record<Who, string> = { moeder: 'de moeder', vader: 'de vader', 'tweede-moeder': 'de tweede moeder', 'tweede-vader': 'de tweede vader', voogd: 'de voogd', jeugdige: 'de jeugdige' };

/**
 * May this be shared now? A gate, not a reminder: nothing that shares something with a recipient is built
 * or delivered unless this answers `open`. `day` (YYYY-MM-DD): what counts on that day, also where a timer is late. Danger opens Veilig Thuis and nothing else (N-07): it has no way in here.
 */
export function gateFor(route: Route, state: LedgerPart, sharing: Sharing, day: string): Gate {
  const counts = consentOn(state, day);
  const requirement = requirementFor(route, { ...sharing, age: counts.ageBand });
  const ledger = entriesFor(counts.ledger, sharing);
  const reasons = closedBecause(requirement, counts.gezag, ledger, counts.ageBand);
  return reasons.length === 0 ? { open: true, requirement } : { open: false, requirement, reasons };
}

/** The ledger's entries for this sharing: consent to the school is no consent to the GGD. */
export function entriesFor(ledger: readonly LedgerEntry[], sharing: Sharing): readonly LedgerEntry[] {
  return ledger.filter((entry) => entry.sender === sharing.sender && entry.recipient === sharing.recipient && entry.purpose === sharing.purpose);
}

function closedBecause(
  requirement: ConsentRequirement, gezag: readonly Who[], ledger: readonly LedgerEntry[], ageBand: string,
): readonly string[] {
  const said = (who: Who): ConsentStatus | undefined => ledger.find((entry) => entry.who === who)?.status;
  switch (requirement.kind) {
    case 'none':
    case 'inform':
      return [];
    case 'silent':
      return silentReasons(said, gezag, ageBand);
    case 'ask':
      return requirement.ask.flatMap(({ who, weight }) => {
        if (weight === 'advice') return [];
        if (who === 'jeugdige') return missing('jeugdige', said('jeugdige'), ageBand);
        if (weight === 'unless-declined') return parentsOfJongere(said, gezag);
        if (gezag.length === 0) return [GEZAG_UNKNOWN];
        return gezag.flatMap((guardian) => missing(guardian, said(guardian)));
      });
  }
}

/** From 16 the jongere comes first and chooses whether the parents are asked: nothing sends anybody to them before that (C-01). */
function parentsOfJongere(said: (who: Who) => ConsentStatus | undefined, gezag: readonly Who[]): readonly string[] {
  if (said('jeugdige') !== 'gegeven') return [];
  if (gezag.length > 0 && gezag.every((guardian) => said(guardian) === 'gegeven')) return [];
  const no = gezag.filter((guardian) => said(guardian) === 'geweigerd' || said(guardian) === 'ingetrokken').flatMap((guardian) => missing(guardian, said(guardian)));
  return [...no, 'Vraag de jongere of de ouders erbij mogen. Leg daarna het antwoord van de ouders vast, of dat de jongere hen er niet bij wil.'];
}

/** The jongere who leaves the parents out thereby gives consent for the own part. */
function missing(who: Who, status: ConsentStatus | undefined, ageBand = ''): readonly string[] {
  if (who === 'jeugdige' && status === undefined && isSelf(ageBand)) return ['Vraag het eerst de jongere zelf.'];
  if (status === 'gegeven' || status === 'ouders-erbuiten') return [];
  if (status === 'geweigerd') return [`${capital(WHO[who])} heeft geweigerd.`];
  if (status === 'ingetrokken') return [`${capital(WHO[who])} heeft de toestemming ingetrokken.`];
  if (status === 'verlopen') return [`De toestemming van ${WHO[who]} telt niet meer. Vraag het opnieuw.`];
  if (status === 'gevraagd') return [`Aan ${WHO[who]} is het gevraagd. Het antwoord is nog niet vastgelegd.`];
  return [`De toestemming van ${WHO[who]} is nog niet vastgelegd.`];
}

/** What stands of this person for this recipient, as a Dutch sentence: "JGZ van de GGD: de moeder heeft geweigerd." */
export function saidBy(route: Route, { who, status, recipient }: LedgerEntry): string {
  return `${route.parties.get(recipient)?.label ?? recipient}: ${missing(who, status).join(' ')}`;
}

/**
 * "De route zegt hier niets over; ouders weten het", ticked by a person (N-10). From 16 it is the jongere who must know:
 * parents alone are not enough (TOE-10, C-01), and from 18 they have no say in it.
 */
function silentReasons(said: (who: Who) => ConsentStatus | undefined, gezag: readonly Who[], ageBand: string): readonly string[] {
  const parents: readonly Who[] = gezag.length > 0 ? gezag : guardians;
  const everyone: readonly Who[] = ageBand === '18-plus' ? ['jeugdige'] : [...parents, 'jeugdige'];
  const out = said('jeugdige') === 'ouders-erbuiten';
  const against = everyone.filter((who) => said(who) === 'geweigerd' || said(who) === 'ingetrokken').filter((who) => who === 'jeugdige' || !out);
  if (against.length > 0) return against.flatMap((who) => missing(who, said(who)));
  const knows = (who: Who) => said(who) === 'weet-het' || said(who) === 'gegeven';
  if (isSelf(ageBand)) return knows('jeugdige') || out ? [] : ['Leg vast dat de jongere het weet en het ermee eens is.'];
  if (gezag.length === 0) return [GEZAG_UNKNOWN];
  return parents.every(knows) ? [] : ['Leg vast dat de ouders met gezag het weten en het ermee eens zijn.'];
}

/** From 16 the jongere decides (TOE-10, C-01; from 18 alone). */
export function isSelf(ageBand: string): boolean {
  return ageBand === '16-17' || ageBand === '18-plus';
}

/** From 18 nobody but the jongere is asked. */
export function isAdult(ageBand: string): boolean {
  return ageBand === '18-plus';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
