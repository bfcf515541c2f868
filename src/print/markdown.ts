import type { Block, PrintDoc } from './doc.js';
import { inMarkdown, linesOf } from './escape.js';

/** The same page for a dossier that takes text: CommonMark with tables, every text escaped. */
export function toMarkdown({ title, subtitle, blocks }: PrintDoc): string {
  const parts = [`# ${inMarkdown(title)}`, ...(subtitle === '' ? [] : [inMarkdown(subtitle)]), ...blocks.flatMap(blockMarkdown)];
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading': return [`## ${inMarkdown(block.text)}`];
    case 'paragraph': return [withBreaks(block.text)];
    case 'facts': return block.facts.length === 0 ? [] : [block.facts.map(({ title, value }) => `- **${inMarkdown(title)}**: ${inOne(value)}`).join('\n')];
    case 'list': return block.items.length === 0 ? [] : [block.items.map((item) => `- ${inOne(item)}`).join('\n')];
    case 'table': return tableMarkdown(block);
    case 'line': return [`${inMarkdown(block.label)} \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_`];
  }
}

function tableMarkdown({ caption, head, rows }: Extract<Block, { kind: 'table' }>): readonly string[] {
  if (rows.length === 0) return [];
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => (cell === '' ? ' ' : inOne(cell))).join(' | ')} |`;
  const table = [row(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(row)].join('\n');
  return caption === '' ? [table] : [inMarkdown(caption), table];
}

/** Lines after one another in a paragraph; each is escaped as a line of its own. */
function withBreaks(text: string): string {
  return linesOf(text).map((one) => inMarkdown(one)).join('\\\n').replace(/\\\n\\\n/g, '\n\n');
}

/** In a list or a cell there is no room for a second line. */
function inOne(text: string): string {
  return linesOf(text).filter((one) => one !== '').map((one) => inMarkdown(one)).join(' / ');
}
