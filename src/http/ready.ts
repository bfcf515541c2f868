import type { Route } from './routes.js';
import { sendJson } from './answer.js';

/** What must be well for this process to get work. */
export interface ReadyChecks {
  /** Asks the store something small; rejects when it does not answer. */
  store(): Promise<unknown>;
  /** Milliseconds since delivery gave a sign of life. */
  deliverySilentMs(): number;
  /** Has the process been told to end? */
  stopping(): boolean;
}

/** Delivery looks around every second; one send may take ten, and a round that waits for a lock a few more. */
const LONGEST_SILENCE_MS = 30_000;
/** Who asks whether we are ready does not wait long. */
const STORE_WITHIN_MS = 2_000;

/** GET /readyz: 200 with `{ready: true, failed: []}`, else 503 with the names of the checks that failed. */
export function readyRoute(checks: ReadyChecks): Route {
  return async (_req, res) => {
    const failed = [
      ...(await storeAnswers(checks) ? [] : ['store']),
      ...(checks.deliverySilentMs() > LONGEST_SILENCE_MS ? ['delivery'] : []),
      ...(checks.stopping() ? ['stopping'] : []),
    ];
    sendJson(res, failed.length === 0 ? 200 : 503, { ready: failed.length === 0, failed });
  };
}

function storeAnswers(checks: ReadyChecks): Promise<boolean> {
  // One that is closing is asked nothing any more.
  if (checks.stopping()) return Promise.resolve(true);
  const late = new Promise<boolean>((resolve) => {
    AbortSignal.timeout(STORE_WITHIN_MS).addEventListener('abort', () => { resolve(false); }, { once: true });
  });
  return Promise.race([checks.store().then(() => true, () => false), late]);
}
