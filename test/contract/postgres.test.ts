import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/app/store-port.js';
import { openPostgres } from '../../src/store/postgres.js';
import { freshDatabase, type TestDatabase } from '../support/postgres.js';
import { testVault } from '../support/vault.js';
import { storeContract } from './store-contract.js';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await freshDatabase();
  store = await openPostgres(database.url, testVault);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

// Opening takes longer than all that is tested: it is emptied for each test instead.
storeContract('the store on PostgreSQL', async () => {
  await database.empty();
  return { ...store, close: () => Promise.resolve() };
});
