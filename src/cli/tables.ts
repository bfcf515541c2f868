import { tellOutcome, type OutcomeTold } from '../route/advise.js';
import type { Answers, Route, Tree } from '../route/model.js';
import { resolve } from '../route/resolve.js';
import type { FactData } from '../route/schema.js';

/** By it a table is known as one that was made, and may be removed when its tree is gone. */
export const MADE_BY = '<!-- Gemaakt met: npm run -s route -- outcomes --table --out knowledge/uitkomsten. Verander de bomen, niet deze tabel. -->';

/** The reviewable table of each tree, or of one, as Markdown by tree id. The same in every region. */
export function tablesOf(route: Route, only?: string): ReadonlyMap<string, string> {
  return new Map([...route.trees.values()].filter((tree) => only === undefined || tree.id === only).map((tree) => [tree.id, tableOf(route, tree)]));
}

/** "jgz: ouders+jeugdige": of whom consent is asked before this goes to that recipient, and who is told. */
export function consentInShort({ recipient, purpose, kind, ask, inform }: OutcomeTold['consent'][number]): string {
  const who = (each: string) => (each === 'gezaghebbenden' ? 'ouders' : each);
  const asked = ask.map((each) => `${who(each.who)}${WEIGHTS[each.weight]}`).join('+');
  const told = inform.length > 0 ? `${inform.map(who).join('+')} informeren` : '';
  const what = [asked, told].filter(Boolean).join(', ') || (kind === 'silent' ? 'route zwijgt' : 'niet nodig');
  return `${recipient}${purpose === 'betrekken' ? '' : ` (${purpose})`}: ${what}`;
}

const WEIGHTS = { required: '', advice: ' (advies)', 'unless-declined': ' (tenzij de jongere dat niet wil)' } as const;

const HOW_TO_READ = 'Paden die alleen in een antwoord verschillen en hetzelfde geven, staan op één regel. "alle" is elk antwoord op dat feit; een feit dat er niet staat, is niet gevraagd.';

/** One line of a table: which answers, by fact, lead to this. */
interface Row {
  readonly answers: ReadonlyMap<string, readonly string[]>;
  readonly result: readonly [outcome: string, role: string, consent: string];
}

function tableOf(route: Route, tree: Tree): string {
  const rows = merged(rowsOf(route, tree.id, {}));
  const facts = [...new Set(rows.flatMap((row) => [...row.answers.keys()]))].flatMap((id) => route.facts.get(id) ?? []);
  const outcomes = [...tree.outcomes.values()].map(({ id, step, role, actions, registrations, note, rules }) => (
    [id, step, role, actions.join(', '), registrations.join(', '), note ? 'ja' : '', rules.join(', ')]
  ));
  const paths = rows.map(({ answers, result }) => [answersInShort(route, answers), ...result]);
  return [
    `# ${tree.title} (${tree.id})`, '', MADE_BY, '',
    ...(facts.length === 0 ? [] : ['## Feiten', '', ...markdown(['feit', 'antwoorden'], facts.map((fact) => [fact.id, valuesOf(fact).join(', ')])), '']),
    ...(outcomes.length === 0 ? [] : ['## Uitkomsten', '', ...markdown(['uitkomst', 'stap', 'rol', 'acties', 'registraties', 'notitie', 'regels'], outcomes), '']),
    '## Paden', '', HOW_TO_READ, '', ...markdown(['antwoorden', 'uitkomst', 'rol', 'toestemming'], paths), '',
  ].join('\n');
}

/** Every path, up to where it leaves the tree: what follows stands in the table of the other tree. */
function rowsOf(route: Route, treeId: string, answers: Answers): readonly Row[] {
  const position = resolve(route, treeId, answers);
  if (position.tree !== treeId) return [{ answers: listed(answers), result: [`→ boom ${position.tree}`, '', ''] }];
  if (position.kind === 'question') return position.values.flatMap((value) => rowsOf(route, treeId, { ...answers, [position.fact.id]: value.id }));
  const { id, role, consent } = tellOutcome(position.outcome);
  return [{ answers: listed(answers), result: [id, role ?? 'niemand', consent.map(consentInShort).join('; ')] }];
}

function listed(answers: Answers): Row['answers'] {
  return new Map(Object.entries(answers).map(([fact, value]) => [fact, [value]]));
}

/** Rows that differ in the answers to one fact alone become one, the fact that was asked last first. */
function merged(rows: readonly Row[]): readonly Row[] {
  const facts = [...new Set(rows.flatMap((row) => [...row.answers.keys()]))].reverse();
  for (;;) {
    const fewer = facts.reduce((left, fact) => mergedOn(left, fact), rows);
    if (fewer.length === rows.length) return rows;
    rows = fewer;
  }
}

function mergedOn(rows: readonly Row[], fact: string): readonly Row[] {
  const groups = new Map<string, Row>();
  for (const row of rows) {
    const own = row.answers.get(fact);
    const key = JSON.stringify([row.result, [...row.answers].map(([id, values]) => [id, id === fact ? '' : values])]);
    const before = groups.get(key)?.answers.get(fact);
    groups.set(key, own === undefined || before === undefined ? row : { ...row, answers: new Map(row.answers).set(fact, [...before, ...own]) });
  }
  return [...groups.values()];
}

function answersInShort(route: Route, answers: Row['answers']): string {
  return [...answers].map(([id, values]) => {
    const fact = route.facts.get(id);
    const others = fact ? valuesOf(fact).filter((value) => !values.includes(value)) : [];
    if (values.length > 1 && others.length === 0) return `${id}: alle`;
    // The shorter of the two ways to say it.
    return others.length * 2 < values.length ? `${id}: alle behalve ${others.join(' en ')}` : `${id}: ${values.join(' of ')}`;
  }).join(' · ') || 'geen vraag nodig';
}

function valuesOf(fact: FactData): readonly string[] {
  return fact.values.map((value) => value.id);
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
}
