import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeButton, OPENS_DIALOG, parseButton } from '../../src/cards/button.js';

const key = fc.stringMatching(/^[a-z][a-zA-Z-]{0,20}$/).filter((name) => !['v', 'verb', 'ref', 'seen', 'msteams'].includes(name));
const fields = fc.dictionary(key, fc.string({ maxLength: 200 }), { maxKeys: 6, noNullPrototype: true });

describe('a button', () => {
  it('comes back from a click as it was encoded, with what the person typed', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ maxLength: 64 }), fc.nat(), fields, fields, (verb, ref, seen, own, typed) => {
      const clicked: unknown = JSON.parse(JSON.stringify({ ...typed, ...encodeButton(verb, ref, seen, own) }));
      const parsed = parseButton(clicked);
      expect(parsed).toMatchObject({ verb, ref, seen });
      expect({ ...parsed?.fields }).toEqual({ ...typed, ...own });
    }));
  });

  it('that we cannot have made is refused, and never breaks anything', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => { expect(parseButton(json)).toBeUndefined(); }));
    for (const data of [undefined, null, 1, 'x', [], { v: 2, verb: 'answer', ref: '', seen: 0 }, { ...encodeButton('a', '', 0), seen: -1 },
      { ...encodeButton('a', '', 0), extra: { nested: true } }, { ...encodeButton('a', '', 0), extra: 'x'.repeat(2001) }]) {
      expect(parseButton(data)).toBeUndefined();
    }
  });

  it('may carry any JSON besides its own, and then is parsed or refused but never thrown over', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (extra) => {
      const parsed = parseButton(JSON.parse(JSON.stringify({ ...extra, ...encodeButton('answer', 'abc', 3) })));
      if (parsed) for (const value of Object.values(parsed.fields)) expect(typeof value).toBe('string');
    }));
  });

  it('that opens a dialog is parsed without Teams\' own mark', () => {
    const data = { ...encodeButton('show', 'c-1', 3, { view: 'consent' }), msteams: OPENS_DIALOG };
    expect(parseButton(data)).toEqual(parseButton(encodeButton('show', 'c-1', 3, { view: 'consent' })));
  });

  it('gives no access to what every object inherits', () => {
    const parsed = parseButton(JSON.parse('{"v":1,"verb":"answer","ref":"abc","seen":3,"fact":"stand"}'));
    expect(parsed && Object.getPrototypeOf(parsed.fields)).toBeNull();
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) expect(parsed?.fields[name]).toBeUndefined();
    parseButton(JSON.parse('{"v":1,"verb":"answer","ref":"abc","seen":3,"__proto__":"x","constructor":"y"}'));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(parseButton(JSON.parse('{"v":1,"verb":"answer","ref":"abc","seen":3,"__proto__":{"polluted":"x"}}'))?.fields['polluted']).toBeUndefined();
  });
});
