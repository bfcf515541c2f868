// The package's own entry drags the sources of another package into the type check; this file of it is all we use.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { once } from '../route/once.js';
import { cardSchemas, type CardData, type CardKind } from './data.js';
import { shownData } from './shown.js';
import { tidy } from './tidy.js';

export interface CardRenderer {
  /** Adaptive Card JSON of this kind. Throws on data that its schema refuses and on a placeholder left over: both are bugs. */
  render<K extends CardKind>(kind: K, data: CardData<K>): Record<string, unknown>;
}

export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Parses and compiles every template once: now, or when it is first drawn if they were compiled before (`checked`), because
 * all together take a fifth of a start. `files` are the templates of `cards/` as text, `name` ending in
 * `<kind>.json`; sample data (`<kind>.data.json`) may be among them. Throws, naming the file, when a template is
 * missing, unknown or cannot be compiled.
 */
export function createRenderer(files: readonly TemplateFile[], { checked = false } = {}): CardRenderer {
  const templates = new Map<string, () => Template>();
  for (const { name, text } of files) {
    if (name.endsWith('.data.json')) continue;
    const kind = /([^/\\]+)\.json$/.exec(name)?.[1] ?? '';
    if (!isCardKind(kind)) throw new Error(`${name}: not a card that data.ts knows`);
    const template = once(() => compile(name, text));
    if (!checked) template();
    templates.set(kind, template);
  }
  for (const kind of Object.keys(cardSchemas)) {
    if (!templates.has(kind)) throw new Error(`cards/${kind}.json: this template is missing`);
  }
  return {
    render(kind, data) {
      const template = templates.get(kind);
      if (template === undefined) throw new Error(`no template for card ${String(kind)}`);
      const shown = shownData(kind, cardSchemas[kind].parse(data));
      const card: unknown = template().expand({ $root: mapStrings(shown, hide) });
      const left = findPlaceholder(card);
      if (left !== undefined) throw new Error(`cards/${kind}.json: a placeholder was left over: ${left}`);
      return tidy(mapStrings(card, unhide) as Record<string, unknown>);
    },
  };
}

function isCardKind(kind: string): kind is CardKind {
  return Object.hasOwn(cardSchemas, kind);
}

function compile(name: string, text: string): Template {
  try {
    return new Template(JSON.parse(text));
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * A "${" that somebody typed must not look like a placeholder that the template left over: while the template is
 * expanded it wears this mark. The mark is not a character that anybody types, and `hide` takes it out of the data first.
 */
const MARK = '\uE000';
const hide = (text: string) => text.replaceAll(MARK, '').replaceAll('${', `$${MARK}{`);
const unhide = (text: string) => text.replaceAll(MARK, '');

function findPlaceholder(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  const at = text.indexOf('${');
  return at < 0 ? undefined : text.slice(at, at + 80);
}

/** A deep copy with every string mapped, so that a card shares nothing with the data it was made from. */
function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner, map)]));
}
