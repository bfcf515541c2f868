import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, PrintDoc } from '../../src/print/doc.js';
import { toHtml } from '../../src/print/html.js';
import { everything, NASTY, readHtml } from './docs.js';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(NASTY, '', ' ', '\n\n\n', '</main></body>', '-->', ']]>', '\u202Eomgekeerd', '\0'));
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((one): Block => ({ kind: 'heading', text: one })), text.map((one): Block => ({ kind: 'paragraph', text: one })), text.map((label): Block => ({ kind: 'line', label })),
  fc.array(fc.record({ title: text, value: text }), { maxLength: 3 }).map((facts): Block => ({ kind: 'facts', facts })),
  fc.array(text, { maxLength: 3 }).map((items): Block => ({ kind: 'list', items })),
  fc.array(fc.tuple(text, text), { maxLength: 3 }).map((rows): Block => ({ kind: 'table', caption: '', head: ['a', 'b'], rows })),
);
const doc: fc.Arbitrary<PrintDoc> = fc.record({ title: text, subtitle: text, blocks: fc.array(block, { maxLength: 6 }) });

describe('a page as HTML', () => {
  it('is a whole Dutch page on its own: no scripts, nothing from elsewhere', () => {
    const html = toHtml(everything);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="nl">/);
    expect(html).toMatch(/<title>Titel /);
    expect(html).toMatch(/@page \{ size: A4/);
    expect(html).toMatch(/<th scope="col">/);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|javascript:alert\(1\)"|https?:/i);
  });
  it('reads as it was typed, and is nothing but text', () => {
    const seen = readHtml(toHtml(everything));
    expect(seen.split(NASTY).length - 1).toBe(12);
    expect(seen).toContain('# geen kop');
  });
  it('is well formed whatever was typed', () => {
    fc.assert(fc.property(doc, (any) => { expect(() => readHtml(toHtml(any))).not.toThrow(); }), { numRuns: 300 });
  });
  it('holds nothing that is not there to be read', () => {
    const hidden = /[\0\u0007\u202E\u2066\uE000\u200F]/;
    expect(toHtml({ title: 'a\0b\u202Ec\u2066d\uE000e\u0007f', subtitle: '\u200Fx', blocks: [] })).not.toMatch(hidden);
  });
  it('leaves out what is empty', () => {
    const html = toHtml({ title: 'T', subtitle: '', blocks: [{ kind: 'facts', facts: [] }, { kind: 'list', items: [] }, { kind: 'table', caption: 'c', head: ['a'], rows: [] }] });
    expect(html).not.toMatch(/<dl>|<ul>|<table>|class="subtitle"/);
  });
});

describe('the strict reader of the tests', () => {
  it.each(['<b>x</b>', '<p>x', '<p onclick="x">x</p>', '<p>a & b</p>', '<p>x</div>', 'buiten<p></p>'])('refuses %s', (body) => {
    expect(() => readHtml(`<!DOCTYPE html>\n<html lang="nl"><head><style></style></head><body>${body}</body></html>`.replace('<html lang="nl"><head>', body.startsWith('buiten') ? 'x<html lang="nl"><head>' : '<html lang="nl"><head>'))).toThrow();
  });
});
