import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MADE_BY } from './tables.js';

/** Writes a file for each tree, and removes the tables of trees that are gone. Gives how many were written. */
export function writeTables(folder: string, tables: ReadonlyMap<string, string>): number {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.md') && !tables.has(name.slice(0, -'.md'.length)) && readFileSync(path, 'utf8').includes(MADE_BY)) rmSync(path);
  }
  for (const [tree, text] of tables) writeFileSync(join(folder, `${tree}.md`), text);
  return tables.size;
}
