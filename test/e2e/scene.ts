import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { person, startConnector, type Channel, type FakeConnector, type InvokeBody, type TaskBody, type TestPerson } from '../support/connector.js';
import { repositoryRoot, startBot, temporaryFolder, type RunningBot } from '../support/process.js';
import { buttonOf, cardOf, kindOf, opensDialog, presetsOf, textOf, type Card, type CardButton } from './card.js';

/** The demo people, by the last two characters of their id, and a second medewerker of the stagnatiepunt. */
const PEOPLE = {
  leerkracht: ['a1', 'Marijke Veldkamp'], collega: ['a2', 'Younes Terpstra'], ib: ['a3', 'Anneke Roelofsma'], directie: ['a4', 'Harm Oosterwolde'],
  koo: ['b1', 'Soraya Wiersema'], casemanager: ['b2', 'Jelte Brandsma'], leerplicht: ['b3', 'Fenna Dijkhuis'], jgz: ['c1', 'Ilse Noordhof'],
  regievoerder: ['d1', 'Rutger Hamstra'], stagnatiepunt: ['b4', 'Thirza Meijering'], stagnatiepunt2: ['b6', 'Wessel Drenth'], manager: ['b5', 'Bert Kloosterman'],
} as const;
export type Who = keyof typeof PEOPLE;
export const aadOf = (who: Who): string => `7c1d5a10-3b52-4e0e-9a01-0000000000${PEOPLE[who][0]}`;
export const nameOf = (who: Who): string => PEOPLE[who][1];
const SECOND_PUNT = `${aadOf('stagnatiepunt2')},${nameOf('stagnatiepunt2')},wessel.drenth@voorbeeld.example,stagnatiepunt,Gemeente (voorbeeld),gemeente,midden-groningen`;

/**
 * A Monday morning far ahead. A process that starts again is back at the machine's own time, and nothing of the story
 * may be due there already.
 */
export const MONDAY = '2035-01-08T09:00:00.000Z';
/** Enough for a process to start on a busy machine. */
export const START_MS = 60_000;
export const CHANNEL: Channel = { id: '19:stagnatiepunt@thread.tacv2', name: 'Stagnatiepunt' };

/** An instant so many days (and minutes) after `MONDAY`. */
export function daysLater(days: number, minutes = 0): string {
  return new Date(Date.parse(MONDAY) + days * 86_400_000 + minutes * 60_000).toISOString();
}

/** Somebody in Teams with one card in front of them, as in a chat that one scrolls to the end of. */
export interface Someone extends Omit<TestPerson, 'say' | 'ask'> {
  /** Teams' own id of this person. */
  readonly userId: string;
  /** The card that this person looks at. */
  card(): Card;
  kind(): string;
  text(): string;
  button(wanted: Wanted): CardButton;
  /** Types in personal chat and looks at the answer. */
  says(text: string): Promise<Card>;
  /**
   * Presses a button of the card in front, with what its inputs hold and what is typed in; looks at the answer. A button that
   * opens a dialog puts its card in front; when the dialog ends the card in the chat is in front again, as it then stands.
   */
  presses(wanted: Wanted, typed?: Readonly<Record<string, string>>): Promise<Card>;
  /** The last word of the dialog that ended last. */
  said(): string;
  /** Closes the dialog in front, with nothing sent. */
  closes(): Card;
  /** The same press, without looking at the answer. */
  sends(button: CardButton, typed?: Readonly<Record<string, string>>): Promise<InvokeBody>;
  /** Looks at the last card of this kind that stands in the chat. */
  opens(kind: string): Card;
  /** How the card in front stands in the chat now. */
  posted(): Card;
  /** All cards that stand in the chat, oldest first. */
  chat(): readonly Card[];
}
/** A button's title, or some of its data. */
export type Wanted = string | Readonly<Record<string, unknown>>;

export interface Scene {
  readonly connector: FakeConnector;
  readonly data: string;
  bot(): RunningBot;
  /** Sets the clock; what becomes due has been delivered when it resolves. */
  at(now: string): Promise<void>;
  /** The same, so many milliseconds after the last time. */
  later(ms: number): Promise<void>;
  /** Everything that is due now has been delivered when it resolves. */
  delivered(): Promise<void>;
  someone(who: Who): Someone;
  stranger(name: string): Someone;
  /** SIGKILL and a start on the same data, at the same time of the story. */
  survives(): Promise<void>;
  /** The cards in the stagnatiepunt channel, as they stand there for everybody. */
  channel(): readonly Card[];
  /** The same as this person sees them: Teams asks the bot for the own views of those whom a card names. */
  channelOf(who: Someone): Promise<readonly Card[]>;
  /** Ends it all; rejects when the process does not end with 0. */
  close(): Promise<void>;
}

