import { codeOf, findButton, kindOf, presetsOf, textOf, type Card, type CardButton, type Wanted } from './card.js';
import { pause } from './frame.js';
import type { Ledger } from './ledger.js';
import { chatOf, click, message, readAnswer, saysSorry, task, type Activity, type Answer, type At, type Who } from './teams.js';
import type { World } from './world.js';

/** So long after the last thing that happened under the bot's feet a person keeps trying before it counts as stuck. */
const PATIENCE_MS = 40_000;
/** Teams gives up waiting for an answer after about so long. */
const ANSWER_MS = 15_000;

/** Nothing that this person did was taken any more. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

/** One of the demo people, with one card in front, who does everything again until it was answered: Teams and people do. */
export interface Somebody {
  readonly who: Who;
  card(): Card | undefined;
  text(): string;
  /** The message on which the card in front stands. */
  on(): string | undefined;
  /** The last word of the dialog or click that ended last. */
  said(): string;
  /** Types, and looks at the card that answers. */
  says(text: string): Promise<Card | undefined>;
  /** Presses a button of the card in front and looks at the answer. */
  presses(wanted: Wanted, typed?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Presses a button of a card that stands elsewhere. */
  clicks(button: Pick<CardButton, 'verb' | 'data'>, at?: At): Promise<Answer>;
  /** From "mijn casussen" to the card of this case. */
  looksAt(code: string): Promise<Card | undefined>;
  /** Puts a card that stands in the chat in front. */
  takes(card: Card | undefined, on: string | undefined): void;
  /** Sends an activity until it was answered. */
  sends(activity: Activity): Promise<Answer>;
}

let lastMessage = 0;

export function somebody(world: World, ledger: Ledger, who: Who): Somebody {
  const { connector } = world;
  let front: { card: Card | undefined; on: string | undefined } = { card: undefined, on: undefined };
  let dialog: Card | undefined;
  let said = '';

  /** Sends until there is an answer that is no apology; the same request every time, as Teams repeats it. */
  async function sends(activity: Activity): Promise<Answer> {
    await world.think();
    const from = performance.now();
    let last = 'no answer';
    while (performance.now() < Math.max(from, world.lastDisturbed()) + PATIENCE_MS) {
      const url = await world.address();
      const began = performance.now();
      const answer = await once(url, activity);
      ledger.inputs += 1;
      if (answer !== undefined && answer.kind !== 'error' && !(answer.kind === 'words' && saysSorry(answer.text))) {
        ledger.acknowledged += 1;
        world.answered += 1;
        world.strike('answered');
        return answer;
      }
      last = answer === undefined ? 'no answer' : answer.kind === 'error' ? `status ${String(answer.status)}` : 'an apology';
      if (answer !== undefined && world.disturbances(began - 5000, performance.now()).length === 0) {
        ledger.forbidden.push(`${who} got ${last} to ${nameOf(activity)} while nothing was wrong`);
      }
      await pause(100);
    }
    throw new Stuck(`${who} got nothing but ${last} to ${nameOf(activity)} `);
  }

  async function once(url: string, activity: Activity): Promise<Answer | undefined> {
    try {
      const under = fetch(`${url}/api/messages`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(activity), signal: AbortSignal.timeout(ANSWER_MS),
      });
      world.strike('sent');
      world.delivered(url, activity);
      const response = await under;
      return readAnswer(response.status, await response.text());
    } catch {
      return undefined;
    }
  }

  const looking = (): Card | undefined => dialog ?? front.card;
  const replyTo = (id: string) => connector.standing(chatOf(who)).filter(({ replyToId }) => replyToId === id).at(-1);

  /** The card that was posted in answer to a message; a reply that Teams held up comes a little later. */
  async function reply(id: string): Promise<ReturnType<typeof replyTo>> {
    for (let waited = 0; waited < 40; waited += 1) {
      const found = replyTo(id);
      if (found !== undefined) return found;
      await pause(25);
    }
    return undefined;
  }

  const person: Somebody = {
    who, sends,
    card: looking, text: () => textOf(looking()), on: () => front.on, said: () => said,
    takes: (card, on) => { front = { card, on }; dialog = undefined; },
    says: async (text) => {
      for (let attempt = 0; attempt < 6; attempt += 1) {
        lastMessage += 1;
        const id = `typed-${String(lastMessage)}`;
        const began = performance.now();
        await sends(message(who, connector.url, id, text));
        const found = await reply(id);
        if (found !== undefined) {
          ledger.typed.push({ who, id, text });
          person.takes(found.card, found.id);
          return found.card;
        }
        // A message whose first delivery died half-way may go unanswered: people type it again. Otherwise it was swallowed.
        if (world.disturbances(began - 2000, performance.now()).length === 0) ledger.losses.push(`${who} typed "${text}", which was acknowledged and never answered`);
      }
      throw new Stuck(`${who} typed "${text}" six times and heard nothing`);
    },
    presses: async (wanted, typed = {}) => {
      const button = findButton(looking(), wanted);
      if (button === undefined) throw new Error(`${who} finds no button ${JSON.stringify(wanted)} on card ${kindOf(looking())} of ${codeOf(looking()) ?? 'no case'}`);
      const inputs = button.withInputs ? { ...presetsOf(looking()), ...typed } : typed;
      const answer = await sends(dialog !== undefined ? task(who, connector.url, 'submit', button, inputs)
        : button.dialog ? task(who, connector.url, 'fetch', button, inputs) : click(who, connector.url, button, inputs, { on: front.on }));
      if (answer.kind === 'card' && answer.dialog) dialog = answer.card;
      else dialog = undefined;
      if (answer.kind === 'card' && !answer.dialog) front = { ...front, card: answer.card };
      said = answer.kind === 'words' ? answer.text : '';
      return answer;
    },
    clicks: (button, at = {}) => sends(click(who, connector.url, button, {}, at)),
    looksAt: async (code) => {
      const list = await person.says('mijn casussen');
      const ref = refOf(list, code);
      if (ref === undefined) return undefined;
      await person.presses({ verb: 'show', ref, view: 'case' });
      return looking();
    },
  };
  return person;
}

/** The stream behind the code in a list of cases: the first button "Bekijk" after the code. */
function refOf(list: Card | undefined, code: string): string | undefined {
  const text = JSON.stringify(list ?? {});
  const at = text.indexOf(`Casus ${code}`);
  return at < 0 ? undefined : /"verb":"show","ref":"([^"]+)","seen":\d+,"view":"case"/.exec(text.slice(at))?.[1];
}

function nameOf(activity: Activity): string {
  const value = activity['value'] as { action?: { verb?: unknown }; data?: { verb?: unknown; view?: unknown } } | undefined;
  const verb = value?.action?.verb ?? value?.data?.verb;
  return `${String(activity['name'] ?? activity['type'])}${verb === undefined ? '' : ` ${String(verb)}`}`;
}
