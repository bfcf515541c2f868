import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Append, AppendResult, Store } from '../../src/app/store-port.js';
import { loadCase, runCase } from '../../src/app/run-case.js';
import { actorOf } from '../../src/app/click.js';
import { caseState } from '../../src/case/evolve.js';
import { openHouse, type House } from '../support/house.js';

let house: House;
/** What the store answers to the next appends, instead of doing them. */
let conflicts: number;
let appends: number;
const racing = (store: Store): Store => ({
  ...store,
  append: (input: Append): Promise<AppendResult> => {
    appends += 1;
    if (conflicts === 0) return store.append(input);
    conflicts -= 1;
    return Promise.resolve('conflict');
  },
});

beforeEach(async () => {
  conflicts = 0;
  appends = 0;
  house = await openHouse({ store: racing });
});
afterEach(() => house.close());

const stuck = { type: 'stuck', kind: 'samenwerking', parentsKnow: true } as const;
async function say(ref: string, commandId: string) {
  return runCase(house.parts, { stream: ref, command: stuck, commandId, actor: actorOf(await house.person('juf')) });
}

describe('a command on a case', () => {
  it('leaves events and a row that say the same', async () => {
    const { ref, code } = await house.openCase('juf');
    const { loaded, refusal } = await say(ref, 'c1');
    expect(refusal).toBeUndefined();
    expect(await house.store.row(ref)).toMatchObject({ code, status: 'open', step: 'signaal', ageBand: 'onder-12', stalled: true, version: loaded?.version });
    expect(loaded?.state).toEqual(caseState(loaded?.events ?? []));
  });
  it.each([1, 2])('is decided anew when somebody else was first (%i times)', async (times) => {
    const { ref } = await house.openCase('juf');
    conflicts = times;
    appends = 0;
    expect((await say(ref, 'c1')).refusal).toBeUndefined();
    expect(appends).toBe(times + 1);
  });
  it('gives up kindly after three tries, and nothing has happened', async () => {
    const { ref } = await house.openCase('juf');
    conflicts = 99;
    appends = 0;
    const { refusal, loaded } = await say(ref, 'c1');
    expect([refusal?.id, appends]).toEqual(['busy', 3]);
    expect(loaded?.state.stagnation).toBeNull();
  });
  it('that is repeated changes nothing and is no refusal', async () => {
    const { ref } = await house.openCase('juf');
    const first = await say(ref, 'c1');
    const second = await say(ref, 'c1');
    expect(second.refusal).toBeUndefined();
    expect(second.loaded?.version).toBe(first.loaded?.version);
    expect((await say(ref, 'c2')).refusal?.id).toBe('already-stuck');
  });
  it('two at the same moment both end with one case', async () => {
    const { ref } = await house.openCase('juf');
    const results = await Promise.all([say(ref, 'c1'), say(ref, 'c2'), say(ref, 'c1')]);
    expect(results.filter((one) => one.refusal !== undefined).length).toBeLessThanOrEqual(1);
    expect((await loadCase(house.parts, ref))?.events.filter((event) => event.type === 'CaseStuck')).toHaveLength(1);
  });
  it('on nothing is refused', async () => {
    expect(await say('c-nothing', 'c1')).toMatchObject({ loaded: undefined, refusal: { id: 'gone' } });
  });
});
