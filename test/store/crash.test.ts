import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import { at } from '../contract/store/samples.js';
import { testKey, testVault } from '../support/vault.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Appends event after event to one stream, and says each version aloud once it is acknowledged. */
const writer = `
import { writeSync } from 'node:fs';
import { openSqlite } from './store/sqlite.js';
import { createVault } from './store/vault.js';
const store = await openSqlite(process.argv[2], createVault({ key: '${testKey()}' }));
const at = '${at(0)}';
const row = { kind: 'case', owner: 'p', region: 'r', status: 'open', code: null, step: null, ageBand: null, stalled: false, openedAt: at, updatedAt: at, people: ['p'] };
for (let version = 0; ; version += 1) {
  await store.append({
    stream: 's1', expectedVersion: version, commandId: 'c' + version, at, actor: 'p', events: [{ type: 'Noted', data: { version } }], row,
    texts: [{ id: 't' + version, body: 'tekst' }], outbox: [{ kind: 'timer', timer: 'term', key: 'k' + version, dueAt: at }],
  });
  writeSync(1, (version + 1) + '\\n');
}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'routewijzer-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The store as JavaScript that a process of its own can run: tests do not wait for a build. */
function compileStore(): string {
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  const names = readdirSync(join(repository, 'src/store'), { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.ts'));
  for (const name of [...names.map((each) => join('store', each)), 'wrapping-key.ts']) {
    const source = readFileSync(join(repository, 'src', name), 'utf8');
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), ts.transpileModule(source, { compilerOptions: options }).outputText);
  }
  const main = join(folder, 'writer.mjs');
  writeFileSync(main, writer);
  return main;
}

it('loses nothing that was acknowledged, and keeps no half append, when its process is killed', async () => {
  const file = join(folder, 'crash.db');
  const child = spawn(process.execPath, [compileStore(), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged === 50) child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');
  expect(acknowledged).toBeGreaterThanOrEqual(50);

  const store = await openSqlite(file, testVault);
  const events = await store.load('s1');
  expect(events.length).toBeGreaterThanOrEqual(acknowledged);
  expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 1));
  expect((await store.row('s1'))?.version).toBe(events.length);
  expect((await store.outboxCounts()).pending).toBe(events.length);
  expect(await store.text(`t${events.length - 1}`)).toBe('tekst');
  expect(await store.text(`t${events.length}`)).toBeUndefined();
  await store.close();
});
