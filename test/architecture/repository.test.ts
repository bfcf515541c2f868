import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

/** Every file that is or would be committed, without what was deleted and not yet committed so. */
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true);

/** The text of a file, or undefined when it is binary. */
function textOf(file: string): string | undefined {
  const bytes = readFileSync(join(root, file));
  return bytes.includes(0) ? undefined : bytes.toString('utf8');
}

function linesWhere(file: string, wrong: (line: string) => boolean): string[] {
  return (textOf(file) ?? '').split('\n').flatMap((line, index) => (wrong(line) ? [`${file}:${index + 1}`] : []));
}

/** A path on somebody's machine; a web address may hold the same words. */
const MACHINE_PATH = /(?<![\w.-])\/(tmp|root|home)\//;

/** The check on a BSN: the last digit counts -1, the others 9 down to 2, and the sum divides by 11. */
function passesElfproef(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}

/** The number that tests may use for a BSN. */
const TEST_BSN = '123456782';
/** Nine digits, also as 1234.56.789; not a part of a hash or of a decimal fraction. */
const NINE_DIGITS = /(?<![0-9A-Fa-f.])(\d{9}|\d{4}\.\d{2}\.\d{3})(?![0-9A-Fa-f])/g;

/** Numbers in a text that could be a real person's BSN. */
function bsnsIn(text: string, allowed: readonly string[]): string[] {
  return [...text.matchAll(NINE_DIGITS)].map(([found]) => found.replaceAll('.', ''))
    .filter((digits) => digits !== '000000000' && passesElfproef(digits) && !allowed.includes(digits));
}

describe('the repository', () => {
  it('holds at its top only what belongs there', () => {
    const allowed = [
      '.ci', '.dependency-cruiser.cjs', '.gitignore', '.npmrc', 'LICENSE', 'README.md', 'cards', 'dialogs', 'eslint.config.js',
      'knowledge', 'manifest', 'package-lock.json', 'package.json', 'src', 'test', 'tsconfig.json', 'vitest.config.ts',
    ];
    const top = [...new Set(files.map((file) => file.split('/')[0] ?? file))];
    expect(top.filter((entry) => !allowed.includes(entry))).toEqual([]);
  });

  it('keeps TypeScript files small', () => {
    const long = files
      .filter((file) => /^(src|cards|dialogs|knowledge|manifest|test)\/.*\.m?ts$/.test(file))
      .map((file) => ({ file, lines: (textOf(file) ?? '').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('names no path of anybody\'s machine', () => {
    const spoken = files.filter((file) => /^(src|dialogs|knowledge|cards|manifest)\/|^README\.md$/.test(file));
    expect(spoken.flatMap((file) => linesWhere(file, (line) => MACHINE_PATH.test(line)))).toEqual([]);
  });

  it('holds nobody\'s BSN', () => {
    const found = files
      // Hashes, not ours to word.
      .filter((file) => file !== 'package-lock.json')
      .flatMap((file) => bsnsIn(textOf(file) ?? '', file.startsWith('test/') ? [TEST_BSN] : []).map(() => file));
    // Names the files only: a number that should not be here should not be in a log either.
    expect(found).toEqual([]);
  });
});

describe('the checks themselves', () => {
  it('know a BSN when they see one', () => {
    expect(bsnsIn(`bsn ${TEST_BSN}.`, [])).toEqual([TEST_BSN]);
    expect(bsnsIn(`nr${TEST_BSN.replace(/^(\d{4})(\d{2})/, '$1.$2.')}`, [])).toEqual([TEST_BSN]);
    expect(bsnsIn(`bsn ${TEST_BSN}`, [TEST_BSN])).toEqual([]);
    expect(bsnsIn('nummer 123456789, leeg 000000000, breuk 0.123456782, hash a123456782f', [])).toEqual([]);
  });

  it('know a machine path from a web address', () => {
    expect(MACHINE_PATH.test('in "/tmp/x"')).toBe(true);
    expect(MACHINE_PATH.test('https://www.voorbeeld.nl/home/contact')).toBe(false);
  });
});
