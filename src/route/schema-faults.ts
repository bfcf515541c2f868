import { z } from 'zod';
import type { RouteFault } from './model.js';
import { faultAt, MOST_FAULTS, shown, type Path, type Source } from './source.js';

type Issue = z.core.$ZodIssue;

/** What is the same in every region (IMP-02). */
const FIXED: ReadonlySet<string> = new Set(['steps', 'trees', 'blocks', 'arrows', 'questions', 'outcomes', 'cards']);

/** Every way in which a file departs from its schema, each at its own line, saying what is allowed there. */
export function schemaFaults(source: Source, schema: z.ZodType): readonly RouteFault[] {
  const parsed = schema.safeParse(source.raw);
  return parsed.success ? [] : parsed.error.issues.slice(0, MOST_FAULTS).flatMap((issue) => faultsOf(source, schema, issue));
}

function faultsOf(source: Source, schema: z.ZodType, issue: Issue): RouteFault[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(schema, path);
    return issue.keys.slice(0, MOST_FAULTS).map((key) => {
      const fixed = path.length === 0 && FIXED.has(key) && source.name.startsWith('dialogs/regios/') ? '; a region cannot change blocks or their order' : '';
      return faultAt(source, [...path, key], `unknown key ${shown(key)}${allowed}${fixed}`, 'key');
    });
  }
  return [faultAt(source, path, describe(source, issue, path), issue.code === 'invalid_key' ? 'key' : 'value')];
}

function describe(source: Source, issue: Issue, path: Path): string {
  const value = valueAt(source.raw, path);
  const name = path.at(-1);
  const wanted = issue.code === 'invalid_union' && issue.errors.length > 0
    ? issue.errors.map((each) => each.map((inner) => inner.message).join(', ')).join('; or: ')
    : issue.code === 'invalid_key' ? issue.issues.map((inner) => inner.message).join(', ') : issue.message;
  if (value === undefined && typeof name === 'string') return `${shown(name)} is missing (${wanted})`;
  if (typeof value === 'string' && value !== '') return `${shown(value)} is not allowed: ${wanted}`;
  return wanted;
}

function valueAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function allowedKeys(schema: z.ZodType, path: Path): string {
  let at: unknown = schema;
  for (const part of path) {
    at = unwrapped(at);
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, unknown>)[String(part)];
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
    else return '';
  }
  at = unwrapped(at);
  return at instanceof z.ZodObject ? `; allowed: ${Object.keys(at.shape).join(', ')}` : '';
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
}
