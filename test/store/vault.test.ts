import fc from 'fast-check';
import { expect, describe, it } from 'vitest';
import { createVault, DoesNotOpen } from '../../src/store/vault.js';
import { keyFault, keyFaults } from '../../src/wrapping-key.js';
import { testKey } from '../support/vault.js';

const vault = createVault({ key: testKey() });
const key = vault.newKey('c-1');
const sealed = vault.seal('c-1', key, 't-1', 'Moeder belt maandag');

/** The same text with one character changed. */
const changed = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('the vault', () => {
  it('opens whatever it sealed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (body) => { expect(vault.open('c-1', key, 't', vault.seal('c-1', key, 't', body))).toBe(body); }));
  });
  it('never seals the same twice the same, and shows nothing of it', () => {
    expect(vault.seal('c-1', key, 't-1', 'Moeder belt maandag')).not.toBe(sealed);
    expect(sealed).not.toContain('oeder');
    expect(sealed).toMatch(/^t1\.[\w-]+$/);
  });
  it('does not open a text that was moved to another id or another stream', () => {
    expect(() => vault.open('c-1', key, 't-2', sealed)).toThrow(DoesNotOpen);
    expect(() => vault.open('c-2', key, 't-1', sealed)).toThrow(DoesNotOpen);
    // Nor a key that was.
    expect(() => vault.open('c-2', vault.newKey('c-2'), 't-1', sealed)).toThrow(DoesNotOpen);
    expect(() => { createVault({ key: testKey() }).tryKey('c-2', key); }).toThrow(DoesNotOpen);
  });
  it('notices every change', () => {
    // The last character may hold bits that mean nothing.
    for (let at = 0; at < sealed.length - 1; at += 1) expect(() => vault.open('c-1', key, 't-1', changed(sealed, at)), String(at)).toThrow(DoesNotOpen);
    for (const other of ['', 't1.', 't9.' + sealed.slice(3), 'Moeder belt maandag', sealed.slice(0, -8)]) expect(() => vault.open('c-1', key, 't-1', other)).toThrow(DoesNotOpen);
    const fresh = createVault({ key: testKey() });
    for (let at = 0; at < key.wrapped.length - 1; at += 1) expect(() => { fresh.tryKey('c-1', { ...key, wrapped: changed(key.wrapped, at) }); }, String(at)).toThrow(DoesNotOpen);
  });
  it('opens with no other key, and says which one it was without showing it', () => {
    const other = createVault({ key: testKey('other') });
    expect(() => other.open('c-1', key, 't-1', sealed)).toThrow(vault.fingerprint);
    expect(() => other.open('c-1', { ...key, wrappedBy: other.fingerprint }, 't-1', sealed)).toThrow(DoesNotOpen);
    expect(vault.fingerprint).toMatch(/^[0-9a-f]{12}$/);
    expect(testKey()).not.toContain(vault.fingerprint);
  });
  it('opens what the key before wrapped, and wraps it anew for the text that stays as it is', () => {
    const both = createVault({ key: testKey('next'), oldKey: testKey() });
    expect(both.open('c-1', key, 't-1', sealed)).toBe('Moeder belt maandag');
    const anew = both.rewrap('c-1', key);
    expect(anew.wrappedBy).toBe(both.fingerprint);
    expect(createVault({ key: testKey('next') }).open('c-1', anew, 't-1', sealed)).toBe('Moeder belt maandag');
    expect(() => vault.open('c-1', anew, 't-1', sealed)).toThrow(DoesNotOpen);
  });
  it('keeps no key in mind for a stream that began again with another', () => {
    const again = vault.newKey('c-1');
    expect(vault.open('c-1', again, 't-1', vault.seal('c-1', again, 't-1', 'nieuw'))).toBe('nieuw');
    expect(() => vault.open('c-1', again, 't-1', sealed)).toThrow(DoesNotOpen);
    expect(vault.open('c-1', key, 't-1', sealed)).toBe('Moeder belt maandag');
  });
});

describe('the key of the environment', () => {
  it.each([
    ['', 'must be 32 bytes'], ['geheim', 'must be 32 bytes'], [Buffer.alloc(31, 1).toString('base64'), 'must be 32 bytes'], [Buffer.alloc(33, 1).toString('base64'), 'must be 32 bytes'],
    [`${testKey()} `, 'must be 32 bytes'], [testKey().slice(0, -1), 'must be 32 bytes'], [Buffer.alloc(32).toString('base64'), 'all its bytes are the same'],
  ])('%j is none', (text, why) => {
    const fault = keyFault('ROUTEWIJZER_KEY', text) ?? '';
    expect(fault).toContain(why);
    if (text.length > 10) expect(fault).not.toContain(text.trim());
  });
  it('is needed outside local mode, and may be left out in it', () => {
    expect(keyFaults({ key: undefined, oldKey: undefined, local: false })).toEqual([expect.stringContaining('ROUTEWIJZER_KEY: needed')]);
    expect(keyFaults({ key: undefined, oldKey: undefined, local: true })).toEqual([]);
    expect(keyFaults({ key: testKey(), oldKey: testKey('before'), local: false })).toEqual([]);
    expect(keyFaults({ key: 'x', oldKey: 'y', local: true })).toEqual([expect.stringMatching(/^ROUTEWIJZER_KEY:/), expect.stringMatching(/^ROUTEWIJZER_KEY_OLD:/)]);
  });
});
