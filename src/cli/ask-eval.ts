import type { Understanding, Understood } from '../knowledge/understand.js';

/** A question with what must come of it. */
export interface Question {
  readonly text: string;
  /** Slugs of which any is right, or one of the words below. */
  readonly expected: readonly string[];
  readonly kind: string;
  readonly role: string | undefined;
}

/** Expectations that are no slug. */
const OTHER = ['none', 'safety', 'command'] as const;

export type ReadQuestions = { readonly ok: true; readonly questions: readonly Question[] } | { readonly ok: false; readonly faults: readonly string[] };

/** Reads tab-separated questions; every line that is none is a fault. */
export function readQuestions(text: string): ReadQuestions {
  const lines = text.split(/\r?\n/).map((line, at) => ({ at: at + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ at, cells }) => cells.some((cell) => cell !== '') && !(at === 1 && cells[0]?.toLowerCase() === 'question'));
  const faults = lines.filter(({ cells }) => cells[0] === '' || (cells[1] ?? '') === '').map(({ at }) => `line ${String(at)}: needs a question and what is expected, with a tab between`);
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    questions: lines.map(({ cells: [question = '', expected = '', kind = '', role = ''] }) => ({
      text: question, expected: expected.split('|').map((each) => each.trim()).map(plain), kind, role: role === '' ? undefined : role,
    })),
  };
}

/** "command:stop" and "command" both ask for a command. */
const plain = (expected: string) => OTHER.find((word) => expected === word || expected.startsWith(`${word}:`)) ?? expected;

export interface Share {
  readonly of: number;
  readonly share: number | undefined;
}
export interface Evaluation {
  /** Questions about a subject: the right one first, and among the first three. */
  readonly top1: Share;
  readonly top3: Share;
  /** Answers given at once: how many are right, and how many of the questions about a subject get one. */
  readonly precision: Share;
  readonly coverage: Share;
  /** Questions about none of the subjects that are turned away, and questions about one that are. */
  readonly rejected: Share;
  readonly wronglyRejected: Share;
  readonly danger: Share;
  readonly falseAlarms: Share;
  readonly commands: Share;
  readonly byKind: Readonly<Record<string, { readonly questions: number; readonly top1: number | undefined; readonly top3: number | undefined }>>;
  readonly misses: readonly { readonly question: string; readonly expected: string; readonly got: string; readonly kind: string }[];
}

interface Judged extends Question {
  readonly got: Understood;
  /** The subjects in order; empty where there are none. */
  readonly order: readonly string[];
}

/** Asks every question and counts. */
export function evaluate(understand: Understanding, questions: readonly Question[]): Evaluation {
  const all = questions.map((question): Judged => {
    const got = understand(question.text, question.role);
    return { ...question, got, order: orderOf(got) };
  });
  const wants = (word: string) => all.filter(({ expected }) => expected.includes(word));
  const about = all.filter(({ expected }) => !OTHER.some((word) => expected.includes(word)));
  const direct = about.filter(({ got }) => got.kind === 'article' || got.kind === 'route');
  const calm = all.filter(({ expected }) => !expected.includes('safety'));
  return {
    top1: shareOf(about, isFirst), top3: shareOf(about, isAmongThree),
    precision: shareOf([...direct, ...wants('none').filter(({ got }) => got.kind === 'article' || got.kind === 'route')], isFirst), coverage: shareOf(about, (one) => direct.includes(one)),
    rejected: shareOf(wants('none'), ({ got }) => got.kind === 'none'), wronglyRejected: shareOf(about, ({ got }) => got.kind === 'none'),
    danger: shareOf(wants('safety'), ({ got }) => got.kind === 'safety'), falseAlarms: shareOf(calm, ({ got }) => got.kind === 'safety'),
    commands: shareOf(wants('command'), ({ got }) => got.kind === 'command'),
    byKind: Object.fromEntries([...new Set(about.map(({ kind }) => kind))].map((kind) => {
      const those = about.filter((one) => one.kind === kind);
      return [kind, { questions: those.length, top1: shareOf(those, isFirst).share, top3: shareOf(those, isAmongThree).share }];
    })),
    misses: all.filter((one) => !isRight(one)).map(({ text, expected, got, order, kind }) => ({ question: text, expected: expected.join('|'), got: [got.kind, ...order].join(' '), kind })),
  };
}

function orderOf(got: Understood): readonly string[] {
  if (got.kind !== 'article' && got.kind !== 'choices' && got.kind !== 'route') return [];
  return [...(got.id === undefined ? [] : [got.id]), ...got.alternatives];
}

const isFirst = ({ order, expected }: Judged) => order[0] !== undefined && expected.includes(order[0]);
const isAmongThree = ({ order, expected }: Judged) => order.slice(0, 3).some((slug) => expected.includes(slug));

function isRight(one: Judged): boolean {
  const other = OTHER.find((word) => one.expected.includes(word));
  return other === undefined ? isFirst(one) : one.got.kind === other;
}

function shareOf(all: readonly Judged[], holds: (one: Judged) => boolean): Share {
  return { of: all.length, share: all.length === 0 ? undefined : all.filter(holds).length / all.length };
}

const percent = (share: number | undefined) => (share === undefined ? '-' : `${(100 * share).toFixed(1)} %`);

/** The counts as lines to read, then the misses. */
export function report({ byKind, misses, ...shares }: Evaluation): readonly string[] {
  return [
    ...Object.entries(shares).map(([name, { of, share }]) => `${name.padEnd(16)} ${percent(share).padStart(8)}  of ${String(of)}`),
    '', ...Object.entries(byKind).map(([kind, { questions, top1, top3 }]) => `${(kind === '' ? '(no kind)' : kind).padEnd(16)} first ${percent(top1)}, among three ${percent(top3)}, of ${String(questions)}`),
    '', `misses (${String(misses.length)}):`, ...misses.map(({ question, expected, got }) => `  ${question}\n      expected ${expected}; got ${got}`),
  ];
}
