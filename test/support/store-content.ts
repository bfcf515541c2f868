import type { Store } from '../../src/app/store-port.js';
import { anna, at, bram, card, channel, command, conversation, registered, row, timer } from '../contract/store/samples.js';

/** Fills a store with something in nearly every table, among it what one database or file format might trip over. */
export async function fillStore(store: Store, cases = 12): Promise<void> {
  await store.importPeople(Array.from({ length: 20 }, (_, index) => registered({ aadObjectId: `a-${String(index)}`, name: `Éva ${String(index)}\u2028van 'den' "Berg"` })));
  for (let index = 0; index < cases; index += 1) {
    const stream = `case-${String(index).padStart(4, '0')}`;
    await store.append(command({
      stream, row: row({ code: `K${String(index)}`, stalled: index % 3 === 0, ageBand: index % 2 === 0 ? null : '4-11', people: ['p-anna', 'p-bram'] }),
      texts: [{ id: `text-${String(index)}`, body: `Een tekst\nop twee regels, 🙂 en \u2029 nummer ${String(index)}` }],
      outbox: [card(), card({ place: bram, mode: 'update' }), timer({ dueAt: at(60) })],
    }));
    await store.append(command({ stream, expectedVersion: 1, events: [{ type: 'StepSet', data: { naar: 'mdo', '"': '\0' } }], row: row({ code: `K${String(index)}` }) }));
  }
  const [first] = await store.claimDue(at(0), 1, 60_000);
  if (first) await store.settle(first, { kind: 'done' });
  await store.saveSentCard('case-0001', 'case', anna, { activityId: 'a1', view: 'case', version: 2, banner: 'Gelukt' });
  await store.saveConversation(anna, conversation);
  await store.saveConversation(channel, { ...conversation, tenantId: undefined, userId: undefined });
  await store.saveRoute('h1', JSON.stringify([{ name: 'x', text: 'y'.repeat(100_000) }]));
  const statistic = { region: 'r', opened: '2035-01', ended: '2035-02', step: 'mdo', ageBand: 'onder-12', stalled: true, ending: 'afgerond', weeksOpen: 3 };
  for (const index of [0, 2]) await store.forget(`case-000${String(index)}`, { statistic });
  await store.saveLink({ hash: 'l1', stream: 'case-0001', document: 'tijdlijn', personId: 'p-anna', expiresAt: at(9) });
  await store.saveRemark({ day: '2035-01-08', kind: 'unanswered', article: '', text: 'waar is het formulier?' }, at(99));
  await store.pause(anna, at(3));
  await store.beginTurn('turn-1', at(0), at(1));
  await store.countPossibleRepeat();
  await store.saveOpenings([{ stream: 'case-0001', personId: 'p-anna', day: '2035-01-08', what: 'case', at: at(0) }]);
}
