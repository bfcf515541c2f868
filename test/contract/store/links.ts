import { expect, it } from 'vitest';
import type { PrintLink, Store } from '../../../src/app/store-port.js';
import { at, command } from './samples.js';

/** Links to pages that can be printed: only their hash is here. */
export function linksContract(store: () => Store): void {
  const link = (changes: Partial<PrintLink> = {}): PrintLink => ({ hash: 'h1', stream: 's1', document: 'timeline', personId: 'p-anna', expiresAt: at(30), ...changes });

  it('keeps a link to a page of a stream', async () => {
    await store().append(command());
    await store().saveLink(link());
    expect(await store().link('h1')).toEqual(link());
    expect(await store().link('h2')).toBeUndefined();
  });

  it('keeps none of a stream that is not there', async () => {
    await expect(store().saveLink(link())).rejects.toThrow();
  });

  it('removes what expired before a moment', async () => {
    await store().append(command());
    await store().saveLink(link());
    await store().saveLink(link({ hash: 'h2', expiresAt: at(31) }));
    await store().forgetLinks(at(31));
    expect(await store().link('h1')).toBeUndefined();
    expect(await store().link('h2')).toBeDefined();
  });

  it('forgets the links with their stream', async () => {
    await store().append(command());
    await store().append(command({ stream: 's2' }));
    await store().saveLink(link());
    await store().saveLink(link({ hash: 'h2', stream: 's2' }));
    await store().forget('s1');
    expect(await store().link('h1')).toBeUndefined();
    expect(await store().link('h2')).toBeDefined();
  });
}
