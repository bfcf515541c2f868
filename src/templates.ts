import { createRenderer, type CardRenderer } from './cards/render.js';
import { readCardFiles } from './files.js';
import { hasPrepared, keyOf, writePrepared } from './prepared.js';

/** Nothing but the fact that they were compiled: a compiled template is full of functions and can not be kept. */
const COMPILED = 'cards';

/** The card templates. Throws, naming the file, when one can not be compiled: by the build when nothing changed since, else now. */
export function openTemplates(): CardRenderer {
  const files = readCardFiles();
  return createRenderer(files, { checked: hasPrepared(COMPILED, keyOf(['cards'], files)) });
}

/** Compiles every template; part of `npm run build`. Throws, naming the file, when one can not be. */
export function prepareTemplates(): void {
  const files = readCardFiles();
  const key = keyOf(['cards'], files);
  if (hasPrepared(COMPILED, key)) return;
  createRenderer(files);
  writePrepared(COMPILED, key, true);
}
