import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import type { Options } from '../torture/frame.js';
import { killRound } from '../torture/kill.js';

/** A taste of `npm run -s torture`: the harness itself works, finds nothing where nothing is wrong, and notices what is. */
function optionsFor({ onTestFinished }: Pick<TestContext, 'onTestFinished'>, more: Partial<Options> = {}): Options {
  const scratch = mkdtempSync(join(tmpdir(), 'routewijzer-torture-test-'));
  onTestFinished(() => { rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }); });
  return { quick: true, seed: 7, kills: 3, scratch, interrupted: new AbortController().signal, progress: () => undefined, ...more };
}

describe.concurrent('the torture harness', { timeout: 300_000 }, () => {
  it('kills the process while people click and terms expire, and finds everything that was acknowledged', async (context) => {
    const tally = await killRound(optionsFor(context), 1, 3);
    expect(tally.losses).toEqual([]);
    expect(tally.forbidden).toEqual([]);
    expect(tally.kills).toBeGreaterThanOrEqual(3);
    expect(tally.acknowledged).toBeGreaterThan(30);
  });

  it('notices an event that was taken out of the store behind the bot’s back', async (context) => {
    const tally = await killRound(optionsFor(context, { breakage: 'drop-event' }), 2, 0);
    expect(tally.losses).not.toEqual([]);
  });

  it('notices a timer that was taken out of the outbox', async (context) => {
    const tally = await killRound(optionsFor(context, { breakage: 'skip-outbox' }), 3, 0);
    expect(tally.losses.join('\n')).toContain('was never asked about');
  });
});
