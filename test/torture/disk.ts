import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { startBot, type BotProcess } from './bot-process.js';
import { startConnector, type Connector } from './connector.js';
import { clockBack } from './disk/clock-back.js';
import { keptPromises, workThrough, type Fault } from './disk/fault.js';
import { allowWrites, empty, fillUp, forbidWrites, freeze, holdOn, onReadOnlyDisk, onSmallDisk, ownNamespace, seenBy, thaw } from './disk/machine.js';
import { peopleAtWork, together, type AtWork, type Promised } from './disk/work.js';
import { emptyTally, type Options, type Tally } from './frame.js';

const FILE = 'routewijzer.sqlite';

/** Disk full, read-only disk, locked database, and the clock set back, each under a running process with people at work. */
export async function disk(options: Options): Promise<Tally> {
  const tally = emptyTally();
  const connector = await startConnector();
  try {
    await onDisks(options, connector, tally, ownNamespace());
  } catch (error) {
    tally.losses.push(`disk: ${error instanceof Error ? error.message : String(error)}`.slice(0, 1000));
  } finally {
    await connector.close();
  }
  options.progress(`disk: ${String(tally.faults)} faults, ${String(tally.acknowledged)} of ${String(tally.inputs)} acts done, ${String(tally.losses.length)} lost, ${String(tally.forbidden.length)} forbidden`);
  return tally;
}

function notHere({ progress }: Options, what: string): Promise<void> {
  progress(`disk: ${what}: not possible here, not tried`);
  return Promise.resolve();
}

function folderOf({ scratch }: Options, name: string): string {
  const folder = join(scratch, `disk-${name}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** One process on an ordinary disk, and the next that goes on with what it wrote. */
async function onDisks(options: Options, connector: Connector, tally: Tally, namespace: readonly string[] | undefined): Promise<void> {
  const folder = folderOf(options, 'own');
  const { promised } = await onOwnDisk(options, folder, connector, tally);
  if (namespace) {
    await startsReadOnly(folder, tally, namespace);
    await onFullDisk(options, folder, connector, tally, namespace, promised);
    return;
  }
  await notHere(options, 'a disk that can only be read');
  await notHere(options, 'a disk that is full');
  endedWith(await startBot(folder).then((started) => started.stop()), tally);
  keptPromises('after a start', join(folder, FILE), promised, tally);
}

function endedWith(code: number | string, tally: Tally): void {
  if (code !== 0) tally.losses.push(`the disk: asked to end, a process ended with ${String(code)}`);
}

async function onOwnDisk(options: Options, folder: string, connector: Connector, tally: Tally): Promise<AtWork> {
  const bot = await startBot(folder);
  const work = await peopleAtWork(bot.url, connector.url);
  try {
    const faults = [locked(join(folder, FILE), options.quick ? 1_500 : 2_000), locked(join(folder, FILE), options.quick ? 0 : 8_000), unwritable(bot, options.quick ? 500 : 4_000), frozen(folder, options.quick ? 500 : 4_000)];
    for (const fault of faults.filter(({ ms }) => ms > 0 && !options.interrupted.aborted)) {
      if (!(await workThrough(fault, work, bot, tally))) await notHere(options, fault.name);
    }
    keptPromises('after the faults of the disk', join(folder, FILE), work.promised, tally);
    await clockBack(bot, work, connector.calls, tally);
    keptPromises('after the clock', join(folder, FILE), work.promised, tally);
    endedWith(await bot.stop(), tally);
    return work;
  } finally {
    thaw(folder);
    await work.close();
    if (bot.alive()) await bot.stop();
  }
}

/** Another program holds the file: a backup, or somebody with a tool. */
function locked(file: string, ms: number): Fault {
  let held: Database.Database | undefined;
  return {
    name: `a database that is locked for ${String(ms)} ms`, ms, bites: false,
    begin: () => {
      held = new Database(file, { timeout: 5_000 });
      held.exec('begin exclusive');
      // Ends by itself, whatever the bot does meanwhile: people wait for it.
      const mine = held;
      setTimeout(() => { if (mine.open) mine.close(); }, ms);
    },
    end: () => { if (held?.open === true) held.close(); },
  };
}

const unwritable = (bot: BotProcess, ms: number): Fault =>
  ({ name: 'a disk on which every write fails', ms, bites: true, begin: () => { forbidWrites(bot.pid); }, end: () => { allowWrites(bot.pid); } });

const frozen = (folder: string, ms: number): Fault =>
  ({ name: 'a disk that became read-only', ms, bites: true, begin: () => { freeze(folder); }, end: () => { thaw(folder); } });

/** Started anew on a small disk with all that stood on the other one, whose promises (`before`) hold on. */
async function onFullDisk(options: Options, from: string, connector: Connector, tally: Tally, namespace: readonly string[], before: Promised): Promise<void> {
  const folder = folderOf(options, 'small');
  const bot = await startBot(folder, { under: onSmallDisk(namespace, folder, from, 24) });
  const work = await peopleAtWork(bot.url, connector.url);
  const held = holdOn(seenBy(bot.pid, folder));
  const filler = join(seenBy(bot.pid, folder), 'filler');
  try {
    for (let times = options.quick ? 1 : 4; times > 0; times -= 1) {
      const full: Fault = { name: 'a disk that is full', ms: options.quick ? 700 : 4_000, bites: true, begin: () => { fillUp(filler); }, end: () => { empty(filler); } };
      if (!(await workThrough(full, work, bot, tally))) await notHere(options, full.name);
    }
    endedWith(await bot.stop(), tally);
    // That disk was seen by the process alone, and goes with it.
    const copy = folderOf(options, 'small-copy');
    held.copyTo(copy);
    keptPromises('after a start and a full disk', join(copy, FILE), together(before, work.promised), tally);
  } finally {
    held.letGo();
    await work.close();
    if (bot.alive()) await bot.stop();
  }
}

/** On a disk that cannot be written it does not start, and says in a line what it could not open. */
async function startsReadOnly(folder: string, tally: Tally, namespace: readonly string[]): Promise<void> {
  tally.faults += 1;
  const said = await startBot(folder, { under: onReadOnlyDisk(namespace, folder) }).then(async (started) => {
    await started.stop();
    return 'it started all the same';
  }, (error: unknown) => (error instanceof Error ? error.message : String(error)));
  if (!/ended with [1-9]/.test(said) || !/routewijzer\.sqlite|ROUTEWIJZER_DATA/.test(said)) tally.forbidden.push(`on a disk that can only be read: ${said.slice(0, 500)}`);
  if (/\n\s+at /.test(said)) tally.forbidden.push(`on a disk that can only be read the operator gets a stack: ${said.slice(0, 500)}`);
}
