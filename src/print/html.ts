import { BOX, type Block, type PrintDoc } from './doc.js';
import { inHtml, linesOf } from './escape.js';

/**
 * For A4 and for a screen: large type, no colour that carries meaning, nothing cut in two by a page's end.
 * Everything is in the page itself: it asks nothing of any other place.
 */
const STYLE = `
@page { size: A4; margin: 18mm 16mm; }
html { font: 17px/1.55 Arial, Helvetica, sans-serif; color: #000; background: #fff; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 1.75rem 0 .5rem; break-after: avoid; }
.subtitle { margin: 0 0 1.25rem; }
p, ul, dl, table { margin: 0 0 .9rem; }
ul { padding-left: 1.4rem; }
li { margin-bottom: .35rem; break-inside: avoid; }
dt { font-weight: bold; }
dd { margin: 0 0 .6rem; white-space: pre-line; break-after: auto; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding-bottom: .35rem; }
th:first-child, td:first-child { min-width: 6.2rem; }
th, td { border: 1px solid #595959; padding: .4rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr, .line { break-inside: avoid; }
.line { display: flex; gap: .6rem; align-items: flex-end; min-height: 2.6rem; margin: 0 0 .6rem; }
.boxes { list-style: none; padding-left: 0; }
.line .rule { flex: 1; border-bottom: 1px solid #000; }
@media print { html { font-size: 12.5pt; } body { max-width: none; padding: 0; } }
`;

/** A whole page, in Dutch, without scripts and without anything from elsewhere. Every text in it is escaped. */
export function toHtml({ title, subtitle, blocks }: PrintDoc): string {
  return page(title, [
    `<h1>${inHtml(title)}</h1>`,
    ...(subtitle === '' ? [] : [`<p class="subtitle">${inHtml(subtitle)}</p>`]),
    ...blocks.flatMap(blockHtml),
  ]);
}

function page(title: string, body: readonly string[]): string {
  return [
    '<!DOCTYPE html>', '<html lang="nl">', '<head>', '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">', '<meta name="robots" content="noindex, nofollow">',
    '<meta name="referrer" content="no-referrer">', `<title>${inHtml(title)}</title>`, `<style>${STYLE}</style>`,
    '</head>', '<body>', '<main>', ...body, '</main>', '</body>', '</html>', '',
  ].join('\n');
}

function blockHtml(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading': return [`<h2>${inHtml(block.text)}</h2>`];
    case 'paragraph': return [`<p>${withBreaks(block.text)}</p>`];
    case 'facts': return block.facts.length === 0 ? [] : ['<dl>', ...block.facts.map(({ title, value }) => `<dt>${inHtml(title)}</dt><dd>${withBreaks(value)}</dd>`), '</dl>'];
    case 'list': return block.items.length === 0 ? [] : [block.items.every((item) => item.startsWith(BOX)) ? '<ul class="boxes">' : '<ul>', ...block.items.map((item) => `<li>${withBreaks(item)}</li>`), '</ul>'];
    case 'table': return tableHtml(block);
    case 'line': return [`<div class="line"><span>${inHtml(block.label)}</span><span class="rule"></span></div>`];
  }
}

function tableHtml({ caption, head, rows }: Extract<Block, { kind: 'table' }>): readonly string[] {
  if (rows.length === 0) return [];
  return [
    '<table>', ...(caption === '' ? [] : [`<caption>${inHtml(caption)}</caption>`]),
    `<thead><tr>${head.map((cell) => `<th scope="col">${inHtml(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>', ...rows.map((row) => `<tr>${row.map((cell) => `<td>${withBreaks(cell)}</td>`).join('')}</tr>`), '</tbody>', '</table>',
  ];
}

function withBreaks(text: string): string {
  return linesOf(text).map(inHtml).join('<br>');
}
