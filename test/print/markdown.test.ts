import { describe, expect, it } from 'vitest';
import { inMarkdown } from '../../src/print/escape.js';
import { toMarkdown } from '../../src/print/markdown.js';
import { everything } from './docs.js';

/** What a backslash takes the meaning of. */
const bare = (text: string) => text.replace(/\\[\\`*_[\]<>#|~&$^=+.):@-]/g, '');

describe('a page as Markdown', () => {
  const markdown = toMarkdown(everything);
  it('has a heading, a list and a table of our own and none of anybody else', () => {
    const lines = markdown.split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([expect.stringMatching(/^# Titel /), expect.stringMatching(/^## Kop /)]);
    expect(lines.filter((line) => line.startsWith('|'))).toHaveLength(4);
    expect(new Set(lines.filter((line) => line.startsWith('|')).map((line) => bare(line).split('|').length))).toEqual(new Set([4]));
  });
  it('holds no markup that was typed', () => {
    const typed = bare(markdown.replace(/^(#+|-) /gm, '').replace(/\*\*(.*?)\*\*:/g, '$1:').replace(/^\|.*\|$/gm, (row) => row.replaceAll(' | ', ' ').slice(1, -1)));
    expect(typed).not.toMatch(/[<>`*[\]~]/);
    expect(markdown).not.toMatch(/^(>|\+|\d+[.)]) /m);
  });
  it.each([
    ['1. eerst', '1\\. eerst'], ['- streep', '\\- streep'], ['+ plus', '\\+ plus'], ['# kop', '\\# kop'], ['a_b', 'a\\_b'],
    ['zie https://kwaad.example', 'zie https\\://kwaad.example'], ['www.kwaad.example', 'www\\.kwaad.example'], ['wie@waar.example', 'wie\\@waar.example'],
    ['a\nb', 'a b'], ['de IB’er, 3,5 (m) en 50%', 'de IB’er, 3,5 (m) en 50%'], ['$x^2$', '\\$x\\^2\\$'], ['tien - twaalf', 'tien - twaalf'],
  ])('%j becomes %j', (typed, shown) => {
    expect(inMarkdown(typed)).toBe(shown);
  });
});
