import { readRouteFiles } from '../files.js';
import type { RouteFault, SourceFile } from '../route/model.js';

export type ReadFiles = { readonly ok: true; readonly files: readonly SourceFile[] } | { readonly ok: false; readonly faults: readonly RouteFault[] };

/** The files of the route. A folder or file that is not there is a fault like any other. */
export function readFiles(): ReadFiles {
  try {
    return { ok: true, files: readRouteFiles() };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, faults: [{ file: 'dialogs', line: 1, node: undefined, field: undefined, message: `can not be read: ${error.message}` }] };
  }
}

/** A fault as a line for people: where, which node, which field, what. */
export function faultLine({ file, line, node, field, message }: RouteFault): string {
  const where = [node && `node ${node}`, field && `field ${field}`].filter(Boolean).join(', ');
  return `${file}:${String(line)}: ${where === '' ? '' : `${where}: `}${message}`;
}
