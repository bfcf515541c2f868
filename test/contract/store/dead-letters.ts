import { expect, it } from 'vitest';
import type { Place } from '../../../src/app/ports.js';
import type { Store } from '../../../src/app/store-port.js';
import { MINUTE, anna, at, bram, card, claimOne, command, row, timer } from './samples.js';

/** What was given up, and what a person does about it. */
export function deadLettersContract(store: () => Store): void {
  /** A case of Anna's, with a card to each of these places that was given up at this minute. */
  async function given(minutes: number, stream: string, code: string, ...places: Place[]): Promise<void> {
    await store().append(command({ stream, row: row({ code }), outbox: places.map((place) => card({ card: 'invitation', place, dueAt: at(minutes) })) }));
    for (const claimed of await store().claimDue(at(minutes), 10, MINUTE)) await store().settle(claimed, { kind: 'dead', reason: 'status 403', at: at(minutes) });
  }

  it('are listed the oldest first, with the code, since when and why', async () => {
    await given(3, 's1', 'K0001', bram);
    await given(1, 's2', 'K0002', anna);
    expect(await store().deadLetters()).toMatchObject([
      { stream: 's2', code: 'K0002', kind: 'card', name: 'invitation', target: 'person:p-anna', attempts: 1, reason: 'status 403', dueAt: at(1) },
      { stream: 's1', code: 'K0001', target: 'person:p-bram', dueAt: at(3) },
    ]);
    expect(await store().deadLetters('s1')).toHaveLength(1);
  });

  it('are retried from the start', async () => {
    await given(1, 's1', 'K0001', bram);
    const [letter] = await store().deadLetters();
    expect(await store().retryDead(letter?.id ?? 0, at(5))).toBe(true);
    expect(await store().claimDue(at(4), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(5))).toMatchObject({ attempts: 1, abandoned: false, place: bram });
    expect(await store().deadLetters()).toEqual([]);
    expect(await store().retryDead(letter?.id ?? 0, at(5))).toBe(false);
  });

  it('are dropped for good, and nothing that is no dead letter is', async () => {
    await given(1, 's1', 'K0001', bram);
    const [letter] = await store().deadLetters();
    expect(await store().dropDead(letter?.id ?? 0)).toBe(true);
    expect(await store().dropDead(letter?.id ?? 0)).toBe(false);
    await store().append(command({ stream: 's2', outbox: [timer()] }));
    const claimed = await claimOne(store(), at(1));
    expect(await store().dropDead(claimed.id)).toBe(false);
    expect(await store().outboxCounts()).toEqual({ pending: 1, waiting: 0, dead: 0 });
  });

  it('of one place are left to the owner, who tells it: not listed, still known as not delivered', async () => {
    await given(1, 's1', 'K0001', bram, anna);
    expect(await store().tellOutside('s1', bram)).toBe(1);
    expect(await store().tellOutside('s1', bram)).toBe(0);
    expect(await store().deadLetters()).toMatchObject([{ target: 'person:p-anna' }]);
    expect(await store().undelivered('s1')).toEqual([{ place: bram, card: 'invitation', state: 'told' }, { place: anna, card: 'invitation', state: 'dead' }]);
    expect(await store().outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 1 });
    expect(await store().claimDue(at(600), 10, MINUTE)).toEqual([]);
  });

  it('that the owner tells are delivered after all when something new is to be said', async () => {
    await given(1, 's1', 'K0001', bram);
    await store().tellOutside('s1', bram);
    await store().append(command({ stream: 's1', expectedVersion: 1, outbox: [card({ card: 'invitation', place: bram, dueAt: at(9) })] }));
    expect(await claimOne(store(), at(9))).toMatchObject({ attempts: 1, card: 'invitation' });
  });

  it('bring the card of the owner up to date, where one stands', async () => {
    await store().append(command({ stream: 's1', row: row({ code: 'K0001' }), outbox: [] }));
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a-1', view: 'case', version: 1 });
    await store().append(command({ stream: 's1', expectedVersion: 1, row: row({ code: 'K0001' }), outbox: [card({ card: 'invitation', place: bram })] }));
    await store().settle(await claimOne(store(), at(0)), { kind: 'dead', reason: 'status 403', at: at(2) });
    expect(await store().claimDue(at(1), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(2))).toMatchObject({ card: 'case', place: anna, mode: 'update' });
  });

  it('do not begin a round between cards that all came to a stop', async () => {
    await store().append(command({ stream: 's1', row: row({ code: 'K0001' }), outbox: [card(), card({ card: 'invitation', place: bram, dueAt: at(5) })] }));
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a-1', view: 'case', version: 1 });
    for (const minutes of [0, 5]) await store().settle(await claimOne(store(), at(minutes)), { kind: 'dead', reason: 'status 403', at: at(minutes) });
    expect(await store().claimDue(at(600), 10, MINUTE)).toEqual([]);
    expect(await store().outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 2 });
  });

  it('are counted, with what is due and since when', async () => {
    await given(1, 's1', 'K0001', bram);
    await store().append(command({ stream: 's2', outbox: [timer({ dueAt: at(3) }), timer({ key: 'later', dueAt: at(90) })] }));
    expect(await store().outboxHealth(at(10))).toEqual({ pending: 2, due: 1, oldestDue: at(3), waiting: 0, dead: 1, possibleRepeats: 0 });
    await store().countPossibleRepeat();
    await store().countPossibleRepeat();
    expect(await store().outboxHealth(at(0))).toMatchObject({ due: 0, oldestDue: null, possibleRepeats: 2 });
  });
}
