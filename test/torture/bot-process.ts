import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFolder, within } from './frame.js';

/** Longest that a process may take to say that it is ready; generous, for a busy machine. */
const READY_WITHIN_MS = 60_000;

export interface BotProcess {
  readonly url: string;
  readonly pid: number;
  alive(): boolean;
  output(): string;
  /** Moves its clock (local mode); resolves when what became due has been delivered, or rejects when it died meanwhile. */
  clock(now: string): Promise<void>;
  /** SIGKILL: no goodbye. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code, or kills it after 15 s. */
  stop(): Promise<number | string>;
}

/** Every process that was started and did not end yet, so that an interruption leaves none behind. */
const running = new Set<number>();

/** Kills what still runs; for the very end, whatever happened. */
export function killAllStarted(): void {
  for (const pid of running) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }
}

export interface StartWith {
  readonly env?: Readonly<Record<string, string>>;
  /** A command before `node`, for limits and namespaces: `['bash', '-c', 'ulimit -f 100; exec "$@"', '_']`. */
  readonly under?: readonly string[];
  /** Told the pid as soon as there is one, before it is ready: to kill it while it starts. */
  started?(pid: number): void;
}

let kept: string | undefined;

/** From now on a process reads the SDKs from `file` as they were compiled before (see `quick-start.mjs`): for quick runs. */
export function startQuickly(file: string): void {
  kept = file;
}

const QUICK_START = pathToFileURL(join(packageFolder, 'test/torture/quick-start.mjs')).href;
const quickly = ({ NODE_OPTIONS = '' }: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  (kept === undefined ? {} : { KEPT_PACKAGES: kept, NODE_OPTIONS: `${NODE_OPTIONS} --import ${QUICK_START}`.trim() });

/** Starts `dist/main.js` in local mode without its desk on a free port; rejects when it ends before it is ready. */
export async function startBot(data: string, { env = {}, under = [], started }: StartWith = {}): Promise<BotProcess> {
  const [command = process.execPath, ...rest] = [...under, process.execPath, join(packageFolder, 'dist/main.js')];
  const child = spawn(command, rest, {
    cwd: data,
    // Nothing of the surroundings comes along, so that no setting of the machine changes a run.
    env: { PATH: process.env['PATH'] ?? '', ROUTEWIJZER_DESK: 'off', PORT: '0', ROUTEWIJZER_DATA: data, ...env, ...quickly(env) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group: an interruption at a keyboard is for the harness, which then ends it.
    detached: true,
  });
  const { pid } = child;
  if (pid !== undefined) running.add(pid);
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  const ready = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) resolve(stdout);
    });
  });
  const ended = new Promise<number | string>((resolve) => {
    const done = (how: number | string): void => {
      if (pid !== undefined) running.delete(pid);
      resolve(how);
    };
    child.once('error', () => { done('error'); });
    child.once('close', (code, signal) => { done(code ?? signal ?? 'unknown'); });
  });
  if (pid === undefined) throw new Error('the process could not be started');
  started?.(pid);
  let line: string;
  try {
    line = await within(READY_WITHIN_MS, Promise.race([ready, ended.then((how) => {
      throw new Error(`the process ended with ${String(how)} before it was ready: ${stderr.slice(-2000)}`);
    })]), 'the process did not become ready');
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  const url = /http:\/\/\S+?:\d+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`no address on standard output: ${line}`);
  return {
    url,
    pid,
    alive: () => child.exitCode === null && child.signalCode === null,
    output: () => stdout + stderr,
    clock: async (now) => {
      const response = await fetch(`${url}/local/clock`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }), signal: AbortSignal.timeout(120_000),
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`the clock answered ${String(response.status)}`);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return within(15_000, ended, 'SIGTERM did not end the process').catch(async () => {
        child.kill('SIGKILL');
        await ended;
        return 'SIGTERM did not end it';
      });
    },
  };
}
