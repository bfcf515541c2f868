import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { packageRoot } from './files.js';
import type { SourceFile } from './route/model.js';

/**
 * What the build read and checked, kept in `dist/prepared/` so that a start need not do it once more. Each piece stands under
 * a key of everything that it was made from, the code that made it included: what does not fit any more is not there, and is
 * then read and checked in full. So nothing starts on content that was not checked.
 */

const FOLDER = join(packageRoot, 'dist', 'prepared');
/** The names are ours, or the id of a region from the environment. */
const NAME = /^[a-z0-9-]{1,80}$/;

/**
 * The key of what is made from these files.
 * @param code folders of `src` (as compiled) whose code decides what is made
 */
export function keyOf(code: readonly string[], files: readonly SourceFile[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const folder of code) hash.update(codeHash(folder));
  for (const { name, text } of files) hash.update(JSON.stringify([name, text]));
  return hash.digest('hex');
}

/** What was prepared under this name and key; undefined when there is no such thing (any more). */
export function readPrepared(name: string, key: string): unknown {
  if (!NAME.test(name)) return undefined;
  try {
    const bytes = readFileSync(join(FOLDER, `${name}.bin`));
    if (bytes.subarray(0, key.length).toString('latin1') !== key) return undefined;
    return deserialize(bytes.subarray(key.length));
  } catch {
    // Not there, broken off, or of another Node: then it is made from the files.
    return undefined;
  }
}

/** Is there something under this name and key? Reads no more than the key. */
export function hasPrepared(name: string, key: string): boolean {
  if (!NAME.test(name)) return false;
  let file: number | undefined;
  try {
    file = openSync(join(FOLDER, `${name}.bin`), 'r');
    const head = Buffer.alloc(key.length);
    return readSync(file, head) === key.length && head.toString('latin1') === key;
  } catch {
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Keeps what was prepared: whole or not at all. Throws when the value holds what cannot be kept (a function). */
export function writePrepared(name: string, key: string, value: unknown): void {
  const file = join(FOLDER, `${name}.bin`);
  mkdirSync(dirname(file), { recursive: true });
  // Builds beside each other do not write into one file.
  const fresh = `${file}.${String(process.pid)}`;
  writeFileSync(fresh, Buffer.concat([Buffer.from(key, 'latin1'), serialize(value)]));
  renameSync(fresh, file);
}

const known = new Map<string, string>();

/** Of the compiled code of a folder; run from the sources there is none, and what the build prepared fits nothing. */
function codeHash(folder: string): string {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const place = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.js')).sort()) {
    hash.update(name).update(readFileSync(place + name));
  }
  const made = hash.digest('hex');
  known.set(folder, made);
  return made;
}
