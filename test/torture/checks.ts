import { codeOf, kindOf, textOf } from './card.js';
import { positionOf, type CaseKept } from './ledger.js';
import { somebody, Stuck } from './person.js';
import type { Stage } from './stories.js';
import { CHANNEL, chatOf } from './teams.js';
import { DAY_MS, HOUR_MS } from './world.js';

/** Longer than any lease, in steps that let what follows from one thing follow. */
export async function calms({ world }: Stage): Promise<void> {
  for (let step = 0; step < 3; step += 1) await world.hop(90_000);
}

/** Everything that was acknowledged, held against what the bot shows to people now. */
export async function checkKept(stage: Stage): Promise<void> {
  const { world, ledger } = stage;
  for (const { who, on, position, answers } of ledger.visits) {
    const standing = world.connector.standing(chatOf(who)).find(({ id }) => id === on);
    const now = positionOf(standing?.card);
    if (now !== position) ledger.losses.push(`${who} answered ${String(answers)} questions up to ${position}; the card in the chat stands at ${String(now)}`);
  }
  for (const kept of ledger.cases) await tries(stage, kept, () => checkCase(stage, kept));
  checkCounts(stage);
}

/** One that can not be looked at any more is stuck. */
async function tries({ ledger }: Stage, kept: CaseKept, check: () => Promise<void>): Promise<void> {
  try {
    await check();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    ledger.losses.push(`case of ${kept.owner} (${kept.step}) is stuck: ${error instanceof Stuck ? words : `it can not be gone on with: ${words}`}`);
  }
}

async function checkCase(stage: Stage, kept: CaseKept): Promise<void> {
  const { world, ledger } = stage;
  const owner = somebody(world, ledger, kept.owner);
  const card = await owner.looksAt(kept.code);
  const text = textOf(card);
  if (codeOf(card) !== kept.code) {
    ledger.losses.push(`the case that ${kept.owner} opened (${kept.step}) is not found under "mijn casussen"`);
    return;
  }
  if (!text.includes(kept.step)) ledger.losses.push(`the case of ${kept.owner} was at "${kept.step}" and its card does not show it`);
  // The card shows the latest of what happened; further back it stands behind "Toestemming".
  const missing = kept.onCase.filter((line) => !text.includes(line));
  if (missing.length > 0) {
    await owner.presses('Toestemming');
    const consent = owner.text();
    for (const line of missing.filter((each) => !consent.includes(each))) ledger.losses.push(`"${line.replace('\n', ': ')}" was recorded by ${kept.owner}, and does not stand on the card of the case`);
    await owner.looksAt(kept.code);
  }
  if (kept.onMdo.length > 0) {
    await owner.presses({ verb: 'show', view: 'mdo' });
    for (const line of kept.onMdo.filter((each) => !owner.text().includes(each))) ledger.losses.push(`"${line.replace('\n', ': ')}" was acknowledged, and does not stand on the MDO card of ${kept.owner}`);
  }
  for (const { who, words } of kept.invitations) {
    const got = world.connector.standing(chatOf(who)).some((one) => kindOf(one.card) === 'invitation' && codeOf(one.card) === kept.code && textOf(one.card).includes(words));
    if (!got) ledger.losses.push(`${who} was invited to an MDO by ${kept.owner}, and no invitation with what it is about stands in the chat`);
  }
  if (kept.stuck) {
    const notice = world.connector.standing(CHANNEL).filter((one) => kindOf(one.card) === 'stagnation' && codeOf(one.card) === kept.code).at(-1);
    if (notice === undefined) ledger.losses.push(`${kept.owner} said that a case is stuck, and the stagnatiepunt got no notice`);
    else if (kept.claimed && !textOf(notice.card).includes('Opgepakt')) ledger.losses.push('a case was taken up by the stagnatiepunt, and its notice does not say so');
    if (kept.claimed && !posted(stage, 'stagnation-contact', kept, chatOf('stagnatiepunt'))) ledger.losses.push('who took up a case never got the card with whom to call');
  }
}

/** Nobody has more cases than were acknowledged: a click that was repeated opened one case. */
function checkCounts({ world, ledger }: Stage): void {
  const codes = new Set(ledger.cases.map(({ code }) => code));
  const strange = new Set(world.connector.calls.filter(({ card }) => kindOf(card) === 'case' || kindOf(card) === 'cases')
    .flatMap(({ card }) => [...textOf(card).matchAll(/Casus ([0-9A-Z]{5})\b/g)].map(([, code]) => code ?? '')).filter((code) => !codes.has(code)));
  for (const code of strange) ledger.forbidden.push(`there is a case that nobody was told of when it was opened (${code.length === 5 ? 'with a code' : 'without'})`);
}

const posted = ({ world }: Stage, kind: string, { code }: CaseKept, chat: string): boolean => world.connector.calls
  .some((call) => call.kind === 'post' && call.conversationId === chat && kindOf(call.card) === kind && codeOf(call.card) === code);

/** A reminder comes on the day that the card named, in the morning; and after the grace the stagnatiepunt hears. */
export function checkTerms(stage: Stage, untouched: readonly CaseKept[]): void {
  const { world, ledger } = stage;
  for (const kept of untouched) {
    if (kept.due === undefined) continue;
    const { day, step } = kept.due;
    const reminders = world.connector.calls.filter((call) => call.kind === 'post' && call.conversationId === chatOf(kept.owner)
      && kindOf(call.card) === 'term' && codeOf(call.card) === kept.code && textOf(call.card).includes(step));
    const [first] = reminders;
    const date = new Date(day).toISOString().slice(0, 10);
    if (first === undefined) ledger.losses.push(`${kept.owner} was never asked about ${step}, which had to be done by ${date}`);
    else if (first.storyAt < day + 6 * HOUR_MS) ledger.forbidden.push(`${kept.owner} was asked about ${step} before ${date}, the day that the card named`);
    const notices = world.connector.calls.filter((call) => call.conversationId === CHANNEL && kindOf(call.card) === 'stagnation' && codeOf(call.card) === kept.code);
    const [notice] = notices;
    if (notice === undefined) ledger.losses.push(`nobody did anything about ${step} of ${kept.owner} after ${date}, and the stagnatiepunt never heard`);
    else if (notice.storyAt < day + DAY_MS) ledger.forbidden.push(`the stagnatiepunt heard of ${step} of ${kept.owner} without a grace after ${date}`);
  }
}

/** Every open case still takes something in. */
export async function checkAlive(stage: Stage): Promise<void> {
  const { world, ledger } = stage;
  for (const kept of ledger.cases) {
    await tries(stage, kept, async () => {
      const owner = somebody(world, ledger, kept.owner);
      await owner.looksAt(kept.code);
      await owner.presses('Hoe staat het ervoor?');
      const until = new Date(world.now() + 9 * DAY_MS).toISOString().slice(0, 10);
      await owner.presses({ verb: 'step-waits' }, { waitFor: 'ouders', until });
      const card = await owner.looksAt(kept.code);
      if (!textOf(card).includes('Wacht op de ouders')) ledger.losses.push(`${kept.owner} recorded that a case waits, and its card does not show it`);
    });
  }
}
