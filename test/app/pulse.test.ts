import { describe, expect, it } from 'vitest';
import { createPulse } from '../../src/app/pulse.js';

/** Work that waits until it is let go. */
function slow() {
  const open: (() => void)[] = [];
  let runs = 0;
  let busy = 0;
  let most = 0;
  return {
    work: async () => {
      runs += 1;
      busy += 1;
      most = Math.max(most, busy);
      await new Promise<void>((resolve) => { open.push(resolve); });
      busy -= 1;
    },
    letGo: async () => { open.shift()?.(); await turns(); },
    runs: () => runs,
    most: () => most,
  };
}
const turns = async () => { for (let i = 0; i < 10; i += 1) await Promise.resolve(); };
const noFault = (error: unknown) => { throw error; };

describe('a pulse', () => {
  it('works once for many wishes that come before it begins', async () => {
    const { work, runs, letGo } = slow();
    const pulse = createPulse(work, noFault);
    pulse.wake(); pulse.wake(); pulse.wake();
    await turns();
    // The later wishes came while it was on its way: it looks once more.
    await letGo();
    await letGo();
    await pulse.stop();
    expect(runs()).toBeLessThanOrEqual(2);
  });
  it('a wish that comes while it works makes it work once more, never twice at a time', async () => {
    const { work, runs, most, letGo } = slow();
    const pulse = createPulse(work, noFault);
    pulse.wake();
    await turns();
    pulse.wake(); pulse.wake();
    await letGo();
    expect(runs()).toBe(2);
    await letGo();
    await turns();
    expect(runs()).toBe(2);
    expect(most()).toBe(1);
  });
  it('does not work inside the turn that wakes it', () => {
    const { work, runs } = slow();
    createPulse(work, noFault).wake();
    expect(runs()).toBe(0);
  });
  it('goes on after a fault', async () => {
    const faults: unknown[] = [];
    let runs = 0;
    const pulse = createPulse(() => { runs += 1; return runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve(); }, (error) => faults.push(error));
    await pulse.drain();
    await pulse.drain();
    expect(runs).toBe(2);
    expect(faults).toHaveLength(1);
  });
  it('draining waits for a run that began after it was asked', async () => {
    const { work, runs, letGo } = slow();
    const pulse = createPulse(work, noFault);
    pulse.wake();
    await turns();
    let drained = false;
    const draining = pulse.drain().then(() => { drained = true; });
    await letGo();
    expect([runs(), drained]).toEqual([2, false]);
    await letGo();
    await draining;
    expect(drained).toBe(true);
  });
  it('tells a run when it is woken meanwhile, and when it should stop', async () => {
    const heard: string[] = [];
    const pulse = createPulse(async (run) => {
      heard.push('begun');
      await run.woken();
      heard.push(run.stopping() ? 'stopping' : 'woken');
    }, noFault);
    pulse.wake();
    await turns();
    expect(heard).toEqual(['begun']);
    pulse.wake();
    await turns();
    expect(heard).toEqual(['begun', 'woken', 'begun']);
    await pulse.stop();
    expect(heard).toEqual(['begun', 'woken', 'begun', 'stopping']);
  });
  it('stops after the present run, and does not begin again', async () => {
    const { work, runs, letGo } = slow();
    const pulse = createPulse(work, noFault);
    pulse.wake();
    await turns();
    pulse.wake();
    const stopping = pulse.stop();
    await letGo();
    await stopping;
    pulse.wake();
    await pulse.drain();
    expect(runs()).toBe(1);
  });
});
