import type { Config } from './config.js';
import { errorFacts } from './log.js';

/**
 * Why the process can not start, as a sentence for who runs it, where the surroundings are at fault: the port, the folder, the
 * database. Undefined for anything else. Names no password.
 */
export function startSentence(error: unknown, config: Pick<Config, 'host' | 'port' | 'data' | 'databaseUrl'>): string | undefined {
  const { code } = errorFacts(error);
  if (typeof code !== 'string') return undefined;
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') return listening(code, config);
  return config.databaseUrl === undefined ? folder(code, config.data) : database(code, config.databaseUrl);
}

function listening(code: string, { host, port }: Pick<Config, 'host' | 'port'>): string | undefined {
  switch (code) {
    case 'EADDRINUSE': return `PORT: ${String(port)} on ${host} is in use by another process`;
    case 'EACCES': return `PORT: this account may not listen on ${String(port)}; choose one above 1023`;
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return `HOST: ${host} is no address of this machine`;
    default: return undefined;
  }
}

const FOLDER: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there', EPERM: 'this account may not write there', SQLITE_CANTOPEN: 'the database in it can not be opened; may this account write there?',
  EROFS: 'the disk is read-only', SQLITE_READONLY: 'the database in it is read-only for this account',
  ENOSPC: 'the disk is full', SQLITE_FULL: 'the disk is full',
  ENOTDIR: 'is no folder', EEXIST: 'is no folder',
  SQLITE_BUSY: 'another process holds the database in it', SQLITE_LOCKED: 'another process holds the database in it',
  SQLITE_NOTADB: 'routewijzer.sqlite in it is no database', SQLITE_CORRUPT: 'the database in it is damaged; restore a backup',
};

function folder(code: string, data: string): string | undefined {
  // SQLite has more of each kind: SQLITE_READONLY_DIRECTORY, SQLITE_CANTOPEN_ISDIR.
  const why = FOLDER[code] ?? FOLDER[code.split('_').slice(0, 2).join('_')];
  return why === undefined ? undefined : `ROUTEWIJZER_DATA: ${data}: ${why} (${code})`;
}

const DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there', ENOTFOUND: 'there is no such host', EAI_AGAIN: 'there is no such host, or names can not be looked up',
  ETIMEDOUT: 'it does not answer', EHOSTUNREACH: 'it can not be reached', ECONNRESET: 'it broke the connection off',
  '28P01': 'the user or the password is wrong', '28000': 'this user may not connect', '3D000': 'there is no such database',
  '42501': 'this user may not make tables', '53300': 'it has no connections left', '57P03': 'it is starting up or shutting down', '53100': 'its disk is full',
};

function database(code: string, url: string): string | undefined {
  const why = DATABASE[code];
  const { host, pathname } = new URL(url);
  return why === undefined ? undefined : `DATABASE_URL: ${host}${pathname}: ${why} (${code})`;
}
