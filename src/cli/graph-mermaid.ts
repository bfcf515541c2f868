import type { Picture, PictureNode } from '../route/picture.js';
import { HERE } from './graph-boxes.js';

/** Before and after the words of a box, by its kind. */
const SHAPES: Readonly<Record<PictureNode['kind'], readonly [open: string, close: string]>> = {
  entry: ['(["', '"])'], flow: ['("', '")'], exit: ['["', '"]'], question: ['{{"', '"}}'], outcome: ['["', '"]'], jump: ['[["', '"]]'],
};

/** The picture as Mermaid text, for a page that draws it itself. Words that explain are left out: it shows what leads to what. */
export function mermaidOf(picture: Picture): string {
  const ids = new Map(picture.nodes.map(({ id }, index) => [id, `n${String(index + 1)}`]));
  const isTree = picture.nodes.some((node) => node.kind === 'question');
  return [
    '---', `title: ${quoted(picture.title)}`, '---', `flowchart ${isTree ? 'LR' : 'TD'}`,
    `  accTitle: ${plain(picture.title)}`, `  accDescr: ${plain(picture.description)}`,
    ...picture.nodes.map((node) => `  ${ids.get(node.id) ?? ''}${wordsOf(node)}${node.here ? ':::hier' : node.danger ? ':::gevaar' : ''}`),
    ...picture.edges.map(({ from, to, label }) => `  ${ids.get(from) ?? ''} -->${label === '' ? '' : `|"${escaped(label)}"|`} ${ids.get(to) ?? ''}`),
    ...(picture.nodes.some((node) => node.here) ? ['  classDef hier stroke:#8a4b00,stroke-width:4px'] : []),
    ...(picture.nodes.some((node) => node.danger) ? ['  classDef gevaar stroke:#a1262d,stroke-width:2px'] : []),
    '',
  ].join('\n');
}

function wordsOf({ kind, label, roles, here }: PictureNode): string {
  const [open, close] = SHAPES[kind];
  const who = roles.length === 0 || kind !== 'outcome' ? [] : [`Aan zet: ${roles.join(', ')}`];
  return open + [...(here ? [HERE] : []), label, ...who].map(escaped).join('<br/>') + close;
}

/** Mermaid reads quotes, brackets and markup in words; as entities they are words. */
function escaped(text: string): string {
  return plain(text).replace(/["#&;<>`|\\]/g, (sign) => `#${String(sign.charCodeAt(0))};`);
}

function quoted(text: string): string {
  return JSON.stringify(plain(text));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The page in the repository that shows the stroomschema where an SVG can not be read: as Mermaid, and block by block in words. */
export function mermaidPage(picture: Picture): string {
  return [
    `# ${picture.title}`, '',
    'Deze bladzijde en `stroomschema.svg` komen uit `dialogs/schema.yaml`. Verander ze niet met de hand.', '',
    '```mermaid', mermaidOf(picture).trimEnd(), '```', '',
    ...picture.nodes.flatMap(({ label, text, roles }) => [`- **${label}.** ${text}${roles.length === 0 ? '' : ` *Wie: ${roles.join(', ')}.*`}`]), '',
  ].join('\n');
}
