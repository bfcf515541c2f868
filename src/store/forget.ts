import type { Remains } from '../app/store-port.js';
import type { Statistic } from '../summary/statistics.js';
import { enqueue } from './outbox.js';
import { parsePlace, placeText } from './place.js';
import type { Tx } from './transactions.js';

/** What refers to the row goes before it. */
const HANGS_ON = ['print_links', 'accesses', 'stream_keys', 'events', 'texts', 'stream_people', 'outbox', 'sent_cards', 'commands', 'streams'] as const;

/** Removes a stream with everything that hangs on it; what remains is written in the same go, and once. */
export async function forget(tx: Tx, stream: string, remains: Remains = {}): Promise<void> {
  const there = await tx.selectFrom('streams').select('stream').where('stream', '=', stream).executeTakeFirst();
  if (there && remains.statistic) await saveStatistic(tx, remains.statistic);
  if (there && remains.gone) await sayGone(tx, stream, remains.gone);
  for (const table of HANGS_ON) await tx.deleteFrom(table).where('stream', '=', stream).execute();
}

/**
 * The messages that showed the stream, each under a name of its own that tells nothing but how it is called, with a timer
 * that brings it to "verwijderd". The stream itself is gone by then: nothing of it can be shown by mistake.
 */
async function sayGone(tx: Tx, stream: string, { as, dueAt, tell }: NonNullable<Remains['gone']>): Promise<void> {
  const cards = await tx.selectFrom('sent_cards').select(['card', 'place', 'activity_id']).where('stream', '=', stream).where('activity_id', '!=', '').execute();
  for (const [index, { place, activity_id }] of cards.entries()) {
    const name = `${as}-${String(index)}`;
    await tx.insertInto('sent_cards').values({ stream: name, card: GONE, place, activity_id, view: GONE, version: 0, banner: null }).execute();
    await enqueue(tx, name, { kind: 'timer', timer: 'gone', key: placeText(parsePlace(place)), dueAt });
  }
  for (const [index, personId] of tell.entries()) {
    await enqueue(tx, `${as}-t${String(index)}`, { kind: 'timer', timer: 'gone-told', key: placeText({ kind: 'person', personId }), dueAt });
  }
}

const GONE = 'gone';

async function saveStatistic(tx: Tx, { region, opened, ended, step, ageBand, stalled, ending, weeksOpen }: Statistic): Promise<void> {
  await tx.insertInto('statistics')
    .values({ region, opened, ended, step, age_band: ageBand, stalled: stalled ? 1 : 0, ending, weeks_open: weeksOpen }).execute();
}

/** The lines of a region's forgotten cases, in no order that tells which came when. */
export async function statistics(tx: Tx, region: string): Promise<readonly Statistic[]> {
  const rows = await tx.selectFrom('statistics').selectAll().where('region', '=', region)
    .orderBy('opened').orderBy('ended').orderBy('step').orderBy('age_band').orderBy('ending').orderBy('weeks_open').execute();
  return rows.map((row) => ({
    region: row.region, opened: row.opened, ended: row.ended, step: row.step, ageBand: row.age_band,
    stalled: row.stalled === 1, ending: row.ending, weeksOpen: row.weeks_open,
  }));
}
