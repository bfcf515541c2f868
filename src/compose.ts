import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deliverDue } from './app/deliver.js';
import { createHandler } from './app/handle.js';
import type { Parts } from './app/parts.js';
import { openPrint, type Page } from './app/print/open.js';
import type { Clock, Ids, PersonInput } from './app/ports.js';
import type { Store } from './app/store-port.js';
import { createPulse, type Pulse } from './app/pulse.js';
import { dayOf } from './case/time.js';
import type { Config } from './config.js';
import { measuredHandler, measuredOutgoing, measuredStore } from './http/measured.js';
import { createMetrics, type Figures, type Metrics } from './http/metrics.js';
import { errorFacts, type Log } from './log.js';
import { figuresOf } from './figures.js';
import { loadKept } from './route/load.js';
import { calendarEnds, calendarEndsSoon } from './route/calendar.js';
import type { Route, SourceFile } from './route/model.js';
import { openContent } from './start-content.js';
import { vaultFor } from './store/local-key.js';
import { openStore } from './store/open.js';
import { createBot, type Bot } from './teams/bot.js';

/** Came after the first routes were kept: what stands in them is that of today anyway. */
const CAME_LATER = ['dialogs/bewaren.yaml', 'dialogs/kalender.yaml'];

export interface Composed {
  readonly route: Route;
  readonly people: readonly PersonInput[];
  readonly store: Store;
  readonly bot: Bot;
  readonly pulse: Pulse;
  readonly metrics: Metrics;
  /** What operators want to know at this moment; rejects when the store does not answer. */
  figures(): Promise<Figures>;
  /** Does at leisure what the first typed text would wait for. */
  warm(): void;
  /** The page behind a link to print. */
  print(token: string): Promise<Page>;
}

/**
 * Puts the house together. Throws `StartRefused` with all faults when the route, the people or the articles can not be used.
 * @param elapsed milliseconds on a clock that nobody sets
 */
export async function compose(
  config: Config, clock: Clock, ids: Ids, log: Log, publicUrl: () => string | undefined, wait?: (ms: number) => Promise<void>, elapsed: () => number = () => 0,
): Promise<Composed> {
  const { files, route, people, render, articles, understand } = openContent(config);
  if (calendarEndsSoon(route.calendar, dayOf(clock.now()))) log('warn', 'calendar-ends-soon', { until: calendarEnds(route.calendar) });
  mkdirSync(config.data, { recursive: true });
  const vault = vaultFor(config, { onSealed: (texts) => { log('info', 'texts-sealed', { texts }); } });
  const metrics = createMetrics();
  const store = measuredStore(await openStore({ databaseUrl: config.databaseUrl, file: join(config.data, 'routewijzer.sqlite') }, vault, wait && { wait }), metrics);
  await store.saveRoute(route.hash, JSON.stringify(files));
  if (people) await store.importPeople(people);

  const parts: Parts = {
    store, clock, ids, route, render, articles, understand, trustsChannelNames: config.appType !== 'MultiTenant', publicUrl,
    routeOf: routesByHash(store, route, files, log),
    outgoing: measuredOutgoing({ post: (to, message) => bot.outgoing.post(to, message), update: (to, id, message) => bot.outgoing.update(to, id, message) }, metrics),
    wake: () => { pulse.wake(); },
    log,
  };
  const onError = (error: unknown) => { log('error', 'turn-failed', errorFacts(error)); };
  const bot = createBot({
    handler: measuredHandler(createHandler(parts), metrics), onError, localMode: config.local, clock, tenants: config.tenants, openIdMetadata: config.openIdMetadata,
    onRefused: (facts) => { log(facts.cause === undefined ? 'info' : 'error', 'request-refused', facts); },
    appId: config.appId, password: config.appPassword, tenantId: config.appTenantId, appType: config.appType,
  });
  const pulse = createPulse(async (run) => { await deliverDue(parts, clock.now(), run); }, onRoundFailed(log, elapsed), elapsed);
  return {
    route, people: people ?? [], store, bot, pulse, metrics, print: (token) => openPrint(parts, token),
    figures: () => figuresOf(parts, pulse), warm: () => { understand.warm(); },
  };
}

/** A round of delivery fails every second while the store does: that is told once a minute. */
function onRoundFailed(log: Log, elapsed: () => number): (error: unknown) => void {
  let told = -Infinity;
  return (error) => {
    if (elapsed() - told < 60_000) return;
    told = elapsed();
    log('error', 'delivery-round-failed', errorFacts(error));
  };
}

/**
 * The route under which a visit began: its trees as they were, with the rules, contacts, terms and consent matrix of today.
 * One that can no longer be read is followed on today's route.
 */
function routesByHash(store: Store, today: Route, files: readonly SourceFile[], log: Log): Parts['routeOf'] {
  const known = new Map<string, Route>([[today.hash, today]]);
  return async (hash) => {
    const found = known.get(hash);
    if (found) return found;
    const saved = await store.savedRoute(hash);
    const kept = saved === undefined ? undefined : (JSON.parse(saved) as SourceFile[]);
    // A file that there was not yet then is no reason to leave that route: who keeps what, and who is off when, is the rule of today.
    const later = files.filter((file) => CAME_LATER.includes(file.name) && kept?.every((each) => each.name !== file.name));
    const loaded = kept && loadKept([...kept, ...later], today.region.region);
    if (!loaded?.ok) log('warn', 'route-not-kept', { hash });
    const { rules, consent, consentHash, region, keeping, calendar, rights } = today;
    const route = loaded?.ok ? { ...loaded.route, rules, consent, consentHash, region, keeping, calendar, rights } : today;
    known.set(hash, route);
    return route;
  };
}
