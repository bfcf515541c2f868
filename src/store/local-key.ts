import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES, keyFault } from '../wrapping-key.js';
import { createVault, type Vault, type VaultOptions } from './vault.js';

const FILE = 'local.key';

export interface KeysGiven {
  /** ROUTEWIJZER_KEY; undefined is allowed in local mode only. */
  readonly key: string | undefined;
  readonly oldKey: string | undefined;
  /** Folder of the database. */
  readonly data: string;
  readonly local: boolean;
}

/**
 * The vault of a configuration. In local mode without a key one is made once and kept beside the database, so that a
 * demonstration is encrypted too. Throws when there is no key at all, or when that file holds none.
 */
export function vaultFor({ key, oldKey, data, local }: KeysGiven, more: Pick<VaultOptions, 'lenient' | 'onSealed'> = {}): Vault {
  if (key === undefined && !local) throw new Error('ROUTEWIJZER_KEY: needed with MicrosoftAppId');
  return createVault({ key: key ?? localKey(data), oldKey, ...more });
}

/** The key in the folder of the database, made when there is none; readable by the account that runs the bot alone. */
export function localKey(folder: string): string {
  const file = join(folder, FILE);
  if (!existsSync(file)) makeKey(folder, file);
  const key = readFileSync(file, 'utf8').trim();
  const fault = keyFault(file, key);
  if (fault !== undefined) throw new Error(fault);
  return key;
}

/** Whole or not at all, and never over a key that is there: what that one sealed would be lost. */
function makeKey(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const open = openSync(draft, 'wx', 0o600);
  try {
    writeSync(open, `${newKey()}\n`);
    fsyncSync(open);
    linkSync(draft, file);
  } catch (error) {
    // Another process was first.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  } finally {
    closeSync(open);
    rmSync(draft, { force: true });
  }
}

/** A fresh wrapping key: 32 random bytes in base64. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}
