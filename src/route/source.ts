import { CST, Lexer, LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Node } from 'yaml';
import type { RouteFault, SourceFile } from './model.js';

/** Keys and indexes from the top of a file to a place in it. */
export type Path = readonly (string | number)[];

/** A file that could be read as YAML, with what is needed to say where in it something stands. */
export interface Source {
  readonly name: string;
  readonly raw: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Our largest file is far below this; beyond it, it is no route file. */
const LONGEST_FILE = 200_000;
/** Our files nest eight deep. The parser recurses, and can take the process down with it before anything is thrown. */
const DEEPEST_NESTING = 50;
/** Of one kind, in one file. A file that is no route file has a fault at every byte: enough is enough. */
export const MOST_FAULTS = 100;

/**
 * Reads one file as YAML. `source` is undefined when nothing in it can be used.
 * Anchors and aliases are refused: the route has no use for them, and they can blow up.
 */
export function readSource(file: SourceFile): { readonly source: Source | undefined; readonly faults: readonly RouteFault[] } {
  const whole = (message: string) => ({ source: undefined, faults: [fileFault(file.name, message)] });
  if (file.text.length > LONGEST_FILE) return whole(`the file is too long; at most ${LONGEST_FILE} characters`);
  const deep = tooDeep(file.text);
  if (deep !== undefined) return { source: undefined, faults: [{ ...fileFault(file.name, `nested more than ${DEEPEST_NESTING} deep`), line: deep }] };
  try {
    const lines = new LineCounter();
    // Duplicate keys are found below: the library compares every pair of keys.
    const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
    const wrong = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS).map((error): RouteFault => ({
      file: file.name, line: lineAt(lines, error.pos[0]), node: undefined, field: undefined, message: `not valid YAML: ${error.message}`,
    }));
    if (wrong.length > 0) return { source: undefined, faults: wrong };
    const bare: Source = { name: file.name, raw: undefined, document, lines };
    const { faults, usable } = refusedYaml(bare);
    if (!usable) return { source: undefined, faults };
    const raw: unknown = document.toJS();
    if (raw === null || raw === undefined) return whole('the file is empty');
    return { source: { ...bare, raw }, faults };
  } catch (error) {
    // In case something nests in a way that was not foreseen.
    if (error instanceof RangeError) return whole('nested too deeply');
    throw error;
  }
}

/** A fault that concerns a file as a whole, or a file that is not there. */
export function fileFault(file: string, message: string): RouteFault {
  return { file, line: 1, node: undefined, field: undefined, message };
}

/** A fault at a path in a file; where the path ends early, at the last node that is there. */
export function faultAt(source: Source, path: Path, message: string, on: 'key' | 'value' = 'value'): RouteFault {
  const item = itemOf(source.document, path);
  return {
    file: source.name, line: lineOf(source, path, on), node: item.node,
    field: fieldName(path.slice(item.depth)), message,
  };
}

/** The 1-based line of the value (or key) at a path. */
export function lineOf(source: Source, path: Path, on: 'key' | 'value' = 'value'): number {
  const { key, value } = locate(source.document, path);
  const empty = value === undefined || (isScalar(value) && value.value === null);
  const node = (on === 'key' || empty) && key !== undefined ? key : value;
  return lineAt(source.lines, node?.range?.[0] ?? 0);
}

/** A value as it may be shown in a message. */
export function shown(value: string): string {
  return `'${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`;
}

/** The line on which the nesting gets too deep, if it does. Tokens only: the lexer does not recurse. */
function tooDeep(text: string): number | undefined {
  let line = 1;
  let flow = 0;
  let block = 0;
  let indent = 0;
  let fresh = true;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'flow-seq-start' || type === 'flow-map-start') flow += 1;
    else if (type === 'flow-seq-end' || type === 'flow-map-end') flow -= 1;
    else if (flow === 0 && (type === 'seq-item-ind' || type === 'explicit-key-ind' || type === 'map-value-ind')) block += 1;
    else if (fresh && type === 'space') indent = token.length;
    // Each level of a block stands at least a column further, or on the same line after a mark of its own.
    if (flow > DEEPEST_NESTING || block > DEEPEST_NESTING || (flow === 0 && indent > 4 * DEEPEST_NESTING)) return line;
    fresh = type === 'newline';
    if (fresh) block = indent = 0;
    line += token.split('\n').length - 1;
  }
  return undefined;
}

function lineAt(lines: LineCounter, offset: number): number {
  return Math.max(1, lines.linePos(offset).line);
}

function locate(document: Document, path: Path): { key: Node | undefined; value: Node | undefined } {
  let key: Node | undefined;
  let value: Node | undefined = document.contents ?? undefined;
  for (const part of path) {
    if (isMap(value)) {
      const pair = value.items.find((each) => keyText(each.key) === String(part));
      if (pair === undefined) break;
      key = pair.key as Node;
      value = (pair.value ?? undefined) as Node | undefined;
    } else if (isSeq(value) && typeof part === 'number' && value.items[part] !== undefined) {
      key = undefined;
      value = value.items[part] as Node;
    } else break;
  }
  return { key, value };
}

/** The item of a list at the top of the file in which the path lies, else the file's own id (a tree, a region). */
function itemOf(document: Document, path: Path): { node: string | undefined; depth: number } {
  if (path.length >= 2 && typeof path[1] === 'number') {
    const { value } = locate(document, path.slice(0, 2));
    const id = isMap(value) ? value.get('id') : undefined;
    return { node: typeof id === 'string' ? id : undefined, depth: typeof id === 'string' ? 2 : 0 };
  }
  const top = document.contents;
  const id = isMap(top) ? top.get('tree') ?? top.get('region') : undefined;
  return { node: typeof id === 'string' ? id : undefined, depth: 0 };
}

function fieldName(path: Path): string | undefined {
  if (path.length === 0) return undefined;
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** What YAML allows and the route does not: aliases, a key twice, a key that would reach into a prototype. */
function refusedYaml(source: Source): { faults: RouteFault[]; usable: boolean } {
  const faults: RouteFault[] = [];
  let usable = true;
  visit(source.document, {
    Alias(_, node, ancestors) {
      usable = false;
      if (faults.length < MOST_FAULTS) faults.push(faultAt(source, pathOf([...ancestors, node]), 'aliases are not allowed; write it out'));
    },
    Map(_, map, ancestors) {
      const seen = new Set<string>();
      for (const pair of map.items) {
        const name = keyText(pair.key);
        const refuse = (message: string) => {
          if (faults.length >= MOST_FAULTS) return;
          const fault = faultAt(source, [...pathOf([...ancestors, map]), name], message, 'key');
          const offset = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
          faults.push(offset === undefined ? fault : { ...fault, line: lineAt(source.lines, offset) });
        };
        if (!isScalar(pair.key)) {
          usable = false;
          refuse('a key must be a word');
        }
        if (name === '__proto__') refuse("the key '__proto__' is not allowed");
        if (seen.has(name)) refuse(`the key ${shown(name)} stands here twice`);
        seen.add(name);
      }
    },
  });
  return { faults, usable };
}

function pathOf(ancestors: readonly unknown[]): Path {
  const path: (string | number)[] = [];
  ancestors.forEach((each, index) => {
    const child = ancestors[index + 1];
    if (isPair(each)) path.push(keyText(each.key));
    else if (isSeq(each) && (isMap(child) || isSeq(child) || isScalar(child) || isAlias(child))) path.push(each.items.indexOf(child));
  });
  return path;
}
