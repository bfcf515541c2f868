import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/process.js';

/** Runs in the compiled product, as a start does: from the sources nothing that the build kept fits. */
function inProduct(script: string): unknown {
  const code = `
    import { isDeepStrictEqual } from 'node:util';
    const { openRoute } = await import('./dist/content.js');
    const { loadRoute } = await import('./dist/route/load.js');
    const { readRouteFiles } = await import('./dist/files.js');
    const files = readRouteFiles();
    const answer = await (async () => { ${script} })();
    process.stdout.write(JSON.stringify(answer));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: repositoryRoot, encoding: 'utf8' }));
}

/** Three regions are checked in full. */
describe('what the build keeps for a start', { timeout: 90_000 }, () => {
  it('is the route that a check of the same files gives, in every region', () => {
    expect(inProduct(`
      return ['midden-groningen', 'ommelanden', 'utrecht-west'].map((region) => {
        const [kept, checked] = [openRoute(files, region), loadRoute(files, region)];
        const { conditions: one, ...keptRoute } = kept.route;
        const { conditions: other, ...checkedRoute } = checked.route;
        return [kept.ok, checked.ok, one === other, isDeepStrictEqual(keptRoute, checkedRoute), keptRoute.trees.size > 10];
      });`)).toEqual([1, 2, 3].map(() => [true, true, true, true, true]));
  });
  it('is not taken for files that changed by one letter: those are checked', () => {
    expect(inProduct(`
      const changed = files.map((file) => (file.name.endsWith('bomen/zorg.yaml') ? { ...file, text: file.text.replace('next:', 'nxt:') } : file));
      const opened = openRoute(changed, 'midden-groningen');
      return [opened.ok, opened.faults?.some((fault) => fault.file.endsWith('bomen/zorg.yaml'))];`)).toEqual([false, true]);
  });
});
