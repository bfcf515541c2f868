import { createHash } from 'node:crypto';
import { createVault } from '../../src/store/vault.js';

/** A key for tests, by name: always the same, and good for nothing else. */
export function testKey(name = 'today'): string {
  return createHash('sha256').update(`a key for tests: ${name}`).digest('base64');
}

/** The vault that tests open their stores with. */
export const testVault = createVault({ key: testKey() });
