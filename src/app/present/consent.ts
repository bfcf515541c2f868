import type { CardData } from '../../cards/data.js';
import { entriesFor, gateFor, GEZAG_UNKNOWN, isSelf } from '../../case/consent.js';
import { INVOLVE } from '../../case/decide-consent.js';
import { sidesOf } from '../../case/decision.js';
import { consentStatuses, guardians, hows, people as everybody, type Who } from '../../case/events.js';
import type { LedgerEntry } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from './view.js';
import { button, capital, choices, dutchDay, labels, unsafeButton, word } from './words.js';

/** Whom a case can be shared with from here, in this order. */
const RECIPIENTS = ['koo', 'jgz', 'sociaal-team', 'school', 'leerplicht', 'bovenschools-team', 'regievoerder', 'swv', 'anders'] as const;

/** The side for which this viewer asks consent. */
function senderOf({ route, viewer }: CaseView): string {
  return sidesOf(route, viewer.role).sends;
}

/** The gates of the viewer's side: recipients to whom something may or may not be shared. */
function gates({ state }: LoadedCase, view: CaseView) {
  const sender = senderOf(view);
  return RECIPIENTS.filter((recipient) => view.route.parties.has(recipient) && recipient !== sender)
    .map((recipient) => ({ recipient, gate: gateFor(view.route, state, { sender, recipient, purpose: INVOLVE }) }));
}

/** On the case's card: what has been said, briefly. */
export function consentFacts(loaded: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const say = labels(view.route);
  const recorded = new Set(loaded.state.ledger.map((entry) => entry.recipient));
  const shown = gates(loaded, view).filter(({ recipient }) => recorded.has(recipient));
  if (shown.length === 0) return [{ title: 'Nog niets vastgelegd', value: 'Betrek iemand pas als de toestemming er is.' }];
  return shown.map(({ recipient, gate }) => ({ title: say.party(recipient), value: gate.open ? 'Betrekken mag' : `Betrekken mag nog niet. ${gate.reasons.join(' ')}` }));
}

/** The consent of a case: per recipient what the route asks, what each person answered, and a form to record an answer. */
export function consentCard(loaded: LoadedCase, view: CaseView, typed: Typed = {}): CardData<'consent'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const say = labels(view.route);
  const sender = senderOf(view);
  const own = state.ledger.filter((entry) => entry.sender === sender);
  const all = gates(loaded, view);
  const statuses = consentStatuses.filter((status) => status !== 'ouders-erbuiten' || state.ageBand === '16-17');
  return {
    code: state.code,
    title: 'Toestemming',
    intro: `Leeftijd: ${say.age(state.ageBand)}. ${gezagText(state.gezag)}Wie de toestemming vraagt, legt het antwoord hier vast.`,
    recipients: all.map(({ recipient, gate }) => ({
      recipient: say.party(recipient), requirement: gate.requirement.text,
      state: gate.open ? adviceNotFollowed(state, sender, recipient) : gate.reasons.filter((reason) => reason !== GEZAG_UNKNOWN).join(' '), open: gate.open,
    })),
    ledger: askedInOrder(state).map((who) => {
      const value = ledgerLines(own.filter((entry) => entry.who === who), view).join('; ');
      return { title: capital(word(who)), value: value === '' ? 'nog niet gevraagd' : value };
    }),
    gezagFirst: state.gezag.length === 0 && !isSelf(state.ageBand), gezagLater: state.ageBand !== ADULT && (state.gezag.length > 0 || isSelf(state.ageBand)), gezagChoices: choices(guardians), gezag: state.gezag.join(','), saveGezag: button('Leg het gezag vast', 'gezag', target, { view: 'consent' }),
    forRecipients: all.filter(({ gate }) => gate.requirement.kind === 'ask' || gate.requirement.kind === 'silent').map(({ recipient }) => ({ value: recipient, title: say.party(recipient) })),
    people: choices(askedInOrder(state)), statuses: choices(statuses), hows: choices(hows),
    today: dayOf(view.now),
    save: button('Leg het antwoord vast', 'consent', target, { view: 'consent' }, 'positive'),
    filled: {
      recipients: typed['recipients'] ?? '', person: typed['person'] ?? '', status: typed['status'] ?? '', how: typed['how'] ?? '', on: typed['on'] ?? dayOf(view.now),
    },
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), ...(state.mdo ? [] : [button('Start een MDO', 'show', target, { view: 'mdo-form' })]), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** One line for everything that this person answered in one go: "JGZ en sociaal team: toestemming gegeven (mondeling, …)". */
function ledgerLines(entries: readonly LedgerEntry[], view: CaseView): string[] {
  const say = labels(view.route);
  const recipientsOf = new Map<string, string[]>();
  for (const entry of entries) {
    const answer = `${word(entry.status)} (${entry.how}, ${dutchDay(entry.on)}, vastgelegd door ${view.people.get(entry.by)?.name ?? 'een deelnemer'})`;
    recipientsOf.set(answer, [...(recipientsOf.get(answer) ?? []), say.party(entry.recipient)]);
  }
  return [...recipientsOf].map(([answer, recipients]) => `${recipients.join(', ')}: ${answer}`);
}

/** Whose word is asked, first the one who is asked first: from 16 that is the jongere (C-01). */
function askedInOrder(state: LoadedCase['state']): readonly Who[] {
  const order: readonly Who[] = isSelf(state.ageBand) ? ['jeugdige', ...guardians] : everybody;
  return order.filter((who) => concerned(state, who));
}

/** Whose word is asked: the jeugdige, and those who have gezag once that is known. */
function concerned({ gezag, ledger, ageBand }: LoadedCase['state'], who: Who): boolean {
  if (ageBand === ADULT && who !== 'jeugdige') return false;
  return who === 'jeugdige' || gezag.length === 0 || gezag.includes(who) || ledger.some((entry) => entry.who === who);
}

/** From 18 nobody but the jongere is asked. */
const ADULT = '18-plus';

/** Where the route only advises to ask the jeugdige, a no does not close the gate; it is said, because it counts (C-03). */
function adviceNotFollowed({ ledger }: LoadedCase['state'], sender: string, recipient: string): string {
  const no = entriesFor(ledger, { sender, recipient, purpose: INVOLVE }).some((entry) => entry.who === 'jeugdige' && (entry.status === 'geweigerd' || entry.status === 'ingetrokken'));
  return no ? 'Let op: de jeugdige wil dit niet. Bespreek dat eerst.' : '';
}

function gezagText(gezag: readonly Who[]): string {
  return gezag.length === 0 ? '' : `Gezag: ${gezag.map(word).join(' en ')}. `;
}
