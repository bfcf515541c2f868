import { buttonsOf, choiceOf, codeOf, findButton, kindOf, textOf, type Card } from './card.js';
import { dueDayIn, positionOf, stepIn, type CaseKept, type Ledger, type VisitKept } from './ledger.js';
import { somebody, type Somebody } from './person.js';
import type { Random } from './random.js';
import { CHANNEL, chatOf, nameOf, type Who } from './teams.js';
import { DAY_MS, type World } from './world.js';

/**
 * What people do while the ground shakes. Every story does one thing at a time and writes down what was acknowledged; a
 * step that was not acknowledged is done again, as people do.
 */
export interface Stage {
  readonly world: World;
  readonly ledger: Ledger;
  readonly random: Random;
}
export type Story = (stage: Stage) => Promise<void>;

/** Does the part of a story, and puts it with the losses when the answer is not what was asked for. */
function expects(ledger: Ledger, fits: boolean, sentence: string): boolean {
  if (!fits) ledger.losses.push(sentence);
  return fits;
}

/** Walks through the route with random answers; now and then types "verder" and must be where it was. */
export const walks = (who: Who): Story => async ({ world, ledger, random }) => {
  const person = somebody(world, ledger, who);
  await person.says('wat nu?');
  const first = positionOf(person.card());
  const ref = buttonsOf(person.card()).find(({ verb }) => verb === 'answer')?.data['ref'];
  if (first === undefined || typeof ref !== 'string') throw new Error(`${who} asked "wat nu?" and got card ${kindOf(person.card())}`);
  const visit: VisitKept = { who, ref, on: person.on(), position: first, answers: 0 };
  for (let answers = 0; answers < 5; answers += 1) {
    const choices = buttonsOf(person.card()).filter(({ verb, data }) => verb === 'answer' && data['ref'] === ref);
    if (choices.length === 0) break;
    const { data } = random.pick(choices);
    const before = visit.position;
    await person.presses(data);
    const position = positionOf(person.card());
    if (!expects(ledger, position !== undefined && position !== before, `${who} answered ${String(data['fact'])} and the card stayed at ${before}`)) return;
    visit.position = position ?? '';
    visit.answers += 1;
    if (position?.startsWith('question:') === true && random.chance(0.3)) {
      const card = await person.says('verder');
      expects(ledger, positionOf(card) === position, `${who} was at ${String(position)} and after "verder" at ${String(positionOf(card))}`);
    }
  }
  // A walk that goes on elsewhere is another message: this one is where its card stands.
  ledger.visits.push({ ...visit, on: person.on() });
};

/** Opens a case; what its card promises is written down. */
async function opens(stage: Stage, person: Somebody, step: string): Promise<CaseKept | undefined> {
  const { ledger } = stage;
  await person.says('nieuwe casus');
  await person.presses('Open de casus', { step, age: 'onder-12' });
  const code = codeOf(person.card());
  const ref = buttonsOf(person.card()).find(({ title }) => title === 'Alles van deze casus')?.data['ref'];
  if (code === undefined || typeof ref !== 'string') {
    ledger.losses.push(`${person.who} opened a case and got card ${kindOf(person.card())}`);
    return undefined;
  }
  const kept: CaseKept = { code, ref, owner: person.who, step: '', onCase: [], onMdo: [], invitations: [], stuck: false, claimed: false, due: undefined };
  notes(kept, person.card());
  ledger.cases.push(kept);
  return kept;
}

/** What the card of a case says now about its step and its term. */
function notes(kept: CaseKept, card: Card | undefined): void {
  const text = textOf(card);
  kept.step = stepIn(text);
  const day = dueDayIn(text);
  kept.due = day === undefined ? undefined : { step: kept.step, day };
}

/** Opens a case and leaves it: only time goes on. */
export const waits = (who: Who): Story => async (stage) => {
  await opens(stage, somebody(stage.world, stage.ledger, who), stage.random.pick(['signaal', 'signaal', 'triage']));
};

/** Opens a case and carries it a step on; that counts at once, and its term is another. */
export const works = (who: Who): Story => async (stage) => {
  const { world, ledger } = stage;
  const person = somebody(world, ledger, who);
  const kept = await opens(stage, person, 'signaal');
  if (kept === undefined) return;
  await person.presses('Hoe staat het ervoor?');
  // Meanwhile time may have passed, and the card of the reminder asks the same.
  await person.presses({ verb: 'step-done' });
  kept.due = undefined;
  kept.step = 'Stap 2: onderzoek en triage';
  const card = await person.looksAt(kept.code);
  if (expects(ledger, codeOf(card) === kept.code, `case of ${who} is not in its list after a step was done`)) notes(kept, card);
  expects(ledger, kept.step.startsWith('Stap 2'), `${who} finished step 1, which was acknowledged, and the card shows "${kept.step}"`);
};

