import { calms, checkAlive, checkKept, checkTerms } from './checks.js';
import { findDuplicates } from './duplicates.js';
import { emptyTally, pause, type Options, type Tally } from './frame.js';
import { killOnce, type Fate } from './killer.js';
import { emptyLedger, type Ledger } from './ledger.js';
import { Stuck } from './person.js';
import type { Random } from './random.js';
import { isStuck, meets, waits, walks, works, type Stage, type Story } from './stories.js';
import { CHANNEL, installed, installedInChannel, PEOPLE, type Who } from './teams.js';
import { DAY_MS, HOUR_MS, openWorld, type Seat, type World } from './world.js';

export interface Round {
  readonly name: string;
  readonly options: Options;
  readonly kills: number;
  readonly random: Random;
  /** How one process dies. */
  readonly fate: Fate;
  readonly seats: readonly Pick<Seat, 'data' | 'env'>[];
  /** Other deaths than that of one process, `most` at most; returns how many it made, 0 when it did nothing this time. */
  readonly disaster?: (world: World, most: number) => Promise<number>;
  /** How many stories everybody tells at least; one when left out. */
  readonly least?: number;
  /** What goes wrong all the time from now on; `stop` ends it, before everything is held to its word. */
  readonly torment?: (world: World) => { faults(): number; stop(): void };
  /** Breaks the store while everything is dead; returns what was broken. */
  readonly sabotage?: (ledger: Ledger) => string;
  /** What should have been delivered by now and is not. */
  leftOver(nowIso: string): Promise<readonly string[]> | readonly string[];
}

/** Who does what, and how often at most: a list of cases shows fifteen. */
const CAST: readonly (readonly [Who, (who: Who) => Story, number])[] = [
  ['leerkracht', walks, 12], ['collega', waits, 8], ['directie', works, 8], ['koo', isStuck, 6], ['ib', meets, 4],
];

/** In a quick run nobody tells more stories than this: every case is looked at twice afterwards. */
const MOST_IN_SHORT = 2;
/** Part of the deaths that falls while people work; the rest while terms expire. */
const AT_WORK = 0.7;

/** Asked some days late, after a weekend, and then a grace of six working days and the weekends in it. */
const AFTER_LAST_TERM_MS = 21 * DAY_MS;

/** People at work while processes die; then time goes on, with deaths, until every term has passed; and everything is held to its word. */
export async function playRound(round: Round): Promise<Tally> {
  const { options, random } = round;
  const tally = emptyTally();
  const ledger = emptyLedger();
  const world = await openWorld(round.seats);
  const stage: Stage = { world, ledger, random };
  // What breaks while everything is being ended proves nothing.
  let judged: { losses: number; forbidden: number } | undefined;
  options.interrupted.addEventListener('abort', () => { judged = { losses: ledger.losses.length, forbidden: ledger.forbidden.length }; }, { once: true });
  let torment: ReturnType<NonNullable<Round['torment']>> | undefined;
  let faults = 0;
  const relief = (): void => {
    torment?.stop();
    faults += torment?.faults() ?? 0;
    torment = undefined;
  };
  try {
    await arrive(stage);
    torment = round.torment?.(world);
    await work(round, stage, tally);
    if (round.sabotage) await sabotage(stage, round.sabotage, options);
    relief();
    await calms(stage);
    if (!options.interrupted.aborted) await checkKept(stage);
    const untouched = ledger.cases.filter(({ due }) => due !== undefined);
    torment = round.torment?.(world);
    if (!options.interrupted.aborted) await untilAllTermsPassed(round, stage, tally);
    relief();
    await calms(stage);
    if (!options.interrupted.aborted) {
      checkTerms(stage, untouched);
      await checkAlive(stage);
      await calms(stage);
      ledger.losses.push(...[...new Set(await round.leftOver(new Date(world.now()).toISOString()))].map((line) => `still in the outbox: ${line}`));
    }
    const { duplicates, forbidden } = findDuplicates(world.connector, (from, to) => world.disturbances(from, to).filter((what) => !what.startsWith('the connector')));
    tally.duplicates.push(...duplicates);
    ledger.forbidden.push(...forbidden);
  } catch (error) {
    ledger.losses.push(`${round.name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    ledger.losses.push(...await world.close());
  }
  tally.faults += faults;
  tally.inputs += ledger.inputs;
  tally.acknowledged += ledger.acknowledged;
  tally.losses.push(...ledger.losses.slice(0, judged?.losses).map((line) => `${round.name}: ${line}`));
  tally.forbidden.push(...ledger.forbidden.slice(0, judged?.forbidden).map((line) => `${round.name}: ${line}`));
  options.progress(`${round.name}: ${String(tally.kills)} kills, ${String(ledger.cases.length)} cases, ${String(ledger.visits.length)} walks, `
    + `${String(ledger.acknowledged)} answers acknowledged, ${String(tally.losses.length)} lost, ${String(tally.duplicates.length)} posted twice`);
  return tally;
}

/** Everybody has the bot installed, and the stagnatiepunt its channel. */
async function arrive({ world, ledger }: Stage): Promise<void> {
  const { url } = world.connector;
  const send = async (activity: object): Promise<void> => {
    const response = await fetch(`${await world.address()}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(activity) });
    await response.arrayBuffer();
    if (!response.ok) ledger.forbidden.push(`installing was answered ${String(response.status)}`);
  };
  for (const who of Object.keys(PEOPLE) as Who[]) await send(installed(who, url, `installed-${who}`));
  await send(installedInChannel('stagnatiepunt', url, `installed-in-${CHANNEL}`));
}

