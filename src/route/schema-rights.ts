import { z } from 'zod';
import { NO_RIGHTS, type Rights } from './rights.js';
import { id } from './schema.js';

/** Names of groups and roles; an empty list is nobody. */
const who = z.array(id);

/** The grammar of `dialogs/rechten.yaml`: which roles may do what. Groups hold roles only, so that nobody has to look twice. */
export const rightsFileSchema = z.strictObject({
  groups: z.record(id, z.array(id).min(1)),
  /** Case commands that only the passing of time gives. */
  time: z.array(id),
  /** By case command. */
  case: z.record(id, who),
  /** By what is done outside a case. */
  beside: z.record(id, who),
});
export type RightsData = z.infer<typeof rightsFileSchema>;

/** Writes the groups out. */
export function compileRights(data: RightsData | undefined): Rights {
  if (!data) return NO_RIGHTS;
  const rolesOf = (name: string): readonly string[] => (Object.hasOwn(data.groups, name) ? (data.groups[name] ?? []) : [name]);
  const rows = [...Object.entries(data.case), ...Object.entries(data.beside)];
  return { time: new Set(data.time), roles: new Map(rows.map(([action, names]) => [action, new Set(names.flatMap(rolesOf))])) };
}