/** Says that it is stuck: the stagnatiepunt hears of it at once, and one of them takes it up. */
export const isStuck = (who: Who): Story => async (stage) => {
  const { world, ledger, random } = stage;
  const person = somebody(world, ledger, who);
  const kept = await opens(stage, person, 'triage');
  if (kept === undefined) return;
  await person.presses('Hoe staat het ervoor?');
  await person.presses('Het loopt vast', { kind: 'samenwerking', parentsKnow: 'ja' });
  kept.stuck = true;
  kept.due = undefined;
  if (random.chance(0.5)) await takesUp(stage, kept);
};

/** A medewerker of the stagnatiepunt sees the notice in the channel, as Teams draws it for them, and takes it up. */
async function takesUp({ world, ledger }: Stage, kept: CaseKept): Promise<void> {
  const punt = somebody(world, ledger, 'stagnatiepunt');
  const noticed = () => world.connector.standing(CHANNEL).filter(({ card }) => codeOf(card) === kept.code && kindOf(card) === 'stagnation').at(-1);
  // Longer than a lease, in small steps: a notice that was under way at a death comes after it.
  for (let waited = 0; noticed() === undefined && waited < 8; waited += 1) await world.hop(20_000);
  const notice = noticed();
  if (notice?.card === undefined) return;
  const refresh = notice.card['refresh'] as { action: { verb: string; data: Readonly<Record<string, unknown>> } } | undefined;
  if (refresh === undefined) return;
  const own = await punt.clicks(refresh.action, { channel: true, on: notice.id, automatic: true });
  const claim = own.kind === 'card' ? findButton(own.card, { verb: 'claim' }) : undefined;
  if (claim === undefined) return;
  const answer = await punt.clicks(claim, { channel: true, on: notice.id });
  if (answer.kind === 'card' && textOf(answer.card).includes('Jij hebt dit opgepakt')) kept.claimed = true;
}

/** Records consent, invites two people to an MDO, and both answer. */
export const meets = (who: Who): Story => async (stage) => {
  const { world, ledger, random } = stage;
  const person = somebody(world, ledger, who);
  const kept = await opens(stage, person, 'plan');
  if (kept === undefined) return;
  await person.presses('Toestemming');
  await person.presses({ verb: 'show', view: 'gezag-form' });
  await person.presses('Leg het gezag vast', { gezag: 'moeder' });
  kept.onCase.push('Gezag: moeder');
  await toConsent(person, kept);
  await person.presses('Leg een antwoord vast');
  await person.presses('Leg het antwoord vast', { recipients: 'jgz,sociaal-team', person: 'moeder', status: 'gegeven', how: 'mondeling' });
  kept.onCase.push('JGZ van de GGD\nBetrekken mag', 'Sociaal team\nBetrekken mag');
  await person.looksAt(kept.code);
  await person.presses('Start een MDO');
  const purpose = `Samen een plan maken, gesprek ${String(random.between(100, 999))}`;
  const invitees = ['jgz', 'casemanager'] as const;
  // A date within the months that are walked through afterwards.
  const date = new Date(world.now() + 12 * DAY_MS).toISOString().slice(0, 10);
  await person.presses('Verstuur de uitnodigingen', {
    leervraag: 'enkelvoudig', leefvraag: 'complex', purpose, date, time: '14:30',
    invitees: invitees.map((one) => choiceOf(person.card(), 'invitees', nameOf(one)) ?? '').join(','), outside: '', parents: 'ja', jeugdige: 'nee', told: 'ja',
  });
  // Delivered twice at once the second answer is the one that is read: it only says that it stands.
  if (!expects(ledger, /uitnodigingen gaan uit|^Vastgelegd/.test(person.said()), `${who} planned an MDO and was told "${person.said()}" (${kindOf(person.card())})`)) return;
  kept.onMdo.push(purpose);
  for (const invitee of invitees) kept.invitations.push({ who: invitee, words: purpose });
  for (const invitee of invitees) await answers(stage, kept, invitee, random.pick(['Ik kom', 'Ik kan niet']));
};

async function toConsent(person: Somebody, kept: CaseKept): Promise<void> {
  await person.looksAt(kept.code);
  await person.presses('Toestemming');
}

/** An invitee answers on the invitation, as soon as it stands there. */
async function answers({ world, ledger }: Stage, kept: CaseKept, who: Who, answer: 'Ik kom' | 'Ik kan niet'): Promise<void> {
  const invited = () => world.connector.standing(chatOf(who)).filter(({ card }) => kindOf(card) === 'invitation' && codeOf(card) === kept.code).at(-1);
  for (let waited = 0; invited() === undefined && waited < 8; waited += 1) await world.hop(20_000);
  const invitation = invited();
  if (invitation === undefined) return;
  const invitee = somebody(world, ledger, who);
  invitee.takes(invitation.card, invitation.id);
  if (findButton(invitation.card, answer) === undefined) return;
  await invitee.presses(answer);
  if (/Jouw antwoord/i.test(invitee.text())) kept.onMdo.push(`${nameOf(who)}\n${answer === 'Ik kom' ? 'Komt' : 'Kan niet'}`);
}
