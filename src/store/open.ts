import type { Store } from '../app/store-port.js';
import { openPostgres, type PostgresOptions } from './postgres.js';
import { openSqlite } from './sqlite.js';
import type { Vault } from './vault.js';

export interface WhereStored {
  /** postgres://…; undefined: the file. */
  readonly databaseUrl: string | undefined;
  /** The SQLite file. */
  readonly file: string;
}

/** Opens the store where the configuration says, and brings its tables up to date. Throws with the name of the place. */
export function openStore({ databaseUrl, file }: WhereStored, vault: Vault, options: PostgresOptions = {}): Promise<Store> {
  return databaseUrl === undefined ? openSqlite(file, vault) : openPostgres(databaseUrl, vault, options);
}
