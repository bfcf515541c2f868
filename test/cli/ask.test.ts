import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, readQuestions, report } from '../../src/cli/ask-eval.js';
import type { Understood } from '../../src/knowledge/understand.js';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-ask-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the compiled command. */
function ask(args: readonly string[], input = '') {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/ask.js'), ...args], { encoding: 'utf8', input, env: { ...process.env, ROUTEWIJZER_REGIO: '' } });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

// Each run is a process of its own, which reads the route and the index.
describe('ask', { timeout: 60_000 }, () => {
  it('answers one question as JSON', () => {
    const { code, out, err } = ask(['--json', 'wat is een koo?']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'article', id: 'koo', facts: {}, refused: [] });
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['kind', 'id', 'alternatives', 'facts', 'refused']);
  });
  it('answers every line of standard input, in order, also an empty one', () => {
    const { code, out } = ask(['--json', '-', '--rol', 'ib-er'], 'mijn casussen\n\nhoe laat is het in tokio\nze wil dood\n');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual(['command', 'none', 'none', 'safety']);
  });
  it('never repeats what it refuses', () => {
    const { out } = ask(['--json', 'mag ik 123456782 van Daan de Vries delen met de ggd']);
    expect((JSON.parse(out) as { refused: string[] }).refused.sort()).toEqual(['bsn', 'name']);
    expect(out).not.toMatch(/123456782|Vries/);
  });
  it.each([[[], 'Usage'], [['a', 'b'], 'one argument too many'], [['eval'], 'needs a file'], [['--rol', 'tovenaar', 'x'], 'unknown role'], [['--raar', 'x'], 'raar']])('refuses %j', (args, message) => {
    const { code, err } = ask(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
  it('evaluates a file, and says which lines are none', () => {
    const good = join(folder, 'good.tsv');
    writeFileSync(good, 'question\texpected\tkind\trol\nhoe vaak is het zat\tzat\tterm\tdirectie\nrecept voor appeltaart\tnone\toos\t\n');
    const { code, out } = ask(['eval', good]);
    expect(code).toBe(0);
    expect(out).toMatch(/top1 +100\.0 %  of 1\n/);
    const bad = join(folder, 'bad.tsv');
    writeFileSync(bad, 'alleen een vraag\n');
    expect(ask(['eval', bad])).toMatchObject({ code: 1, err: expect.stringContaining('line 1: needs a question and what is expected') as string });
    expect(ask(['eval', join(folder, 'geen.tsv')])).toMatchObject({ code: 1, err: expect.stringContaining('can not be read') as string });
  });
});

describe('the evaluation', () => {
  const said = { text: '', refused: [], facts: {} } as const;
  const answers: Readonly<Record<string, Understood>> = {
    right: { ...said, kind: 'article', id: 'zat', alternatives: ['mdo', 'cvb'] }, third: { ...said, kind: 'choices', id: 'mdo', alternatives: ['cvb', 'zat'] },
    wrong: { ...said, kind: 'article', id: 'koo', alternatives: [] }, no: { ...said, kind: 'none' }, alarm: { ...said, kind: 'safety', id: 'acuut', named: true }, order: { ...said, kind: 'command', id: 'stop', named: true },
  };
  const questions = (text: string) => {
    const read = readQuestions(text);
    if (!read.ok) throw new Error(read.faults.join());
    return read.questions;
  };
  const result = evaluate((text) => answers[text] ?? { ...said, kind: 'none' },
    questions('right\tzat\ta\nthird\tzat|xyz\ta\nwrong\tzat\tb\nno\tzat\tb\nalarm\tsafety\nno\tsafety\nwrong\tnone\nno\tnone\norder\tcommand:stop\nalarm\tzat\tb'));
  it('counts what is right first and among three, of the questions about a subject', () => {
    expect(result.top1).toEqual({ of: 5, share: 0.2 });
    expect(result.top3).toEqual({ of: 5, share: 0.4 });
    expect(result.byKind['a']).toEqual({ questions: 2, top1: 0.5, top3: 1 });
  });
  it('counts a direct answer to something out of scope as imprecise', () => {
    expect(result.precision).toEqual({ of: 3, share: 1 / 3 });
    expect(result.coverage).toEqual({ of: 5, share: 0.4 });
  });
  it('counts what is turned away, rightly and wrongly, danger and false alarms', () => {
    expect([result.rejected.share, result.wronglyRejected.share, result.danger.share, result.falseAlarms.share, result.commands.share]).toEqual([0.5, 0.2, 0.5, 1 / 8, 1]);
  });
  it('tells every miss', () => { expect(report(result).join('\n')).toContain('expected zat|xyz; got choices mdo cvb zat'); });
});
