import { expect, it } from 'vitest';
import type { Remark, Store } from '../../../src/app/store-port.js';
import { at } from './samples.js';

/** What the keepers of the content should hear, without who said it. */
export function remarksContract(store: () => Store): void {
  const remark = (changes: Partial<Remark> = {}): Remark => ({ day: '2026-11-23', kind: 'unanswered', article: '', text: 'hoe zit het met iets', ...changes });

  it('keeps the same one once a day', async () => {
    for (const one of [remark(), remark(), remark({ day: '2026-11-24' })]) await store().saveRemark(one, at(30));
    expect(await store().remarks()).toEqual([remark({ day: '2026-11-24' }), remark()]);
  });

  it('keeps another kind, article or text beside it, the newest first', async () => {
    const all = [remark(), remark({ kind: 'wrong', article: 'zat' }), remark({ kind: 'wrong', article: 'koo' }), remark({ text: 'iets anders' })];
    for (const one of all) await store().saveRemark(one, at(30));
    expect(await store().remarks()).toEqual([...all].reverse());
  });

  it('sets a timer for its day', async () => {
    await store().saveRemark(remark(), at(30));
    expect(await store().claimDue(at(29), 10, 60_000)).toEqual([]);
    expect(await store().claimDue(at(30), 10, 60_000)).toMatchObject([{ kind: 'timer', timer: 'forget-remarks', key: '2026-11-23' }]);
  });

  it('forgets those of the days before a day', async () => {
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) await store().saveRemark(remark({ day }), at(30));
    await store().forgetRemarks('2026-11-23');
    expect((await store().remarks()).map(({ day }) => day)).toEqual(['2026-11-24', '2026-11-23']);
  });
}
