import { readFileSync } from 'node:fs';

const MB = 1024 * 1024;

/** Memory of a process in bytes; undefined where the system does not tell (no /proc). */
export function residentBytes(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Garbage collection lets the figure go up and down; what it never gives back is the lowest figure of a stretch. */
const MAY_GROW = 0.25;
const MAY_GROW_BYTES = 60 * MB;
/** So few samples tell nothing of growth, only whether it went out of hand. */
const FEW = 40;
const FAR_TOO_MUCH = 900 * MB;

/**
 * Undefined when memory stayed flat, else a sentence. Compared are the lowest figures of the second and of the last quarter:
 * the first quarter warms up (code compiled, caches filled); what leaks shows in the floor of the last.
 */
export function memoryGrew(samples: readonly number[]): string | undefined {
  const most = Math.max(0, ...samples);
  if (most > FAR_TOO_MUCH) return `memory reached ${String(Math.round(most / MB))} MB`;
  if (samples.length < FEW) return undefined;
  const quarter = Math.floor(samples.length / 4);
  const before = Math.min(...samples.slice(quarter, 2 * quarter));
  const after = Math.min(...samples.slice(-quarter));
  const allowed = Math.max(before * MAY_GROW, MAY_GROW_BYTES);
  return after - before > allowed ? `memory grew from ${String(Math.round(before / MB))} to ${String(Math.round(after / MB))} MB` : undefined;
}
