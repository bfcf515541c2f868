import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the compiled command line of a house. Reading the route takes a second: what does not need to be run twice is not. */
function route(args: readonly string[], { house = root, input = '', region = '' } = {}) {
  const environment = { ...process.env, ROUTEWIJZER_REGIO: region };
  const run = spawnSync(process.execPath, [join(house, 'dist/cli/route.js'), ...args], { encoding: 'utf8', input, env: environment, maxBuffer: 64 * 1024 * 1024 });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const lines = (out: string): unknown[] => out.trimEnd().split('\n').filter(Boolean).map((line) => JSON.parse(line) as unknown);

/** A house of its own, with its files as they are here, to break something in. */
function houseIn(name: string): string {
  const house = join(folder, name);
  mkdirSync(house);
  for (const part of ['dist/cli', 'dist/route', 'dist/files.js', 'dialogs', 'knowledge', 'package.json']) cpSync(join(root, part), join(house, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  return house;
}

const checked = route(['check']);

describe('check', () => {
  it('finds nothing wrong with the route of this repository, and counts what it holds', () => {
    expect(checked.out.split('\n').filter((line) => /^\S+:\d+: /.test(line))).toEqual([]);
    expect(checked.code).toBe(0);
    expect(checked.out).toMatch(/^trees: \d+\nquestions: \d+\noutcomes: \d+\npaths: \d+ \(at most 5000\)\n/);
    expect(checked.out).toMatch(/^gaps of the region midden-groningen: /m);
  });
});

describe('the results as JSON', () => {
  const consent = z.strictObject({
    recipient: z.string(), purpose: z.string(), kind: z.enum(['none', 'ask', 'inform', 'silent']),
    ask: z.array(z.strictObject({ who: z.string(), weight: z.string() })), inform: z.array(z.string()), rules: z.array(z.string()),
  });
  const outcome = z.strictObject({
    id: z.string(), step: z.string(), role: z.string().nullable(), actions: z.array(z.string()).min(1), consent: z.array(consent), registrations: z.array(z.string()),
    term: z.strictObject({ workingDays: z.number(), graceDays: z.number(), setBy: z.string(), setOn: z.string(), proposal: z.boolean() }).nullable(),
    rules: z.array(z.string()).min(1),
  });
  const path = z.strictObject({ tree: z.string(), answers: z.record(z.string(), z.string()), outcome });
  let paths: z.infer<typeof path>[] = [];

  beforeAll(() => { paths = z.array(path).parse(lines(route(['outcomes', '--json']).out)); });

  it('have a line for every path of every tree', () => {
    expect(paths.length).toBeGreaterThan(1000);
    expect(String(paths.length)).toBe(/^paths: (\d+)/m.exec(checked.out)?.[1]);
  });

  it('have the paths of one tree when one is named', () => {
    expect(lines(route(['outcomes', '--json', '--tree', 'veiligheid']).out)).toEqual(paths.filter((each) => each.tree === 'veiligheid'));
  });

  it('give as advice what the path with those facts gives', () => {
    const some = paths.find((each) => each.tree === 'wat-nu' && each.outcome.consent.length > 0);
    const { code, out } = route(['advise', '--json', JSON.stringify(some?.answers)]);
    expect(code).toBe(0);
    expect(lines(out)).toMatchObject([{ kind: 'outcome', outcome: some?.outcome ?? {}, unused: [] }]);
  });

  it('have a line for each fact, with what it excludes', () => {
    const fact = z.strictObject({
      id: z.string(), label: z.string(), number: z.object({ unit: z.string() }).optional(), excludes: z.array(z.object({ id: z.string(), text: z.string() })),
      values: z.array(z.strictObject({ id: z.string(), label: z.string(), help: z.string().optional(), from: z.number().optional(), danger: z.boolean() })),
    });
    const facts = z.array(fact).parse(lines(route(['facts', '--json']).out));
    expect(facts.map((each) => each.id)).toEqual(expect.arrayContaining(['rol', 'leeftijd', 'aanleiding']));
  });

  it('have a line for each rule, where it is carried and what tests it', () => {
    const rule = z.strictObject({
      id: z.string(), source: z.string(), status: z.string(), kind: z.string(), national: z.boolean(), verify: z.boolean(), asOf: z.string().optional(),
      carried: z.array(z.strictObject({ kind: z.string(), file: z.string(), node: z.string() })), tests: z.array(z.string()),
    });
    const rules = z.array(rule).parse(lines(route(['rules', '--json']).out));
    const first = rules.find((each) => each.id === 'TOE-06');
    expect(first?.carried).toContainEqual(expect.objectContaining({ kind: 'matrix', file: 'dialogs/toestemming.yaml' }));
    expect(first?.tests).toContainEqual(expect.stringMatching(/^test\/policy\/[a-z-]+\.yaml: ./));
    const duty = rules.flatMap((each) => each.carried).filter((each) => each.file.startsWith('dialogs/acties'));
    expect(duty.filter((each) => !each.file.endsWith('.yaml'))).toEqual([]);
  });
});

describe('advise', () => {
  it.each([[['advise']], [['advise', '--json', '-']]])('reads standard input: %j', (args) => {
    const { code, out } = route(args, { input: '{"rol":"koo"}' });
    expect([code, lines(out)]).toEqual([0, [expect.objectContaining({ kind: 'question', tree: 'wat-nu' })]]);
  });

  it('refuses facts that can not be used with 1, and its reasons on standard output', () => {
    const { code, out, err } = route(['advise', '--json={"leeftijd":"dertien","x":1}']);
    expect([code, err]).toEqual([1, '']);
    expect(lines(out)).toMatchObject([{ kind: 'refused', reasons: [{ fact: 'leeftijd', value: 'dertien' }, { fact: 'x', value: 1 }] }]);
  });
});

describe('the exit code', () => {
  it.each([
    ['no command', []], ['an unknown command', ['ceck']], ['an unknown option', ['outcomes', '--jsn']], ['an option without its value', ['outcomes', '--tree']],
    ['an unknown tree', ['outcomes', '--tree', 'bos']], ['a region without its id', ['facts', '--region']], ['one argument too many', ['facts', 'rol']],
    ['facts that are missing', ['advise', '--json']], ['facts that are no JSON', ['advise', '--json', '{rol}']], ['facts that are a list', ['advise', '["rol"]']],
  ])('is 2 for %s, with nothing on standard output', (_what, args) => {
    const { code, out, err } = route(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/route -- /);
  });

  it('is 0 for help, and 1 for a region that is not there', () => {
    expect(route(['help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Usage:') as unknown });
    expect(route(['facts'], { region: 'atlantis' })).toMatchObject({ code: 1, out: '', err: expect.stringContaining("unknown region 'atlantis'") as unknown });
    expect(route(['facts', '--region', 'midden-groningen'], { region: 'atlantis' }).code).toBe(0);
  });
});

describe('a broken route', () => {
  it('is told in full by check, each fault with its place', () => {
    const house = houseIn('faults');
    const change = (name: string, from: string, to: string) => {
      const path = join(house, name);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${name} does not have: ${from}`);
      writeFileSync(path, text.replace(from, to));
    };
    change('dialogs/bomen/wat-nu.yaml', 'next: { tree: zorg }', 'next: { tree: zrg }');
    change('dialogs/rolkaarten.yaml', 'cards:', 'kaarten: []\ncards:');
    const { code, out } = route(['check'], { house });
    expect(code).toBe(1);
    expect(out).toMatch(/^dialogs\/bomen\/wat-nu\.yaml:\d+: node wat-nu-aanleiding, field options\[\d+\]\.next\S*: unknown tree 'zrg'/m);
    expect(out).toMatch(/^dialogs\/rolkaarten\.yaml:\d+: /m);
    const faults = lines(route(['check', '--json'], { house }).out);
    expect(faults).toContainEqual({ file: 'dialogs/bomen/wat-nu.yaml', line: expect.any(Number) as unknown, node: 'wat-nu-aanleiding', field: expect.any(String) as unknown, message: expect.stringContaining("'zrg'") as unknown });
    expect(faults).toHaveLength(out.trimEnd().split('\n').length);
  });

  it('makes another command tell the faults on standard error', () => {
    const house = houseIn('no-yaml');
    writeFileSync(join(house, 'dialogs/regie.yaml'), 'cells: [{');
    for (const command of ['outcomes', 'advise', 'graph']) {
      const { code, out, err } = route([command], { house, input: '{}' });
      expect([command, code, out]).toEqual([command, 1, '']);
      expect(err).toMatch(/^dialogs\/regie\.yaml:1: not valid YAML/);
    }
    expect(route(['graph', '--kleur'], { house })).toMatchObject({ code: 2, out: '' });
  });
});
