import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './route/model.js';

/** The package's own folder, from `src/` as from `dist/`. */
export const packageRoot = fileURLToPath(new URL('../', import.meta.url));

/** Reads one file of the package; `name` is relative to its root. */
export function readSource(name: string): SourceFile {
  return { name, text: readFileSync(join(packageRoot, name), 'utf8') };
}

function readFolder(folder: string, ending: string): SourceFile[] {
  return readdirSync(join(packageRoot, folder)).filter((name) => name.endsWith(ending)).sort().map((name) => readSource(`${folder}/${name}`));
}

/** Every file that the route is made of. */
export function readRouteFiles(): SourceFile[] {
  const folders = ['dialogs', 'dialogs/feiten', 'dialogs/acties', 'dialogs/bomen', 'dialogs/regios'];
  return [...folders.flatMap((folder) => readFolder(folder, '.yaml')), readSource('knowledge/regels.yaml')];
}

/** The card templates, with their sample data. */
export function readCardFiles(): SourceFile[] {
  return readFolder('cards', '.json');
}

/** The articles, each `knowledge/artikelen/<slug>.md`. */
export function readArticleFiles(): SourceFile[] {
  return readFolder('knowledge/artikelen', '.md');
}

/** More questions for each article, from which is learned too: `knowledge/vragen/`. */
export function readSampleFiles(): SourceFile[] {
  return readFolder('knowledge/vragen', '.yaml');
}
