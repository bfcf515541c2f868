import { ageOn } from '../../case/consent/age.js';
import { isNo, isYes } from '../../case/consent/answers.js';
import { GEZAG_UNKNOWN, isSelf } from '../../case/consent/gate.js';
import { sharingOn, sharingOverview, type Asked, type SharingOverview } from '../../case/consent/overview.js';
import { INVOLVE } from '../../case/consent/purposes.js';
import type { LedgerEntry } from '../../case/consent/state.js';
import { sidesOf } from '../../case/sides.js';
import { dayOf } from '../../case/time.js';
import { guardians, people as everybody, type Who } from '../../case/values.js';
import type { Route } from '../../route/model.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { capital, dutchDay, labels, word } from '../present/words.js';

/** Whom a case can be shared with, in this order; for involving somebody, unless the row says otherwise. */
const INVOLVED = ['koo', 'jgz', 'sociaal-team', 'school', 'leerplicht', 'bovenschools-team', 'regievoerder', 'swv', 'anders'] as const;
/** For these one purpose alone is open, by telling and not by asking (TOE-08). */
const TOLD = [{ recipient: 'veilig-thuis', purpose: 'meldcode' }, { recipient: 'registratie', purpose: 'registreren' }] as const;
/** Whom somebody can name besides these, for another purpose. */
const FURTHER = ['stagnatiepunt', 'veilig-thuis', 'registratie'] as const;
/** From 18 nobody but the jongere is asked. */
export const ADULT = '18-plus';

/** The sides of this viewer in this case: the one that shares, and the one with which is shared. */
export function sidesOfViewer({ state }: LoadedCase, { route, viewer }: CaseView): { readonly sends: string; readonly receives: string } {
  return sidesOf(route, state.people.find((one) => one.person === viewer.id)?.role ?? viewer.role);
}

/** The age band that counts today. */
export function ageToday({ state }: LoadedCase, { now }: CaseView): string {
  return ageOn(state, dayOf(now)).ageBand;
}

/** What the viewer's side may share: with everybody whom it can involve, and for what else something was said. */
export function ownSharings(loaded: LoadedCase, view: CaseView): readonly SharingOverview[] {
  const { route, now } = view;
  const { sends } = sidesOfViewer(loaded, view);
  const on = (recipient: string, purpose: string) => sharingOn(route, loaded.state, { sender: sends, recipient, purpose }, dayOf(now));
  const known = (recipient: string) => route.parties.has(recipient);
  const inPlay = sharingOverview(route, loaded.state, dayOf(now)).filter((one) => one.sender === sends);
  // Within the own side nothing is asked; it is said, because people wonder (TOE-02).
  const listed = [sends, ...INVOLVED.filter((recipient) => recipient !== sends)].filter(known).map((recipient) => on(recipient, INVOLVE))
    .filter(({ recipient, requirement }) => recipient !== sends || requirement.kind === 'none');
  const told = TOLD.filter(({ recipient }) => known(recipient)).map(({ recipient, purpose }) => on(recipient, purpose));
  const further = inPlay.filter((one) => ![...listed, ...told].some((other) => same(one, other)));
  return [...listed, ...further, ...told];
}

function same(one: SharingOverview, other: SharingOverview): boolean {
  return one.recipient === other.recipient && one.purpose === other.purpose;
}

/** "JGZ van de GGD", with the purpose where it is another than to involve somebody. */
export function nameOfSharing(route: Route, { recipient, purpose }: SharingOverview): string {
  const label = labels(route).party(recipient);
  return purpose === INVOLVE || purpose === 'registreren' ? label : `${label}: ${route.purposes.get(purpose)?.label ?? purpose}`;
}

/** What is shown under a recipient: what is missing, or who is asked and in which order where nobody was asked yet. */
export function stateOfSharing(row: SharingOverview, age: string): string {
  const limits = row.requirement.rules.includes('N-08') ? [row.requirement.text] : [];
  if (row.requirement.kind === 'none' || row.requirement.kind === 'inform') return row.requirement.text;
  if (row.open) return [adviceNotFollowed(row), ...untilLines(row), ...limits].filter(Boolean).join(' ');
  if (row.said.length > 0) return [...row.reasons.filter((reason) => reason !== GEZAG_UNKNOWN), ...limits].join(' ');
  return limits.length > 0 ? limits.join(' ') : whoIsAsked(row.asked, age);
}

