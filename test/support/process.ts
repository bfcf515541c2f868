import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { goesIn, refuseLeaks } from './logs.js';

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Longest that a process may take to say that it is ready, or to end by itself; generous, for a busy machine. */
const READY_WITHIN_MS = 45_000;
/** The contract: SIGTERM ends it within this time. */
const END_WITHIN_MS = 10_000;

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the package that is started; the repository itself when left out. */
  readonly root?: string;
}

/** How a process ended. */
export interface Ended {
  /** The exit code, or the name of the signal that ended it. */
  readonly code: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningBot {
  readonly url: string;
  /** Everything that it wrote until now. */
  output(): { readonly stdout: string; readonly stderr: string };
  alive(): boolean;
  /** Moves its clock; resolves when what became due has been delivered. */
  clock(now: string): Promise<void>;
  /** SIGTERM; rejects when it does not end in time. */
  stop(): Promise<Ended>;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
}

/** A folder for the database, and how to remove it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'routewijzer-'));
  return { path, remove: () => { rmSync(path, { recursive: true, force: true }); } };
}

/** Starts the built bot without its desk, on a free port; resolves when it says that it is ready. */
export async function startBot(data: string, options: StartOptions = {}): Promise<RunningBot> {
  const started = launch(data, options);
  const line = await Promise.race([started.firstLine, started.ended.then(({ code, stderr }) => {
    throw new Error(`the process ended with ${String(code)} before it was ready: ${stderr}`);
  })]);
  const url = /http:\/\/\S+?:\d+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`no address on standard output: ${line}`);
  return {
    url,
    output: started.output,
    alive: () => started.child.exitCode === null && started.child.signalCode === null,
    clock: async (now) => {
      const response = await fetch(`${url}/local/clock`, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }),
      });
      if (!response.ok) throw new Error(`the clock answered ${String(response.status)}: ${await response.text()}`);
      await response.arrayBuffer();
    },
    stop: async () => {
      started.child.kill('SIGTERM');
      return withoutLeaks(await within(END_WITHIN_MS, started.ended, 'SIGTERM did not end the process', started.child));
    },
    kill: async () => {
      started.child.kill('SIGKILL');
      withoutLeaks(await started.ended);
    },
  };
}

/** Starts the built bot and waits for it to end by itself, as it does when it refuses to start. */
export async function runToItsEnd(data: string, options: StartOptions = {}): Promise<Ended> {
  const { ended, child } = launch(data, options);
  return withoutLeaks(await within(READY_WITHIN_MS, ended, 'the process started, and should have refused', child));
}

/** What it wrote holds nothing that anybody put into it. */
function withoutLeaks(ended: Ended): Ended {
  refuseLeaks(ended);
  return ended;
}

/** The people that it starts with, and what of its environment is secret. */
function remember(env: Readonly<Record<string, string>>, root: string): void {
  for (const file of [env['ROUTEWIJZER_PEOPLE'], join(root, 'src/desk/demo-people.csv')]) {
    if (file !== undefined && existsSync(file)) {
      // Account, name and e-mail: the columns after those are words of the route, and organisations.
      for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) goesIn(line.split(',').slice(0, 3).map((each) => each.replaceAll('"', '')));
    }
  }
  for (const [name, value] of Object.entries(env)) if (/PASSWORD|KEY|SECRET/i.test(name)) goesIn(value);
}

interface Launched {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Rejects when none came in time. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
  output(): { readonly stdout: string; readonly stderr: string };
}

function launch(data: string, { env = {}, root = repositoryRoot }: StartOptions): Launched {
  remember(env, root);
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    cwd: data,
    // Nothing of the surroundings comes along, so that no setting of the machine changes a test.
    env: { PATH: process.env['PATH'] ?? '', ROUTEWIJZER_DESK: 'off', PORT: '0', ROUTEWIJZER_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  const line = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) resolve(stdout);
    });
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => { resolve({ code: code ?? signal, stdout, stderr }); });
  });
  const firstLine = within(READY_WITHIN_MS, line, 'the process did not become ready', child);
  // It may end first; then nobody waits for its line.
  firstLine.catch(() => undefined);
  void ended.then(() => undefined, () => undefined);
  return { child, firstLine, ended, output: () => ({ stdout, stderr }) };
}

/** The promise's value, or a rejection (and a killed process) after `ms`. */
async function within<T>(ms: number, promise: Promise<T>, complaint: string, child: Launched['child']): Promise<T> {
  let deadline: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${complaint} within ${String(ms)} ms`));
    }, ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(deadline);
  }
}
