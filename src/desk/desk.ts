import type { IncomingMessage, ServerResponse } from 'node:http';
import { installedActivity, joinedActivity, type Envelope } from './activities.js';
import { openBotLine } from './bot-line.js';
import { handleConnector } from './connector.js';
import { answerJson } from './exchange.js';
import { openHistory } from './history.js';
import { openLive } from './live.js';
import { handlePageApi } from './page-api.js';
import { CHANNELS, personalPlace, type DeskPerson, type Place } from './places.js';
import { sendFile } from './static-files.js';

export type { DeskPerson } from './places.js';

export interface DeskOptions {
  /** The demo people; the first one is chosen when the page opens. */
  readonly people: readonly DeskPerson[];
  /** SQLite file of the conversation history, or `:memory:`. */
  readonly file: string;
  /** Where the bot listens, without `/api/messages` and without a slash at the end. */
  readonly botUrl: string;
  /** Where this desk is reached; `${publicUrl}/desk/connector` becomes the activities' serviceUrl. */
  readonly publicUrl: string;
  /** The bot's time, ISO 8601. */
  readonly now: () => string;
  /** The package's folder, with `src/desk/page` and the built `dist/desk/page`. */
  readonly root: string;
}

export interface Desk {
  /** Answers what belongs to the desk (`/` and everything below `/desk`); false for anything else. */
  handle(req: IncomingMessage, res: ServerResponse, url: URL): Promise<boolean>;
  /** Tells the bot where every person and channel is reached. Throws when the bot does not take it. */
  announce(): Promise<void>;
  /** Ends the open pages' event streams and closes the history. */
  close(): Promise<void>;
}

/** Opens the local, Teams-like client. It speaks to the bot through the Bot Connector protocol only. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { people, now, root } = options;
  const history = openHistory(options.file, now);
  const live = openLive();
  const bot = openBotLine(options.botUrl);
  const serviceUrl = `${options.publicUrl}/desk/connector`;
  const envelope = (id?: string): Envelope => ({ id: id ?? history.nextId(), at: now(), serviceUrl });
  const parts = { people, history, live, bot, envelope };

  async function route(req: IncomingMessage, res: ServerResponse, url: URL): Promise<boolean> {
    const path = url.pathname;
    if (path === '/' || path === '/desk') {
      res.writeHead(302, { location: '/desk/' }).end();
      return true;
    }
    if (!path.startsWith('/desk/')) return false;
    if (path.startsWith('/desk/connector/')) await handleConnector(parts, req, res, path.slice('/desk/connector'.length));
    else if (path.startsWith('/desk/api/')) await handlePageApi(parts, req, res, path.slice('/desk/api'.length), url);
    else if (req.method !== 'GET' || !(await sendFile(root, path.slice('/desk'.length), res))) {
      answerJson(res, 404, { error: 'Deze pagina bestaat niet.' });
    }
    return true;
  }

  return {
    async handle(req, res, url) {
      try {
        return await route(req, res, url);
      } catch (fault) {
        // A malformed percent sign in an address is the caller's doing; anything else is a bug for the server to log.
        if (!(fault instanceof URIError)) throw fault;
        answerJson(res, 400, { error: 'Dit adres is niet te lezen.' });
        return true;
      }
    },
    async announce() {
      const first = people[0];
      const stops: [DeskPerson, Place][] = people.map((person) => [person, personalPlace(person)]);
      if (first !== undefined) for (const channel of CHANNELS) stops.push([first, channel]);
      for (const [person, place] of stops) {
        for (const activity of [installedActivity(envelope(), person, place), joinedActivity(envelope(), person, place)]) {
          const fault = await bot.send(activity);
          if (fault !== undefined) throw new Error(`The bot did not take the ${String(activity['type'])} of ${place.id}: ${fault}`);
        }
      }
    },
    async close() {
      live.close();
      history.close();
    },
  };
}
