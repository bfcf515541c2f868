import type { RouteFault } from './model.js';
import type { ConsentRowData } from './schema.js';
import type { Located, Parts } from './parts.js';
import { unknown } from './parts.js';
import { faultAt, shown } from './source.js';

/** The matrix: every row has every age band, and no two rows answer the same question. */
export function checkConsent(parts: Parts): readonly RouteFault[] {
  return [...ageBands(parts), ...overlaps(parts.rows.items)];
}

function ageBands(parts: Parts): RouteFault[] {
  const bands = parts.facts.items.find((fact) => fact.data.id === parts.consent?.ageFact)?.data.values.map((value) => value.id);
  if (bands === undefined) return [];
  return parts.rows.items.flatMap(({ data, source, path }) => [
    ...bands.filter((band) => !Object.hasOwn(data.ages, band)).map((band) => (
      faultAt(source, [...path, 'ages'], `the age band ${shown(band)} is missing; needed: ${bands.join(', ')}`, 'key')
    )),
    ...Object.keys(data.ages).filter((age) => !bands.includes(age)).map((age) => (
      faultAt(source, [...path, 'ages', age], unknown('age band', age, bands), 'key')
    )),
  ]);
}

/** A row that names the sender may override one for any sender; beyond that, which row is meant would be a guess. */
function overlaps(rows: readonly Located<ConsentRowData>[]): RouteFault[] {
  return rows.flatMap((row, index) => rows.slice(0, index).flatMap((other) => {
    const senders = shared(row.data.senders, other.data.senders, true);
    const recipients = shared(row.data.recipients, other.data.recipients, false);
    const purposes = shared(row.data.purposes, other.data.purposes, false);
    if (senders === undefined || recipients === undefined || purposes === undefined) return [];
    return [faultAt(row.source, row.path, `overlaps with the row ${shown(other.data.id)} (sender ${senders}, recipient ${recipients}, purpose ${purposes}); `
      + 'allowed: one row for each, besides a row for any sender')];
  }));
}

type Ids = 'any' | readonly string[];

/** What two lists have in common, as text. With `namingWins` a named list and `any` do not meet. */
function shared(a: Ids, b: Ids, namingWins: boolean): string | undefined {
  if (a === 'any' && b === 'any') return 'any';
  if (a === 'any' || b === 'any') return namingWins ? undefined : [a, b].flat().filter((id) => id !== 'any').join(', ');
  const both = a.filter((id) => b.includes(id));
  return both.length > 0 ? both.join(', ') : undefined;
}
