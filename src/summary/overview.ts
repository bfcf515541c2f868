import { shownAlone, tellsNothingMore, type Published, type Shown } from './counts.js';

/** What the overview needs of one open case. */
export interface OpenCase {
  readonly step: string | null;
  readonly ageBand: string | null;
  readonly stalled: boolean;
}

export interface Overview {
  readonly total: Shown;
  readonly stalled: Shown;
  readonly bySteps: readonly { readonly id: string; readonly count: Shown }[];
  readonly byAges: readonly { readonly id: string; readonly count: Shown }[];
}

/**
 * Open cases by step and by age band, and how many are stalled. 0 is shown as 0; 1 to 4 are withheld, and nothing
 * that is shown lets a reader work them out: where it would, more is withheld, the least informative first.
 * `steps` and `ages` are all ids that may occur, in the order of the lists.
 */
export function overviewOf(cases: readonly OpenCase[], steps: readonly string[], ages: readonly string[]): Overview {
  const byStep = steps.map((id) => cases.filter((one) => one.step === id).length);
  const byAge = ages.map((id) => cases.filter((one) => one.ageBand === id).length);
  const exact = {
    tables: [byStep.map(shownAlone), byAge.map(shownAlone)],
    total: shownAlone(cases.length),
    part: shownAlone(cases.filter((one) => one.stalled).length),
  };
  const safe = withheldUntilSafe(exact);
  const [stepCounts = [], ageCounts = []] = safe.tables;
  return {
    total: safe.total,
    stalled: safe.part,
    bySteps: steps.map((id, index) => ({ id, count: stepCounts[index] ?? HIDDEN })),
    byAges: ages.map((id, index) => ({ id, count: ageCounts[index] ?? HIDDEN })),
  };
}

const HIDDEN: Shown = { kind: 'hidden' };

/** A place in what is published. */
type Place = { readonly table: number; readonly index: number } | 'total' | 'part';

/**
 * Withholds one count after the other until nothing leaks: the first that is enough by itself, else the first of all.
 * Ends at the latest when every count above zero says no more than "at least 1": that has no upper end to reckon with.
 */
function withheldUntilSafe(published: Published): Published {
  let now = published;
  while (!tellsNothingMore(now)) {
    const places = candidates(now);
    const [first] = places;
    if (first === undefined) return now;
    const before = now;
    const enough = places.map((place) => without(before, place)).find(tellsNothingMore);
    now = enough ?? without(now, first);
  }
  return now;
}

/** What can still be withheld, in the order in which it is missed least: the total, then the counts from small to large, then the stalled ones. */
function candidates({ tables, total, part }: Published): readonly Place[] {
  const cells = tables.flatMap((table, at) => table.flatMap((shown, index) => (canGo(shown) ? [{ table: at, index, size: sizeOf(shown) }] : [])));
  const ordered = cells.sort((one, other) => one.size - other.size).map(({ table, index }) => ({ table, index }));
  return [...(canGo(total) ? ['total' as const] : []), ...ordered, ...(canGo(part) ? ['part' as const] : [])];
}

function canGo(shown: Shown): boolean {
  return shown.kind === 'small' || (shown.kind === 'number' && shown.value > 0);
}

/** Small ones go last among the cells: they are withheld already. */
function sizeOf(shown: Shown): number {
  return shown.kind === 'number' ? shown.value : Number.MAX_SAFE_INTEGER;
}

function without(published: Published, place: Place): Published {
  if (place === 'total') return { ...published, total: HIDDEN };
  if (place === 'part') return { ...published, part: HIDDEN };
  const tables = published.tables.map((table, at) => table.map((shown, index) => (at === place.table && index === place.index ? HIDDEN : shown)));
  return { ...published, tables };
}
