import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot, readSource } from '../files.js';

/** Where the statements stand that the rules are tested with. Not part of what is installed: it may be absent. */
const FOLDER = 'test/policy';

/** Only what is named here; the tests read the rest. */
const statementsSchema = z.array(z.object({ rule: z.string(), says: z.string() }));

export interface StatementOf {
  readonly file: string;
  readonly rule: string;
  readonly says: string;
}

/** Every statement of the policy with its file, and the files that could not be read. */
export function readStatements(): { readonly statements: readonly StatementOf[]; readonly unreadable: readonly string[] } {
  const folder = join(packageRoot, FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort() : [];
  const read = names.map((name) => `${FOLDER}/${name}`).map((file) => ({ file, statements: statementsIn(readSource(file).text) }));
  return {
    statements: read.flatMap(({ file, statements }) => (statements ?? []).map((each) => ({ file, ...each }))),
    unreadable: read.filter(({ statements }) => statements === undefined).map(({ file }) => file),
  };
}

function statementsIn(text: string): z.infer<typeof statementsSchema> | undefined {
  try {
    const parsed = statementsSchema.safeParse(parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // No YAML, whatever the parser makes of it.
    return undefined;
  }
}
