import type { PrintDoc } from '../../src/print/doc.js';

/** Something of every kind, with texts that try to be more than text. */
export const NASTY = '<script>alert(1)</script> & "aan" \'uit\' ${x} [klik](javascript:alert(1)) **vet** `code` <img src=x onerror=alert(1)> &lt; | cel';

export const everything: PrintDoc = {
  title: `Titel ${NASTY}`,
  subtitle: `Onder ${NASTY}`,
  blocks: [
    { kind: 'heading', text: `Kop ${NASTY}` },
    { kind: 'paragraph', text: `Eerste regel ${NASTY}\n# geen kop\n- geen lijst\n1. geen nummer\n\n> geen citaat` },
    { kind: 'facts', facts: [{ title: `Naam ${NASTY}`, value: `Waarde ${NASTY}\ntweede regel` }] },
    { kind: 'list', items: [NASTY, '+ plus', '* ster', '--- streep'] },
    { kind: 'table', caption: `Bijschrift ${NASTY}`, head: [`Kolom ${NASTY}`, 'B'], rows: [[`Cel ${NASTY}`, 'a\nb'], ['', ' ']] },
    { kind: 'line', label: `Lijn ${NASTY}` },
  ],
};

const VOID = new Set(['meta']);
const KNOWN = new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'main', 'h1', 'h2', 'p', 'br', 'ul', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'span']);

/**
 * Reads a page strictly: every tag is known, has no other attributes than ours, and is closed in order; text holds no bare
 * `<` or `&`. Gives the text that a reader sees. Throws on anything else.
 */
export function readHtml(html: string): string {
  const open: string[] = [];
  let text = '';
  const style = /<style>([^<]*)<\/style>/.exec(html);
  if (!style) throw new Error('no style');
  const rest = html.replace(/^<!DOCTYPE html>\n/, '').replace(style[0], '<style></style>');
  for (const [, closing, name = '', attributes = '', between = ''] of rest.matchAll(/<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>([^<]*)/g)) {
    if (!KNOWN.has(name)) throw new Error(`tag ${name}`);
    if (/ (on|src|href|style)/.test(attributes)) throw new Error(`attribute ${attributes}`);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else if (name === 'br') text += '\n';
    else if (!VOID.has(name)) open.push(name);
    if (/&(?!(amp|lt|gt|quot|#39);)/.test(between) || between.includes('>')) throw new Error(`bare mark in: ${between}`);
    text += between;
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  const taken = [...rest.matchAll(/<[^>]*>[^<]*/g)].map(([all]) => all).join('');
  if (taken !== rest) throw new Error('something stands outside the tags');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
