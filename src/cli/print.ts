/** Results, on standard output. */
export function say(...lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

/** Messages, on standard error. */
export function tell(...lines: readonly string[]): void {
  if (lines.length > 0) process.stderr.write(`${lines.join('\n')}\n`);
}

/** Whoever reads the results may stop reading ("… | head"): that is no fault. */
export function mayBeCutOff(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** One JSON object a line. */
export function jsonLines(objects: readonly object[]): readonly string[] {
  return objects.map((each) => JSON.stringify(each));
}

/** Columns that stand under each other. */
export function columns(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = head.map((name, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length), name.length));
  return [head, head.map((_, at) => '-'.repeat(widths[at] ?? 0)), ...rows]
    .map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd());
}
