import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Route } from '../route/model.js';
import { roleFrom } from '../route/roles.js';
import { holdsBsn } from '../knowledge/personal-data.js';
import type { OrganisationType, PersonInput } from './ports.js';

/** The columns of people.csv, in any order. */
export const peopleColumns = ['aadObjectId', 'name', 'email', 'role', 'organisation', 'organisationType', 'region'] as const;

/** Good enough to send to: one @, a dot behind it, nothing that separates addresses. */
const EMAIL = /^$|^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]+$/;

const rowSchema = z.object({
  aadObjectId: z.string().min(1, 'is empty'),
  name: z.string().min(1, 'is empty'),
  email: z.string().regex(EMAIL, 'is no e-mail address (it may be left empty)'),
  role: z.string().min(1, 'is empty'),
  organisation: z.string().min(1, 'is empty'),
  organisationType: z.string(),
  region: z.string(),
});

const TYPES: Readonly<Record<string, OrganisationType>> = {
  school: 'school', gemeente: 'gemeente', ggd: 'ggd', jgz: 'ggd', swv: 'swv', samenwerkingsverband: 'swv',
};

export type PeopleRead =
  | { readonly ok: true; readonly people: readonly PersonInput[] }
  /** English, each naming its line. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads the register of people; all faults at once. `name` is the file's name as shown in faults. */
export function readPeople(route: Pick<Route, 'roles' | 'region'>, name: string, text: string): PeopleRead {
  let rows: { info: { lines: number }; record: Record<string, string> }[];
  try {
    rows = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, info: true });
  } catch (error) {
    return { ok: false, faults: [`${name}: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const missing = peopleColumns.filter((column) => rows[0] !== undefined && !(column in rows[0].record));
  if (missing.length > 0) return { ok: false, faults: [`${name}:1: column ${missing.join(', ')} is missing; the header is ${peopleColumns.join(',')}`] };
  const faults: string[] = [];
  const seen = new Map<string, number>();
  const people = rows.flatMap(({ record, info }) => {
    const at = (message: string) => { faults.push(`${name}:${String(info.lines)}: ${message}`); };
    if (Object.values(record).every((cell) => cell === '')) {
      at('is empty');
      return [];
    }
    const personal = withBsn(record);
    if (personal.length > 0) {
      // The value itself is not repeated: it would stand in a log.
      at(`${personal.join(', ')} holds a number that can be a BSN; nobody's belongs here`);
      return [];
    }
    const row = rowSchema.safeParse(record);
    if (!row.success) {
      for (const issue of row.error.issues) at(`${issue.path.join('.')} ${issue.message}`);
      return [];
    }
    const key = row.data.aadObjectId.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, info.lines);
    else at(`this aadObjectId occurs twice, first on line ${String(first)}`);
    const role = roleFrom(route, row.data.role);
    if (!role) {
      at(`unknown role '${row.data.role}'; known: ${[...route.roles.keys()].join(', ')}`);
      return [];
    }
    // A process serves one region; left empty it is that one.
    const region = row.data.region === '' ? route.region.region : row.data.region.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    if (region !== route.region.region) {
      at(`unknown region '${row.data.region}'; this process serves '${route.region.region}' (ROUTEWIJZER_REGIO)`);
      return [];
    }
    const organisationType = TYPES[row.data.organisationType.toLowerCase()] ?? 'onbekend';
    return [{ ...row.data, role: role.id, organisationType, region }];
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, people };
}

/** An id of Entra is made of groups of digits and letters: only one of nothing but digits can be a BSN. */
function withBsn(record: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(record).filter(([column, cell]) => (column === 'aadObjectId' ? /^[\d .]+$/.test(cell) : true) && holdsBsn(cell)).map(([column]) => column);
}
