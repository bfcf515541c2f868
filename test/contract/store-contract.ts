import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/app/store-port.js';
import { accessesContract } from './store/accesses.js';
import { forgettingContract } from './store/forgetting.js';
import { leavingContract } from './store/leaving.js';
import { linksContract } from './store/links.js';
import { deadLettersContract } from './store/dead-letters.js';
import { oldCardsContract } from './store/old-cards.js';
import { outboxContract } from './store/outbox.js';
import { leasesContract } from './store/leases.js';
import { pausesContract } from './store/pauses.js';
import { peopleContract } from './store/people.js';
import { remarksContract } from './store/remarks.js';
import { streamsContract } from './store/streams.js';
import { turnsContract } from './store/turns.js';

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
    describe('leases', () => leasesContract(store));
    describe('pauses', () => pausesContract(store));
    describe('dead letters', () => deadLettersContract(store));
    describe('typed messages', () => turnsContract(store));
    describe('links to pages', () => linksContract(store));
    describe('remarks', () => remarksContract(store));
    describe('people and places', () => peopleContract(store));
    describe('cards that stand, and old ones', () => oldCardsContract(store));
    describe('forgetting', () => forgettingContract(store));
    describe('who opened what', () => accessesContract(store));
    describe('people who left', () => leavingContract(store));
  });
}
