import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import { storeContract } from './store-contract.js';
import { testVault } from '../support/vault.js';

const folder = mkdtempSync(join(tmpdir(), 'routewijzer-contract-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
storeContract('the store on SQLite', () => openSqlite(join(folder, `${(files += 1)}.db`), testVault));
