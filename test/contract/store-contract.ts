import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/app/store-port.js';
import { forgettingContract } from './store/forgetting.js';
import { linksContract } from './store/links.js';
import { oldCardsContract } from './store/old-cards.js';
import { outboxContract } from './store/outbox.js';
import { peopleContract } from './store/people.js';
import { remarksContract } from './store/remarks.js';
import { streamsContract } from './store/streams.js';

/** What every store promises. `open` gives a new, empty one each time; it is closed after each test. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let current: Store | undefined;
    const store = (): Store => {
      if (current === undefined) throw new Error('the store is not open');
      return current;
    };
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current?.close();
      current = undefined;
    });

    describe('streams', () => streamsContract(store));
    describe('outbox', () => outboxContract(store));
    describe('links to pages', () => linksContract(store));
    describe('remarks', () => remarksContract(store));
    describe('people and places', () => peopleContract(store));
    describe('cards that stand, and old ones', () => oldCardsContract(store));
    describe('forgetting', () => forgettingContract(store));
  });
}
