import { parse } from 'yaml';

/** A YAML file of `knowledge/`. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
  /** What the text holds, when the build has parsed it already. */
  readonly data?: unknown;
}

/** What stands in the file, not yet judged by a schema. Throws on a text that is no YAML. */
export function dataOf({ text, data }: DataFile): unknown {
  return data ?? parse(text);
}
