import { expect, it } from 'vitest';
import type { Opening, Store } from '../../../src/app/store-port.js';
import { at, command } from './samples.js';

const opening = (changes: Partial<Opening> = {}): Opening => ({ stream: 's1', personId: 'p-anna', day: '2026-11-23', what: 'case', at: at(0), ...changes });

/** Who opened which case. */
export function accessesContract(store: () => Store): void {
  it('counts one line for each person, day and thing, the latest first', async () => {
    await store().append(command());
    await store().saveOpenings([opening(), opening({ personId: 'p-bram', at: at(1) })]);
    await store().saveOpenings([opening({ at: at(5) }), opening({ what: 'plan', at: at(2) }), opening({ day: '2026-11-24', at: at(9) })]);
    expect(await store().accesses('s1')).toEqual([
      { personId: 'p-anna', day: '2026-11-24', what: 'case', firstAt: at(9), lastAt: at(9), times: 1 },
      { personId: 'p-anna', day: '2026-11-23', what: 'case', firstAt: at(0), lastAt: at(5), times: 2 },
      { personId: 'p-anna', day: '2026-11-23', what: 'plan', firstAt: at(2), lastAt: at(2), times: 1 },
      { personId: 'p-bram', day: '2026-11-23', what: 'case', firstAt: at(1), lastAt: at(1), times: 1 },
    ]);
  });
  it('leaves a stream alone that is not there, and still counts the others', async () => {
    await store().append(command());
    await store().saveOpenings([opening({ stream: 'gone' }), opening()]);
    expect(await store().accesses('gone')).toEqual([]);
    expect(await store().accesses('s1')).toHaveLength(1);
  });
  it('goes with the stream, and does not come back with a new one of that name', async () => {
    await store().append(command());
    await store().saveOpenings([opening()]);
    await store().forget('s1');
    await store().append(command());
    expect(await store().accesses('s1')).toEqual([]);
  });
  it('counts what several people open at the same moment', async () => {
    for (const stream of ['s1', 's2', 's3']) await store().append(command({ stream }));
    const lists = [['s1', 's2', 's3'], ['s3', 's2', 's1'], ['s2', 's1', 's3']];
    await Promise.all(lists.flatMap((list) => list.map((_, i) => store().saveOpenings([...list.slice(i), ...list.slice(0, i)].map((stream) => opening({ stream }))))));
    for (const stream of ['s1', 's2', 's3']) expect((await store().accesses(stream)).map((one) => one.times)).toEqual([9]);
  });
}
