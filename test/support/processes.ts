import { mkdirSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startBot, type Ended, type RunningBot, type StartOptions } from './process.js';

/** Several processes behind one address, which hands each request to the next of those that live. */
export interface SharedBot extends RunningBot {
  readonly processes: readonly RunningBot[];
  /** How many requests each got. */
  readonly requests: readonly number[];
}

/**
 * Starts so many processes, each with a folder of its own; they share what `options.env` lets them share. What one
 * process leaves another may take up: `quiet` resolves when none has anything in hands or left to do.
 */
export async function startTogether(count: number, data: string, options: StartOptions | undefined, quiet: () => Promise<void>): Promise<SharedBot> {
  const processes: RunningBot[] = [];
  try {
    // One after the other: at once they would be in each other's way on a busy machine, and not be ready in time.
    while (processes.length < count) {
      const own = join(data, `process-${String(processes.length)}`);
      mkdirSync(own, { recursive: true });
      processes.push(await startBot(own, options));
    }
  } catch (error) {
    await Promise.all(processes.map((each) => each.kill()));
    throw error;
  }
  const requests = processes.map(() => 0);
  let turn = 0;

  function next(): RunningBot {
    for (const last = turn + processes.length; turn < last;) {
      const index = turn % processes.length;
      turn += 1;
      const found = processes[index];
      if (!found?.alive()) continue;
      requests[index] = (requests[index] ?? 0) + 1;
      return found;
    }
    throw new Error('no process lives');
  }

  function pass(from: IncomingMessage, to: ServerResponse): void {
    const { host, origin } = new URL(next().url);
    const on = request(`${origin}${from.url ?? '/'}`, { method: from.method, headers: { ...from.headers, host } }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    on.on('error', () => { to.destroy(); });
    from.pipe(on);
  }

  const address = createServer(pass);
  await new Promise<void>((resolve) => { address.listen(0, '127.0.0.1', resolve); });
  const living = (): readonly RunningBot[] => processes.filter((each) => each.alive());
  const close = (): void => {
    address.close();
    address.closeAllConnections();
  };
  const text = (which: 'stdout' | 'stderr') => processes.map((each) => each.output()[which]).join('');
  return {
    processes, requests,
    url: `http://127.0.0.1:${String((address.address() as AddressInfo).port)}`,
    output: () => ({ stdout: text('stdout'), stderr: text('stderr') }),
    alive: () => living().length > 0,
    clock: async (now) => {
      await Promise.all(living().map((each) => each.clock(now)));
      await quiet();
    },
    stop: async (): Promise<Ended> => {
      close();
      const ended = await Promise.all(living().map((each) => each.stop()));
      return { code: ended.find(({ code }) => code !== 0)?.code ?? 0, stdout: text('stdout'), stderr: text('stderr') };
    },
    kill: async () => {
      close();
      await Promise.all(living().map((each) => each.kill()));
    },
  };
}
