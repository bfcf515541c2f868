import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startCluster, type Cluster } from './postgres-cluster.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whoever asks here gets the address of a PostgreSQL; the first one waits until it has started. */
    readonly postgresAt: string;
  }
}

/**
 * For the whole run: one PostgreSQL for all tests that ask for one, started when the first does, so that a run without
 * them pays nothing. Tests run in other threads: they ask over HTTP.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const door = createServer((_, res) => {
    cluster ??= startCluster();
    cluster.then(({ url }) => res.end(url), (error: unknown) => res.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => { door.listen(0, '127.0.0.1', resolve); });
  project.provide('postgresAt', `http://127.0.0.1:${String((door.address() as AddressInfo).port)}/`);
  return async () => {
    door.close();
    door.closeAllConnections();
    // One that did not start has told so to the tests already.
    await cluster?.then(({ stop }) => stop(), () => undefined);
  };
}
