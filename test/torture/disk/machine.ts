import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What this machine lets us do to a disk. */

/** A command that runs the rest of the line in a mount namespace of its own; undefined where that is not allowed. */
export function ownNamespace(): readonly string[] | undefined {
  const ways: readonly (readonly string[])[] = [['unshare', '-m'], ['unshare', '-Urm']];
  return ways.find(([command = '', ...rest]) => spawnSync(command, [...rest, 'bash', '-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m tmpfs "$d"; r=$?; umount "$d" 2>/dev/null; rmdir "$d"; exit $r'], { stdio: 'ignore' }).status === 0);
}

/** The rest of the line runs with a small disk of its own at `folder`, on which stands what stands in `from`. */
export function onSmallDisk(namespace: readonly string[], folder: string, from: string, megabytes: number): readonly string[] {
  return [...namespace, 'bash', '-c', `mount -t tmpfs -o size=${String(megabytes)}m tmpfs "$1" && cp -a "$2/." "$1" && cd "$1" && shift 2 && exec "$@"`, 'small', folder, from];
}

/** The rest of the line sees `folder` as a disk that can only be read. */
export function onReadOnlyDisk(namespace: readonly string[], folder: string): readonly string[] {
  return [...namespace, 'bash', '-c', 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && cd "$1" && shift && exec "$@"', 'readonly', folder];
}

/** The same folder as that process sees it. */
export const seenBy = (pid: number, folder: string): string => `/proc/${String(pid)}/root${folder}`;

/** Holds on to a folder on another process's own disk, so that what stands in it can still be copied when that process is gone. */
export function holdOn(folder: string): { copyTo(to: string): void; letGo(): void } {
  const handle = openSync(folder, 'r');
  const here = `/proc/self/fd/${String(handle)}`;
  return {
    copyTo: (to) => { for (const name of readdirSync(here)) if (name.startsWith('routewijzer.sqlite')) copyFileSync(join(here, name), join(to, name)); },
    letGo: () => { closeSync(handle); },
  };
}

/** Writes a file until not one byte fits any more. */
export function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (const size of [1 << 20, 1 << 16, 4096, 1]) {
      const block = Buffer.alloc(size);
      let fits = true;
      while (fits) {
        try {
          fits = writeSync(handle, block) > 0;
        } catch (error) {
          if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
          fits = false;
        }
      }
    }
  } finally {
    closeSync(handle);
  }
}

export const empty = (file: string): void => { rmSync(file, { force: true }); };

/** From now on no write of this process to a file succeeds (its limit on the size of files is 0), until it is lifted. */
export function forbidWrites(pid: number): void {
  execFileSync('prlimit', ['--pid', String(pid), '--fsize=0:'], { stdio: 'ignore' });
}

export function allowWrites(pid: number): void {
  spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:'], { stdio: 'ignore' });
}

/**
 * Marks the database and its log so that nobody can change them; throws where the file system knows no such mark. Not the file of
 * shared memory beside them: the kernel ends any process (SIGBUS) that writes in a mapped page of a file so marked.
 */
export function freeze(folder: string): void {
  execFileSync('chattr', ['+i', ...files(folder)], { stdio: 'ignore' });
}

export function thaw(folder: string): void {
  spawnSync('chattr', ['-i', ...files(folder)], { stdio: 'ignore' });
}

function files(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name === 'routewijzer.sqlite' || name === 'routewijzer.sqlite-wal').map((name) => join(folder, name)) : [];
}