/** `run` starts what plays the bot: one process, or several that share their work. */
export async function startScene(env: Readonly<Record<string, string>> = {}, run: typeof startBot = startBot): Promise<Scene> {
  const folder = temporaryFolder();
  const connector = await startConnector();
  const people = join(folder.path, 'people.csv');
  writeFileSync(people, `${readFileSync(join(repositoryRoot, 'src/desk/demo-people.csv'), 'utf8').trim()}\n${SECOND_PUNT}\n`);
  const start = () => run(folder.path, { env: { ROUTEWIJZER_PEOPLE: people, ...env } });
  let bot = await start();
  // The process's clock goes on by itself; setting it back would make an older thing the newer one.
  let set = { to: Date.parse(MONDAY), when: performance.now() };
  const at = async (now: string): Promise<void> => {
    set = { to: Date.parse(now), when: performance.now() };
    await bot.clock(now);
  };
  const later = (ms: number): Promise<void> => at(new Date(set.to + Math.ceil(performance.now() - set.when) + ms).toISOString());
  await at(MONDAY);

  const cards = (conversation: string): readonly (readonly [string, Card])[] => connector.activities(conversation)
    .flatMap((activity) => (activity.attachments ? [[activity.id ?? '', cardOf(activity)] as const] : []));

  function seat(aadObjectId: string, name: string): Someone {
    const { conversationId } = person({ botUrl: bot.url, connector, aadObjectId, name });
    // A bot that starts again has another port.
    const here = () => person({ botUrl: bot.url, connector, aadObjectId, name });
    let front: { id: string | undefined; card: Card } | undefined;
    /** The card of the dialog that stands before it. */
    let dialog: Card | undefined;
    let said = '';
    const looking = (): Card => {
      if (front === undefined) throw new Error(`${name} has no card in front`);
      return dialog ?? front.card;
    };
    const standing = () => cards(conversationId).find(([id]) => id === front?.id)?.[1];
    /** A dialog goes on with another card, or it ends and what stands behind it has come up to date. */
    const dialogWith = async (answer: TaskBody | undefined): Promise<void> => {
      dialog = answer?.type === 'continue' ? answer.value.card.content : undefined;
      said = answer?.type === 'message' ? answer.value : '';
      if (dialog !== undefined) return;
      await later(1000);
      const now = standing();
      if (front !== undefined && now !== undefined) front = { id: front.id, card: now };
    };
    const sends = (button: CardButton, typed: Readonly<Record<string, string>> = {}): Promise<InvokeBody> => {
      const inputs = button.withInputs ? { ...presetsOf(looking()), ...typed } : typed;
      return here().click(button, inputs, front?.id === undefined ? {} : { cardActivityId: front.id });
    };
    return {
      conversationId,
      userId: `29:${aadObjectId}`,
      sayIn: (channel, text) => here().sayIn(channel, text),
      click: (...given) => here().click(...given),
      install: () => here().install(),
      installIn: (channel) => here().installIn(channel),
      task: (...given) => here().task(...given),
      send: (activity) => here().send(activity),
      card: looking,
      kind: () => kindOf(looking()),
      text: () => textOf(looking()),
      button: (wanted) => buttonOf(looking(), wanted),
      chat: () => cards(conversationId).map(([, card]) => card),
      says: async (text) => {
        const answer = (await here().say(text)).at(-1);
        dialog = undefined;
        front = { id: answer?.id, card: cardOf(answer) };
        return front.card;
      },
      sends,
      presses: async (wanted, typed) => {
        const button = buttonOf(looking(), wanted);
        const inputs = button.withInputs ? { ...presetsOf(looking()), ...typed } : typed ?? {};
        if (dialog !== undefined) await dialogWith(await here().task('submit', button, inputs));
        else if (opensDialog(button)) await dialogWith(await here().task('fetch', button, inputs));
        else front = { id: front?.id, card: cardIn(await sends(button, typed)) };
        return looking();
      },
      opens: (kind) => {
        const found = cards(conversationId).filter(([, card]) => kindOf(card) === kind).at(-1);
        if (found === undefined) throw new Error(`no card ${kind} in the chat of ${name}: ${cards(conversationId).map(([, card]) => kindOf(card)).join(', ')}`);
        dialog = undefined;
        front = { id: found[0], card: found[1] };
        return found[1];
      },
      said: () => said,
      closes: () => {
        dialog = undefined;
        return looking();
      },
      posted: () => {
        const found = standing();
        if (found === undefined) throw new Error(`the card in front of ${name} does not stand in the chat`);
        return found;
      },
    };
  }

  return {
    connector, data: folder.path, bot: () => bot, at,
    later,
    delivered: () => later(1000),
    someone: (who) => seat(aadOf(who), nameOf(who)),
    stranger: (name) => seat(`vreemd-${name}`, name),
    survives: async () => {
      await bot.kill();
      bot = await start();
      await later(1000);
    },
    channel: () => cards(CHANNEL.id).map(([, card]) => card),
    channelOf: (who) => Promise.all(cards(CHANNEL.id).map(async ([id, card]) => {
      const refresh = card['refresh'] as { action: { verb: string; data: unknown }; userIds: readonly string[] } | undefined;
      if (!refresh?.userIds.includes(who.userId)) return card;
      const own = await who.click(refresh.action, {}, { channel: CHANNEL, cardActivityId: id, automatic: true });
      return own.type === 'application/vnd.microsoft.card.adaptive' ? own.value as Card : card;
    })),
    close: async () => {
      const { code } = await bot.stop();
      await connector.close();
      folder.remove();
      if (code !== 0) throw new Error(`the process ended with ${String(code)}`);
    },
  };
}

/** The card with which a click was answered; fails the test for anything else. */
export function cardIn(answer: InvokeBody): Card {
  if (answer.type !== 'application/vnd.microsoft.card.adaptive') throw new Error(`the click was answered with ${JSON.stringify(answer)}`);
  return answer.value as Card;
}
