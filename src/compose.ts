import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import { deliverDue } from './app/deliver.js';
import { createHandler } from './app/handle.js';
import type { Parts } from './app/parts.js';
import { readPeople } from './app/people-csv.js';
import { openPrint, type Page } from './app/print/open.js';
import type { Clock, Ids, PersonInput } from './app/ports.js';
import type { Store } from './app/store-port.js';
import { createPulse, type Pulse } from './app/pulse.js';
import { createRenderer } from './cards/render.js';
import type { Config } from './config.js';
import { openArticles, openUnderstanding } from './content.js';
import { readCardFiles, readRouteFiles, readSource } from './files.js';
import { loadRoute } from './route/load.js';
import type { Route, SourceFile } from './route/model.js';
import { StartRefused } from './start-refused.js';
import { openSqlite } from './store/sqlite.js';
import { createBot, type Bot } from './teams/bot.js';

/** Came after the first routes were kept. */
const KEEPING = 'dialogs/bewaren.yaml';
/** The demo people of the local mode, read by the normal importer. */
const DEMO_PEOPLE = 'src/desk/demo-people.csv';

export interface Composed {
  readonly route: Route;
  readonly people: readonly PersonInput[];
  readonly store: Store;
  readonly bot: Bot;
  readonly pulse: Pulse;
  /** The page behind a link to print. */
  print(token: string): Promise<Page>;
}

/** Puts the house together. Throws `StartRefused` with all faults when the route or the people can not be used. */
export async function compose(config: Config, clock: Clock, ids: Ids, log: Logger, publicUrl: () => string | undefined): Promise<Composed> {
  const files = readRouteFiles();
  const route = checkedRoute(files, config.region);
  const people = checkedPeople(route, config);
  const { render } = createRenderer(readCardFiles());
  const articles = openArticles(route);
  const understand = openUnderstanding(route);
  mkdirSync(config.data, { recursive: true });
  const store = await openSqlite(join(config.data, 'routewijzer.sqlite'));
  await store.saveRoute(route.hash, JSON.stringify(files));
  if (people) await store.importPeople(people);

  const parts: Parts = {
    store, clock, ids, route, render, articles, understand, trustsChannelNames: config.appType !== 'MultiTenant', publicUrl,
    routeOf: routesByHash(store, route, files, log),
    outgoing: { post: (to, message) => bot.outgoing.post(to, message), update: (to, id, message) => bot.outgoing.update(to, id, message) },
    wake: () => { pulse.wake(); },
    log: (level, event, facts) => { log[level](facts, event); },
  };
  const onError = (error: unknown) => { log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'turn-failed'); };
  const bot = createBot({
    handler: createHandler(parts), onError, localMode: config.local,
    appId: config.appId, password: config.appPassword, tenantId: config.appTenantId, appType: config.appType,
  });
  const pulse = createPulse(async () => { await deliverDue(parts, clock.now()); }, onError);
  await store.forgetLinks(clock.now());
  return { route, people: people ?? [], store, bot, pulse, print: (token) => openPrint(parts, token) };
}

function checkedRoute(files: readonly SourceFile[], region: string): Route {
  const loaded = loadRoute(files, region);
  if (loaded.ok) return loaded.route;
  throw new StartRefused(loaded.faults.map(({ file, line, node, field, message }) =>
    `${file}:${String(line)}: ${[node && `node ${node}`, field && `field ${field}`].filter(Boolean).join(', ')}: ${message}`));
}

/** Undefined: no file was named, so the register stays as it is. */
function checkedPeople(route: Route, config: Config): readonly PersonInput[] | undefined {
  if (config.people === undefined && !config.local) return undefined;
  const source = config.people === undefined ? readSource(DEMO_PEOPLE) : readPeopleFile(config.people);
  const read = readPeople(route, basename(source.name), source.text);
  if (!read.ok) throw new StartRefused(read.faults);
  return read.people;
}

function readPeopleFile(path: string): SourceFile {
  try {
    return { name: path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new StartRefused([`ROUTEWIJZER_PEOPLE: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/**
 * The route under which a visit began: its trees as they were, with the rules, contacts, terms and consent matrix of today.
 * One that can no longer be read is followed on today's route.
 */
function routesByHash(store: Store, today: Route, files: readonly SourceFile[], log: Logger): Parts['routeOf'] {
  const known = new Map<string, Route>([[today.hash, today]]);
  return async (hash) => {
    const found = known.get(hash);
    if (found) return found;
    const saved = await store.savedRoute(hash);
    const kept = saved === undefined ? undefined : (JSON.parse(saved) as SourceFile[]);
    // A file that there was not yet then is no reason to leave that route: who keeps what is the rule of today anyway.
    const later = files.filter((file) => file.name === KEEPING && kept?.every((each) => each.name !== KEEPING));
    const loaded = kept && loadRoute([...kept, ...later], today.region.region);
    if (!loaded?.ok) log.warn({ hash }, 'route-not-kept');
    const { rules, consent, consentHash, region, keeping } = today;
    const route = loaded?.ok ? { ...loaded.route, rules, consent, consentHash, region, keeping } : today;
    known.set(hash, route);
    return route;
  };
}
