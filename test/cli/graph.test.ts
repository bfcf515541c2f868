import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { graph } from '../../src/cli/graph.js';
import { boxOf, HERE } from '../../src/cli/graph-boxes.js';
import { layOut } from '../../src/cli/graph-layout.js';
import { mermaidOf } from '../../src/cli/graph-mermaid.js';
import { svgOf } from '../../src/cli/graph-svg.js';
import { wrap } from '../../src/cli/graph-text.js';
import { pictureOfRoute, pictureOfTree, type Picture } from '../../src/route/picture.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-graph-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
afterEach(() => { vi.restoreAllMocks(); });

/** What the command writes, and its exit code. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await graph(args, () => ({ route, files: [] }));
  const said = (spy: typeof out) => spy.mock.calls.map(([text]) => String(text)).join('');
  return { code, out: said(out), err: said(err) };
}

/** The texts of an SVG; throws when a tag is not closed in its place or a sign stands bare. */
function textsIn(svg: string): string[] {
  const open: string[] = [];
  const texts: string[] = [];
  for (const [, tag, text] of svg.matchAll(/<([^>]+)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (/&(?!#\d+;)|>/.test(text)) throw new Error(`bare sign in ${text}`);
      if (text.trim() !== '') texts.push(text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))));
    } else if (tag?.startsWith('/')) {
      if (open.pop() !== tag.slice(1)) throw new Error(`</${tag.slice(1)}> closes nothing`);
    } else if (tag && !tag.endsWith('/')) open.push(tag.split(/\s/)[0] ?? '');
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`);
  return texts;
}

const words = (text: string) => text.split(/\s+/).filter(Boolean);
const kept = (name: string) => readFileSync(new URL(`../../knowledge/${name}`, import.meta.url), 'utf8');

describe('the stroomschema', () => {
  it('in the repository is the one that the route gives: npm run -s route -- graph --out knowledge/stroomschema.svg', async () => {
    expect((await run()).out === kept('stroomschema.svg')).toBe(true);
  });

  it('as a page in the repository too: npm run -s route -- graph --page --out knowledge/stroomschema.md', async () => {
    expect((await run('--page')).out).toBe(kept('stroomschema.md'));
  });

  it('shows every block with what it is and who takes part, and why one goes on', async () => {
    const { out, code } = await run();
    expect(code).toBe(0);
    const shown = words(textsIn(out).join(' '));
    for (const { label, explain } of route.blocks) for (const word of words(`${label} ${explain}`)) expect(shown).toContain(word);
    for (const { label } of route.arrows) for (const word of words(label ?? '')) expect(shown).toContain(word);
    expect(out).toMatch(/^<svg [^>]*role="img" lang="nl" aria-labelledby="title desc"/);
    expect(out).toMatch(/<title id="title">[^<]+<\/title>\n<desc id="desc">[^<]+<\/desc>/);
  });

  it('runs straight down the middle, in its order', async () => {
    const placed = await layOut(pictureOfRoute(route));
    const main = placed.boxes.filter((box) => box.node.kind !== 'exit');
    expect(new Set(main.map((box) => box.x + box.width / 2)).size).toBe(1);
    expect(main.map((box) => box.y)).toEqual(main.map((box) => box.y).sort((one, other) => one - other));
  });

  it.each([['triage', 'Onderzoek en triage'], ['veiligheid', 'Veiligheid']])('marks %s as the place where one is', async (here, label) => {
    const texts = textsIn((await run('--here', here)).out);
    expect(texts.filter((text) => text === HERE)).toHaveLength(1);
    expect(texts[texts.indexOf(HERE) + 1]).toBe(label);
    expect((await run('--mermaid', '--here', here)).out).toMatch(new RegExp(`${HERE}<br/>${label}"[^\n]*:::hier`));
  });
});

