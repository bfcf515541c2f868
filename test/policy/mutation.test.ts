import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/route/model.js';
import { contentRoute } from '../route/content-route.js';
import { branchMutants, dutyMutants, matrixMutants, type Mutant } from '../support/mutants.js';
import { objection, objectionAt, readPolicy, walksFor, type Walks } from '../support/policy.js';
import { shownAt } from '../support/walks.js';

/**
 * The route is changed in one place at a time, and some statement of the policy must object. A change that shows on no
 * path at all is no mutant: the same advice under other words.
 */
const route = contentRoute();
const walks = walksFor(route);
const policy = readPolicy().map(({ statement }) => statement);
const onPaths = policy.flatMap((statement) => ('when' in statement ? [statement] : []));

/** The trees from which something leads into this tree, and itself. */
function jumpsInto(tree: string): ReadonlySet<string> {
  const found = new Set([tree]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const each of route.trees.values()) {
      const text = JSON.stringify([...each.questions.values()].map((question) => question.options));
      if ([...found].some((to) => text.includes(`{"tree":"${to}"}`))) found.add(each.id);
    }
  }
  return found;
}

const survived = (mutants: readonly Mutant[], caught: (mutant: Mutant) => 'caught' | 'same' | 'survived') => {
  const verdicts = mutants.map((mutant) => ({ mutant, verdict: caught(mutant) }));
  const real = verdicts.filter(({ verdict }) => verdict !== 'same');
  expect(real.length).toBeGreaterThan(0);
  return real.filter(({ verdict }) => verdict === 'survived').map(({ mutant }) => mutant.name);
};

/** A branch: walk the trees anew. */
function judgeBranch(mutant: Mutant): 'caught' | 'same' | 'survived' {
  const changed = mutant.apply(route);
  const affected = jumpsInto(mutant.tree ?? '');
  const walked = walksFor(changed);
  const anew: Walks = (tree) => (affected.has(tree) ? walked(tree) : walks(tree));
  let differs = false;
  for (const tree of affected) {
    if (before(tree) === signature(anew, tree)) continue;
    differs = true;
    if (onPaths.some((statement) => statement.trees.includes(tree) && objection(changed, anew, statement) !== undefined)) return 'caught';
  }
  return differs ? 'survived' : 'same';
}

function signature(of: Walks, tree: string): string {
  return of(tree).map((walk) => JSON.stringify([walk.answers, walk.shown.outcome, walk.shown.role, walk.shown.consent])).sort().join('\n');
}

const signatures = new Map<string, string>();
function before(tree: string): string {
  const known = signatures.get(tree) ?? signature(walks, tree);
  signatures.set(tree, known);
  return known;
}

/** A duty: only the walks that end there show something else. */
function judgeDuty(mutant: Mutant): 'caught' | 'same' | 'survived' {
  const { outcome, tree } = mutant;
  if (outcome === undefined || tree === undefined) throw new Error(mutant.name);
  const changed = mutant.apply(route);
  const ends = new Map([...route.trees.keys()].map((each) => [each, walks(each).filter((walk) => walk.end.tree.id === tree && walk.end.node === outcome.id)
    .map((walk) => ({ walk, shown: shownAt(changed, tree, outcome, new Map(Object.entries(walk.answers))) }))]));
  for (const statement of onPaths) {
    for (const { walk, shown } of statement.trees.flatMap((each) => ends.get(each) ?? [])) {
      if (objectionAt(statement, walk, shown) !== undefined) return 'caught';
    }
  }
  const all = [...ends.values()].flat();
  return all.length > 0 && all.every(({ walk, shown }) => JSON.stringify(shown) === JSON.stringify(walk.shown)) ? 'same' : 'survived';
}

function judgeMatrix(mutant: Mutant): 'caught' | 'same' | 'survived' {
  const changed: Route = mutant.apply(route);
  const apart = policy.filter((statement) => 'consent' in statement || 'regie' in statement);
  return apart.some((statement) => objection(changed, walks, statement) !== undefined) ? 'caught' : 'survived';
}

describe('every single change for the worse is noticed', () => {
  const trees = [...route.trees.keys()];

  it('judged by statements that all hold for the route as it is', () => {
    expect(policy.filter((statement) => objection(route, walks, statement) !== undefined).map((statement) => statement.says)).toEqual([]);
  });

  it.each(trees)('in the branches of the tree %s', { timeout: 120_000 }, (tree) => {
    expect(survived(branchMutants(route).filter((mutant) => mutant.tree === tree), judgeBranch)).toEqual([]);
  });

  it.each(trees.filter((tree) => (route.trees.get(tree)?.outcomes.size ?? 0) > 0))('in the duties of the tree %s', { timeout: 120_000 }, (tree) => {
    expect(survived(dutyMutants(route).filter((mutant) => mutant.tree === tree), judgeDuty)).toEqual([]);
  });

  it('in the cells of the consent matrix and the regie matrix', { timeout: 120_000 }, () => {
    expect(survived(matrixMutants(route), judgeMatrix)).toEqual([]);
  });
});
