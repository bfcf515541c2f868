import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/**
 * For quick runs: a process that starts reads the SDKs' packages as they were compiled at the last build, because most of its start is
 * compiling them. Only packages, by the same loader and in the same order; the bot's own modules are loaded as always. The file is
 * made by `build.mjs` (`KEPT_MAKE`), belongs to one package-lock.json and one Node, and without it everything is compiled as always.
 */
const file = process.env.KEPT_PACKAGES;
const making = process.env.KEPT_MAKE === '1';
const kept = making ? { places: {}, found: {} } : read();
const compiled = new Map();

/** In the file: the length of the index, the index, and then the code of all packages. */
function read() {
  try {
    const all = readFileSync(file);
    const length = all.readUInt32LE(0);
    return { ...JSON.parse(all.toString('utf8', 4, 4 + length)), code: all.subarray(4 + length) };
  } catch {
    return { places: {}, found: {} };
  }
}

function write() {
  const places = {};
  const parts = [];
  let at = 0;
  for (const [name, script] of compiled) {
    const code = script.createCachedData();
    places[name] = [at, at + code.length];
    at += code.length;
    parts.push(code);
  }
  const index = Buffer.from(JSON.stringify({ places, found: kept.found }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  writeFileSync(`${file}.new`, Buffer.concat([length, index, ...parts]));
  renameSync(`${file}.new`, file);
}

const compile = Module.prototype._compile;
Module.prototype._compile = function keptCompile(content, name, format) {
  const place = kept.places[name];
  if ((place === undefined && !making) || format === 'module' || name.endsWith('.mjs') || !name.includes('node_modules')) return compile.call(this, content, name, format);
  const script = new Script(Module.wrap(content.replace(/^#!.*/, '')), { filename: name, ...(place === undefined ? {} : { cachedData: kept.code.subarray(...place) }) });
  if (making) compiled.set(name, script);
  const need = (id) => this.require(id);
  need.resolve = (request, options) => Module._resolveFilename(request, this, false, options);
  need.main = process.mainModule;
  need.extensions = Module._extensions;
  need.cache = Module._cache;
  return script.runInThisContext().call(this.exports, this.exports, need, this, name, dirname(name));
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function keptResolve(request, parent, isMain, options) {
  if (options !== undefined || !parent?.filename?.includes('node_modules')) return resolve.call(this, request, parent, isMain, options);
  const key = `${dirname(parent.filename)} ${request}`;
  if (kept.found[key] !== undefined) return kept.found[key];
  const found = resolve.call(this, request, parent, isMain, options);
  if (making) kept.found[key] = found;
  return found;
};

if (making) process.once('exit', write);
