import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadKept, loadRoute } from '../../src/route/load.js';
import { byTimeOnly, caseActions, mayDo } from '../../src/route/rights.js';
import { FILES, faultsWith, goodRoute } from './fixture.js';

const FILE = 'dialogs/rechten.yaml';
const found = (...edits: readonly (readonly [string, string])[]) => faultsWith({ [FILE]: edits });

describe('who may do what, as data', () => {
  it('writes its groups out', () => {
    const route = goodRoute({ [FILE]: [['open: [allen]', 'open: [ib]']] });
    expect(mayDo(route, 'ib', 'open')).toBe(true);
    expect(mayDo(route, 'jv', 'open')).toBe(false);
    expect(mayDo(route, 'jv', 'close')).toBe(true);
    for (const nobody of ['', 'allen', '__proto__', 'onderwijs']) expect(mayDo(route, nobody, 'close'), nobody).toBe(false);
    expect(byTimeOnly(route, 'term-passed')).toBe(true);
    expect(mayDo(route, 'ib', 'term-passed')).toBe(false);
  });

  it('may give a command to nobody', () => {
    expect(mayDo(goodRoute({ [FILE]: [['merge: [allen]', 'merge: []']] }), 'ib', 'merge')).toBe(false);
  });

  it.each([
    ['a command that is missing', ['  open: [allen]\n', ''], "the case command 'open' is missing"],
    ['a command that stands there twice', ['  open: [allen]\n', '  open: [allen]\n  open: [ib]\n'], "the key 'open' stands here twice"],
    ['a command of time that people may give too', ['time: [term-passed]', 'time: [term-passed, open]'], "the case command 'open' stands here twice"],
    ['a command of time twice', ['time: [term-passed]', 'time: [term-passed, term-passed]'], "the case command 'term-passed' stands here twice"],
    ['a command that no case knows', ['  open: [allen]\n', '  open: [allen]\n  openn: [allen]\n'], "unknown case command 'openn'"],
    ['time that gives what no case knows', ['time: [term-passed]', 'time: [term-passed, tick]'], "unknown case command 'tick'"],
    ['a role that is not there', ['open: [allen]', 'open: [allen, tovenaar]'], "unknown group or role 'tovenaar'"],
    ['a group with a role that is not there', ['allen: [leerkracht,', 'allen: [leerling,'], "unknown role 'leerling'"],
    ['a group with the name of a role', ['{ allen:', '{ ib: [jv], allen:'], "the group 'ib' has the name of a role"],
    ['a group that nobody uses', ['{ allen:', '{ niemand: [jv], allen:'], "the group 'niemand' is not used"],
    ['a role twice in a group', ['allen: [leerkracht,', 'allen: [leerkracht, leerkracht,'], "'leerkracht' stands in this group twice"],
    ['a group twice for a command', ['open: [allen]', 'open: [allen, allen]'], "'allen' stands here twice"],
    ['an action that is missing', ['  overview: [allen, onderwijs]\n', ''], "the action 'overview' is missing"],
    ['an action that there is not', ['  overview:', '  overzicht:'], "unknown action 'overzicht'"],
    ['a role that is kept from the way to safety', ['  visit: [allen, onderwijs]', '  visit: [allen]'], "'visit' is for everybody; missing: onderwijs"],
    ['a role that may not see what is kept of it', ['  own-data: [allen, onderwijs]', '  own-data: [onderwijs]'], "'own-data' is for everybody"],
  ] as const)('%s is a fault, with file and line', (_what, edit, message) => {
    const faults = found(edit);
    expect(faults.map((fault) => fault.message).join('\n')).toContain(message);
    expect(faults.every((fault) => fault.file === FILE && fault.line >= 1)).toBe(true);
  });

  it('names the line of a fault', () => {
    const lines = (FILES[FILE] ?? '').split('\n');
    const [fault] = found(['merge: [allen]', 'merge: [allen, tovenaar]']);
    expect(fault?.line).toBe(lines.findIndex((line) => line.startsWith('  merge:')) + 1);
  });

  it('is a fault when it is not there at all', () => {
    const files = Object.entries(FILES).filter(([name]) => name !== FILE).map(([name, text]) => ({ name, text }));
    const loaded = loadRoute(files, 'hier');
    expect(loaded.ok ? [] : loaded.faults.map(({ file, message }) => `${file}: ${message}`)).toContain(`${FILE}: the file is missing`);
  });

  it('does not move a live case: the structure stays the same', () => {
    expect(goodRoute({ [FILE]: [['open: [allen]', 'open: [ib]']] }).hash).toBe(goodRoute().hash);
  });
});

describe('a route that was kept', () => {
  const without = Object.entries(FILES).filter(([name]) => name !== FILE).map(([name, text]) => ({ name, text }));

  it('is read without it, as it was kept before there was such a file', () => {
    const kept = loadKept(without, 'hier');
    expect(kept.ok && kept.route.hash).toBe(goodRoute().hash);
  });

  it('is read whatever was kept of it: it may know other commands and roles', () => {
    const old = { name: FILE, text: 'groups: { allen: [tovenaar] }\ntime: []\ncase: { fly: [allen] }\nbeside: {}\n' };
    const kept = loadKept([...without, old], 'hier');
    expect(kept.ok && kept.route.hash).toBe(goodRoute().hash);
    expect(kept.ok && mayDo(kept.route, 'tovenaar', 'open')).toBe(false);
  });

  it('still has all its other faults', () => {
    expect(loadKept(without.filter(({ name }) => name !== 'dialogs/regie.yaml'), 'hier').ok).toBe(false);
    expect(loadKept(without, 'nergens').ok).toBe(false);
  });
});

describe('the table of the repository', () => {
  it('is short enough to read, and says in Dutch what each part is for', () => {
    const text = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
    expect(text.split('\n').length).toBeLessThan(140);
    for (const action of caseActions) expect(text).toContain(action);
  });
});
