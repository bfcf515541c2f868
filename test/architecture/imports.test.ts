import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../..', import.meta.url).pathname;

const resultSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Runs dependency-cruiser on `src` of this folder; gives its violations as "rule: from -> to". */
function cruise(folder: string): { readonly files: number; readonly violations: readonly string[] } {
  const run = spawnSync(process.execPath, [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src',
  ], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${run.stderr}`);
  const { summary } = resultSchema.parse(JSON.parse(run.stdout));
  return {
    files: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort(),
  };
}

describe('the imports of src', () => {
  it('run one way', () => {
    const { files, violations } = cruise(root);
    // Only main brings everything together: without it a file may still wait for its user.
    const whole = existsSync(join(root, 'src/main.ts'));
    expect(violations.filter((line) => whole || !line.startsWith('no-orphans:'))).toEqual([]);
    expect(files).toBeGreaterThan(5);
  });

  it('stay within folders that have a place in the house', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const house = ['app', 'cards', 'case', 'cli', 'desk', 'http', 'knowledge', 'print', 'route', 'store', 'summary', 'teams'];
    expect(folders.filter((folder) => !house.includes(folder))).toEqual([]);
  });
});

/** A small house in which every rule is broken once, and some imports are fine. */
const house: Readonly<Record<string, string>> = {
  'src/route/model.ts': "import { z } from 'zod';\nimport { createHash } from 'node:crypto';\nexport const model = [z, createHash];",
  'src/route/upwards.ts': "import { decide } from '../case/decide.js';\nexport const upwards = decide;",
  'src/case/decide.ts': "import { model } from '../route/model.js';\nexport const decide = model;",
  'src/case/reads-file.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
  'src/case/hashes.ts': "import { createHash } from 'node:crypto';\nexport const hash = createHash;",
  'src/cards/sideways.ts': "import type { Overview } from '../summary/overview.js';\nexport type Sideways = Overview;",
  'src/summary/overview.ts': "import type { decide } from '../case/decide.js';\nexport type Overview = typeof decide;",
  'src/print/renders.ts': "import type { Ports } from '../app/ports.js';\nexport type Renders = Ports;",
  'src/knowledge/logs.ts': "import pino from 'pino';\nexport const log = pino;",
  'src/app/ports.ts': "import type { decide } from '../case/decide.js';\nexport type Ports = typeof decide;\nexport const value = 1;",
  'src/app/talks.ts': "import { ActivityTypes } from 'botbuilder';\nexport const types = ActivityTypes;",
  'src/store/sqlite.ts': "import Database from 'better-sqlite3';\nimport { Kysely } from 'kysely';\nimport type { Ports } from '../app/ports.js';\nexport const store = [Database, Kysely] as const;\nexport type Store = Ports;",
  'src/store/sends.ts': "import { edge } from '../teams/edge.js';\nexport const sends = edge;",
  'src/teams/edge.ts': "import { ActivityTypes } from 'botbuilder';\nimport type { Ports } from '../app/ports.js';\nexport const edge = ActivityTypes;\nexport type Edge = Ports;",
  'src/teams/stores.ts': "import { store } from '../store/sqlite.js';\nexport const stores = store;",
  'src/http/server.ts': "import { edge } from '../teams/edge.js';\nimport { store } from '../store/sqlite.js';\nexport const server = [edge, store];",
  'src/http/selects.ts': "import { Kysely } from 'kysely';\nexport const selects = Kysely;",
  'src/http/opens.ts': "import Database from 'better-sqlite3';\nexport const opens = Database;",
  'src/http/desks.ts': "import { desk } from '../desk/start.js';\nexport const desks = desk;",
  'src/http/tests.ts': "import { helper } from '../../test/support/helper.js';\nexport const tests = helper;",
  'src/http/round.ts': "import { about } from './about.js';\nexport const round = (): unknown => about;",
  'src/http/about.ts': "import { round } from './round.js';\nexport const about = (): unknown => round;",
  'src/http/forgotten.ts': 'export const forgotten = 1;',
  'src/http/starts.ts': "import { main } from '../main.js';\nexport const starts = main;",
  'src/desk/start.ts': "import type { Ports } from '../app/ports.js';\nimport Database from 'better-sqlite3';\nexport const desk = Database;\nexport type Desk = Ports;",
  'src/desk/values.ts': "import { value } from '../app/ports.js';\nexport const values = value;",
  'src/desk/peeks.ts': "import { decide } from '../case/decide.js';\nexport const peeks = decide;",
  'src/files.ts': "import type { model } from './route/model.js';\nexport type Files = typeof model;",
  'src/cli/route.ts': "import { model } from '../route/model.js';\nimport type { Files } from '../files.js';\nimport { readFileSync } from 'node:fs';\nexport const run = [model, readFileSync];\nexport type Read = Files;",
  'src/cli/decides.ts': "import { decide } from '../case/decide.js';\nexport const decides = decide;",
  'src/cli/people.ts': "import { store } from '../store/sqlite.js';\nimport { edge } from '../teams/edge.js';\nimport type { Ports } from '../app/ports.js';\nexport const people = [store, edge];\nexport type Port = Ports;",
  'src/cli/stores.ts': "import { store } from '../store/sqlite.js';\nexport const stores = store;",
  'src/teams/runs.ts': "import { run } from '../cli/route.js';\nexport const runs = run;",
  'src/config.ts': "import { model } from './route/model.js';\nexport const config = model;",
  'src/main.ts': "import { server } from './http/server.js';\nimport { values } from './desk/values.js';\nexport const main = async (): Promise<unknown> => [server, values, await import('./desk/start.js')];",
  'test/support/helper.ts': 'export const helper = 1;',
};

const expected = [
  'pure-imports-no-io: src/app/talks.ts -> node_modules/botbuilder/index.js',
  'bot-sdk-at-the-teams-edge-only: src/app/talks.ts -> node_modules/botbuilder/index.js',
  'route-imports-leftwards: src/route/upwards.ts -> src/case/decide.ts',
  'cards-imports-leftwards: src/cards/sideways.ts -> src/summary/overview.ts',
  'print-imports-leftwards: src/print/renders.ts -> src/app/ports.ts',
  'pure-imports-no-io: src/case/reads-file.ts -> fs',
  'crypto-in-route-and-app-only: src/case/hashes.ts -> crypto',
  'pure-imports-no-io: src/knowledge/logs.ts -> node_modules/pino/index.js',
  'store-imports-leftwards: src/store/sends.ts -> src/teams/edge.ts',
  'teams-imports-leftwards: src/teams/stores.ts -> src/store/sqlite.ts',
  'sql-in-the-store-only: src/http/selects.ts -> node_modules/kysely/index.js',
  'sqlite-in-store-and-desk-only: src/http/opens.ts -> node_modules/better-sqlite3/index.js',
  'only-main-knows-the-desk: src/http/desks.ts -> src/desk/start.ts',
  'http-imports-leftwards: src/http/desks.ts -> src/desk/start.ts',
  'cli-imports-leftwards: src/cli/decides.ts -> src/case/decide.ts',
  'cli-imports-leftwards: src/cli/stores.ts -> src/store/sqlite.ts',
  'register-command-imports-leftwards: src/cli/people.ts -> src/teams/edge.ts',
  'cli-is-nobodys-import: src/teams/runs.ts -> src/cli/route.ts',
  'teams-imports-leftwards: src/teams/runs.ts -> src/cli/route.ts',
  'no-tests-in-src: src/http/tests.ts -> test/support/helper.ts',
  'no-cycles: src/http/about.ts -> src/http/round.ts',
  'no-orphans: src/http/forgotten.ts -> src/http/forgotten.ts',
  'main-is-nobodys-import: src/http/starts.ts -> src/main.ts',
  'http-imports-leftwards: src/http/starts.ts -> src/main.ts',
  'desk-sees-types-of-ports-only: src/desk/values.ts -> src/app/ports.ts',
  'desk-knows-nothing-of-the-product: src/desk/peeks.ts -> src/case/decide.ts',
  'config-stands-alone: src/config.ts -> src/route/model.ts',
  'main-imports-the-desk-dynamically: src/main.ts -> src/desk/values.ts',
];

describe('the check itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'routewijzer-imports-'));
  let violations: readonly string[] = [];

  beforeAll(() => {
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(join(root, name), join(folder, name));
    for (const [path, text] of Object.entries(house)) write(path, text);
    // Stand-ins: where an import resolves to is all that counts.
    const packages = ['zod', 'pino', 'botbuilder', 'kysely', 'better-sqlite3'];
    write('package.json', JSON.stringify({ type: 'module', dependencies: Object.fromEntries(packages.map((name) => [name, '1'])) }));
    for (const name of packages) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, 'module.exports = {};');
    }
    violations = cruise(folder).violations;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(expected)('reports %s', (line) => {
    expect(violations).toContain(line);
  });

  it('reports nothing of what is allowed', () => {
    expect(violations.filter((line) => !expected.includes(line))).toEqual([]);
  });
});