async function work(round: Round, stage: Stage, tally: Tally): Promise<void> {
  const { world, ledger, random } = stage;
  const { quick } = round.options;
  let over = false;
  world.think = () => (over ? Promise.resolve() : pause(random.between(5, 60)));
  const acts = CAST.map(async ([who, story, most]) => {
    for (let told = 0; told < (quick ? MOST_IN_SHORT : most) && (!over || told < (round.least ?? 1)); told += 1) {
      await story(who)(stage).catch((error: unknown) => {
        ledger.losses.push(error instanceof Stuck ? `stuck: ${error.message}` : `a story could not go on: ${error instanceof Error ? error.message : String(error)}`);
      });
      if (!over) await pause(random.between(50, 900));
    }
  });
  try {
    await deaths(round, world, tally, killsAtWork(round));
  } finally {
    over = true;
  }
  await Promise.all(acts);
  world.peopleAtWork = false;
}

/** In short one of each process is left for later, and of several none need come back. */
function killsAtWork({ kills, seats, options }: Round): number {
  return options.quick ? Math.min(kills, Math.max(1, kills - Math.max(1, seats.length - 1))) : Math.ceil(kills * AT_WORK);
}

async function deaths({ options, random, fate, disaster }: Round, world: World, tally: Tally, kills: number): Promise<void> {
  while (tally.kills < kills && !options.interrupted.aborted) {
    const died = disaster === undefined ? 0 : await disaster(world, kills - tally.kills);
    tally.kills += died > 0 ? died : await killOnce(world, random, fate, kills - tally.kills);
  }
}

/** While everything is dead something is taken out of the store. */
async function sabotage({ world, ledger }: Stage, how: (ledger: Ledger) => string, options: Options): Promise<void> {
  for (const seat of world.seats) world.kill(seat);
  await pause(200);
  options.progress(`broken on purpose: ${how(ledger)}`);
  for (const seat of world.seats) await world.revive(seat);
}

/** A few days at a time, in the morning, until the last term and its grace are over; processes die on the way. */
async function untilAllTermsPassed(round: Round, stage: Stage, tally: Tally): Promise<void> {
  const { world, ledger, random } = stage;
  const { quick } = round.options;
  const last = Math.max(world.now(), ...ledger.cases.map(({ due }) => due?.day ?? 0)) + AFTER_LAST_TERM_MS;
  while (world.now() < last && !round.options.interrupted.aborted) {
    // To half past eight in UTC some days on, a little before or after a reminder is due.
    const day = quick ? onWeekday(Math.floor(world.now() / DAY_MS) + random.between(3, 5)) : Math.floor(world.now() / DAY_MS) + random.between(1, 3);
    const to = day * DAY_MS + random.pick([7.5, 8.5, 9.5]) * HOUR_MS;
    if (tally.kills < round.kills && random.chance(0.5)) {
      const hopping = world.hop(to - world.now());
      tally.kills += await killOnce(world, random, round.fate, round.kills - tally.kills);
      await hopping;
    } else await world.hop(to - world.now());
    await world.hop(90_000);
  }
  await deaths(round, world, tally, round.kills);
}

/** Longer steps that end at a weekend would have everybody asked a week later: days since 1970, which began on a Thursday. */
function onWeekday(day: number): number {
  const weekday = (day + 4) % 7;
  if (weekday === 6) return day + 2;
  return weekday === 0 ? day + 1 : day;
}
