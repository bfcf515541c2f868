import type { Failure } from './transactions.js';

/** SQLSTATEs, https://www.postgresql.org/docs/15/errcodes-appendix.html */
const COLLIDED = new Set(['40001', '40P01']);
/** Connection exceptions (08), ended by an operator or because the server stops or starts (57P), too many connections. */
const GONE = /^(08...|57P0[1-5]|53300)$/;

/** Is nothing known of what became of the query, and is the connection of no more use? */
export function connectionLost(error: unknown): boolean {
  const code = sqlState(error);
  return code === undefined || GONE.test(code);
}

/**
 * What a failed transaction means for whoever may try again. A time limit is final: whoever waits has waited long enough,
 * and the database is not helped with more of the same.
 */
export function failureOf(error: unknown): Failure {
  const code = sqlState(error);
  if (code !== undefined && COLLIDED.has(code)) return 'collided';
  if (error instanceof Error && /timeout/i.test(error.message)) return 'final';
  return error instanceof Error && connectionLost(error) && isOfConnection(error) ? 'lost' : 'final';
}

/** Five characters that the server gives; errors of the network have other codes, or none. */
function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'severity' in error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Errors of our own code have no code either: those are not tried again. */
function isOfConnection(error: Error): boolean {
  if (sqlState(error) !== undefined) return true;
  if ('code' in error && typeof error.code === 'string') return /^E[A-Z]+$/.test(error.code);
  return /connection (terminated|ended|error)|not queryable|socket|closed/i.test(error.message);
}
