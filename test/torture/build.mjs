import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Compiles what the harness needs, when it is not there as it stands in the sources: asking the compiler costs seconds. The seal is
 * about the content of every source and setting, and about what the compiler wrote down of its last run: somebody who compiled other
 * sources in between, or emptied dist/, breaks it.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const SEAL = 'dist/torture/seal.txt';
const PROJECTS = [{ project: 'tsconfig.json', notes: 'dist/tsconfig.tsbuildinfo' }, { project: 'test/torture/tsconfig.json', notes: 'dist/torture/tsconfig.tsbuildinfo' }];

const contentOf = (name) => (existsSync(join(root, name)) ? readFileSync(join(root, name)) : '');

function sourcesNow() {
  const hash = createHash('sha256');
  const names = ['src', 'test/torture'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json|mjs)$/.test(name)).sort().map((name) => join(folder, name)));
  for (const name of [...names, 'tsconfig.json', 'package-lock.json']) hash.update(`\0${name}\0`).update(contentOf(name));
  return hash.digest('hex');
}

const sealOf = (sources) => `${process.version} ${sources} ${PROJECTS.map(({ notes }) => createHash('sha256').update(contentOf(notes)).digest('hex')).join(' ')}`;

const node = (args, env = process.env) => new Promise((resolve) => { spawn(process.execPath, args, { stdio: 'inherit', env }).once('close', (code) => { resolve(code ?? 1); }); });

/** The projects do not need each other's output: side by side. */
const compile = ({ project }) => node([join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, project)]);

/** Loads what the bot loads, and keeps how the packages were compiled. */
const keepPackages = () => node(['--import', pathToFileURL(join(root, 'test/torture/quick-start.mjs')).href, '--input-type=module', '--eval',
  ['dist/compose.js', 'dist/http/server.js'].map((name) => `await import(${JSON.stringify(pathToFileURL(join(root, name)).href)});`).join('')],
{ ...process.env, KEPT_MAKE: '1', KEPT_PACKAGES: join(root, 'dist/torture/packages.kept') });

// Before anything is compiled: what is changed meanwhile is compiled the next time.
const sources = sourcesNow();
if (String(contentOf(SEAL)) !== sealOf(sources)) {
  // Nothing stays of a source that is gone.
  rmSync(join(root, 'dist/torture'), { recursive: true, force: true, maxRetries: 5 });
  process.exitCode = Math.max(...await Promise.all(PROJECTS.map(compile)));
  // Without it a start takes longer, no more.
  if (process.exitCode === 0 && await keepPackages() !== 0) process.stderr.write('the packages could not be kept\n');
  if (process.exitCode === 0) writeFileSync(join(root, SEAL), sealOf(sources));
}