/** "Vraag: moeder, vader." From 16 the jongere comes first, and chooses whether the parents are asked (C-01). */
export function whoIsAsked(asked: readonly Asked[], age: string): string {
  const names = (weights: readonly Asked['weight'][]) => asked.filter((one) => weights.includes(one.weight)).map(({ who }) => (who === 'gezaghebbenden' ? 'ouders of verzorgers met gezag' : word(who))).join(', ');
  const advice = names(['advice']);
  if (names(['knows']) !== '') return `Dit moeten weten en goedvinden: ${names(['knows'])}.`;
  if (isSelf(age)) return `Vraag eerst de jongere zelf.${names(['unless-declined']) === '' ? '' : ' Die kiest of de ouders erbij komen.'}`;
  return `Vraag: ${names(['required'])}.${advice === '' ? '' : ` Advies: vraag ook de ${advice}.`}`;
}

function untilLines({ said }: SharingOverview): string[] {
  const days = said.flatMap(({ until, status }) => (until !== null && isYes(status) ? [until] : [])).sort();
  return days[0] === undefined ? [] : [`Geldt tot en met ${dutchDay(days[0])}.`];
}

/** Where the route only advises to ask the jeugdige, a no does not close the gate; it is said, because it counts (C-03). */
function adviceNotFollowed({ asked }: SharingOverview): string {
  const no = asked.some((one) => one.weight === 'advice' && one.said !== undefined && isNo(one.said.status));
  return no ? 'Let op: de jeugdige wil dit niet. Bespreek dat eerst.' : '';
}

/** Who still has to answer for sharings about which somebody was asked already: whom, and for which recipients. */
export function stillToAsk(rows: readonly SharingOverview[]): ReadonlyMap<Who, readonly string[]> {
  const found = new Map<Who, string[]>();
  for (const row of rows.filter((one) => !one.open && one.purpose === INVOLVE && one.said.length > 0)) {
    for (const { who, weight, said } of row.asked) {
      // Parents of somebody of 16 are asked only when the jongere wants that: no button leads to them.
      if (who === 'gezaghebbenden' || weight === 'advice' || weight === 'unless-declined') continue;
      if (said && (isYes(said.status) || isNo(said.status))) continue;
      found.set(who, [...(found.get(who) ?? []), row.recipient]);
    }
  }
  return found;
}

/** Recipients in the form. `further`: also those that are there for another purpose only. */
export function recipientChoices(loaded: LoadedCase, view: CaseView, further: boolean): { value: string; title: string }[] {
  const { route } = view;
  const { sends, receives } = sidesOfViewer(loaded, view);
  const say = labels(route);
  const others = [...INVOLVED, ...(further ? FURTHER : [])].filter((recipient) => route.parties.has(recipient) && recipient !== sends && recipient !== receives);
  // Who is shared with records no yes, but may stop it for the side that shares.
  const shared = loaded.state.ledger.some((entry) => entry.recipient === receives && entry.sender !== receives);
  return [
    ...others.map((value) => ({ value, title: say.party(value) })),
    ...(shared ? [{ value: receives, title: `${say.party(receives)} (je eigen kant: alleen geweigerd of ingetrokken)` }] : []),
  ];
}

/** Whose word is asked, first the one who is asked first: from 16 that is the jongere (C-01). */
export function askedInOrder({ state }: LoadedCase, age: string): readonly Who[] {
  const order: readonly Who[] = isSelf(age) ? ['jeugdige', ...guardians] : everybody;
  return order.filter((who) => who === 'jeugdige' || (age !== ADULT && (state.gezag.length === 0 || state.gezag.includes(who))) || state.ledger.some((entry) => entry.who === who));
}

/** One line for everything that somebody answered in one go: "JGZ, Sociaal team: toestemming gegeven (mondeling, …)". */
export function ledgerLines(entries: readonly LedgerEntry[], view: CaseView): string[] {
  const recipientsOf = new Map<string, string[]>();
  for (const entry of entries) {
    const until = entry.until !== null && isYes(entry.status) ? `, tot en met ${dutchDay(entry.until)}` : '';
    const by = entry.by === '' ? '' : `, vastgelegd door ${view.people.get(entry.by)?.name ?? 'een deelnemer'}`;
    const answer = `${word(entry.status)} (${entry.how}, ${dutchDay(entry.on)}${until}${by})`;
    const purpose = entry.purpose === INVOLVE ? '' : ` (${view.route.purposes.get(entry.purpose)?.label ?? entry.purpose})`;
    recipientsOf.set(answer, [...(recipientsOf.get(answer) ?? []), `${labels(view.route).party(entry.recipient)}${purpose}`]);
  }
  return [...recipientsOf].map(([answer, recipients]) => `${recipients.join(', ')}: ${answer}`);
}

export const titleOf = (who: Who) => capital(word(who));