describe('the picture of a tree', () => {
  it.each([...route.trees.values()].map((tree) => [tree.id, tree] as const))('%s shows every question and every outcome, and no box over another', async (id, tree) => {
    const picture = pictureOfTree(route, id);
    const placed = await layOut(picture);
    const shown = words(textsIn(svgOf(picture, placed)).join(' '));
    for (const { question } of tree.questions.values()) for (const word of words(question)) expect(shown).toContain(word);
    for (const { title } of tree.outcomes.values()) for (const word of words(title)) expect(shown).toContain(word);
    for (const one of placed.boxes) {
      for (const other of placed.boxes) {
        if (one === other) continue;
        const apart = one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;
        expect(apart, `${one.node.id} over ${other.node.id}`).toBe(true);
      }
      expect(one.x >= 0 && one.y >= 0 && one.x + one.width <= placed.width && one.y + one.height <= placed.height).toBe(true);
    }
    for (const line of placed.lines) expect(line.points.length, `${line.edge.from} to ${line.edge.to}`).toBeGreaterThan(1);
  });

  it('leads to other trees where the tree does, and marks where one is', async () => {
    const { out } = await run('--tree', 'wat-nu', '--here', 'wat-nu-aanleiding');
    const shown = textsIn(out).join(' ');
    expect(shown).toContain('Verder bij: ');
    expect(shown).toContain(HERE);
  });
});

describe('the command', () => {
  it('is the same every time', async () => {
    const first = await run('--tree', 'mdo');
    vi.restoreAllMocks();
    expect((await run('--tree', 'mdo')).out === first.out).toBe(true);
  });

  it('writes to a file', async () => {
    const { code, out, err } = await run('--out', join(folder, 'route.svg'));
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('route.svg');
    expect(readFileSync(join(folder, 'route.svg'), 'utf8')).toMatch(/^<svg /);
  });

  it.each([
    ['--tree', 'bestaat-niet', 'unknown tree'], ['--page', '--mermaid', "leave out '--mermaid'"], ['--here', 'bestaat-niet', 'unknown block or step'], ['--kleur', 'rood', '--kleur'],
    ['--out', join(folder, 'no', 'folder', 'x.svg'), 'can not write'],
  ])('%s %s is wrong usage', async (option, value, said) => {
    const { code, out, err } = await run(option, value);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });

  it('names the nodes of a tree when the one that was given is not in it', async () => {
    expect((await run('--tree', 'wat-nu', '--here', 'triage')).err).toContain('wat-nu-aanleiding');
  });
});

describe('text', () => {
  const nasty = '<script>alert("1")</script> & \'x\' ]]> \u0000 `a` #b; "c" | {d}';
  const picture: Picture = {
    title: nasty, description: nasty,
    nodes: ['a', 'b'].map((id) => ({ id, kind: 'question' as const, label: nasty, text: nasty, roles: [nasty], here: false, danger: false })),
    edges: [{ from: 'a', to: 'b', label: nasty }],
  };

  it('is text in the SVG, whatever it looks like', async () => {
    const svg = svgOf(picture, await layOut(picture));
    expect(svg).not.toMatch(/<script|\u0000/);
    expect(textsIn(svg)[0]).toBe(nasty.replace('\u0000', ''));
  });

  it('is text in Mermaid', () => {
    const text = mermaidOf(picture);
    for (const line of text.split('\n').filter((each) => /^ {2}n\d/.test(each))) {
      expect(line.match(/"/g)).toHaveLength(2);
      expect(/"([^"]*)"/.exec(line)?.[1]?.replaceAll('<br/>', '')).not.toMatch(/[<>|`]|#(?!\d+;)/);
    }
  });

  it('is wrapped within its box, a long word alone', () => {
    const style = { size: 10, bold: false, leading: 12 };
    expect(wrap('een twee drie', 50, style)).toEqual(['een twee', 'drie']);
    expect(wrap('ondersteuningsroutewijzer nu', 50, style)).toEqual(['ondersteuningsroutewijzer', 'nu']);
    const long = boxOf({ id: 'x', kind: 'flow', label: 'a '.repeat(200), text: '', roles: [], here: true, danger: false });
    expect(long.lines[0]?.text).toBe(HERE);
    expect(long.height).toBeGreaterThan(100);
  });
});
