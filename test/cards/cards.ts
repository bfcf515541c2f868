import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { cardSchemas, type CardData, type CardKind } from '../../src/cards/data.js';
import { createRenderer } from '../../src/cards/render.js';

const folder = new URL('../../cards/', import.meta.url);

export const kinds = Object.keys(cardSchemas) as CardKind[];

/** The files of `cards/` as the renderer takes them. */
export const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name: `cards/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));

export const templates = files.filter(({ name }) => !name.endsWith('.data.json'))
  .map(({ name, text }) => ({ kind: basename(name, '.json') as CardKind, text }));

export const renderer = createRenderer(files);

export function sampleOf<K extends CardKind>(kind: K): CardData<K> {
  const file = files.find(({ name }) => name === `cards/${kind}.data.json`);
  if (file === undefined) throw new Error(`no sample for ${kind}`);
  return JSON.parse(file.text) as CardData<K>;
}

/** Renders a sample with some fields changed; the type of the data is the schema's to check. */
export function renderSample(kind: CardKind, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return renderer.render(kind, { ...sampleOf(kind), ...changes } as CardData<CardKind>);
}

export type Node = Readonly<Record<string, unknown>>;

/** Every element, action and choice of a card, without the data of buttons, which is nobody's to read. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).filter(([key]) => key !== 'data').flatMap(([, item]) => nodesOf(item));
  return [value as Node, ...inner];
}

export const typed = (card: unknown, ...types: string[]) => nodesOf(card).filter((node) => types.includes(String(node['type'])));

/** All strings of a value. */
export function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}
