import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { consentInShort, MADE_BY, tablesOf } from '../../src/cli/tables.js';
import { writeTables } from '../../src/cli/write-tables.js';
import { goodRoute } from '../route/fixture.js';
import { realRoute } from '../support/route.js';

const KEPT = new URL('../../knowledge/uitkomsten/', import.meta.url);
const RENEW = 'the tables are not what the route gives; look at what changed and renew them with: npm run -s route -- outcomes --table --out knowledge/uitkomsten';

describe('the tables in the repository', () => {
  it('are what the route gives', () => {
    const made = Object.fromEntries([...tablesOf(realRoute())].map(([tree, text]) => [`${tree}.md`, text]));
    const kept = Object.fromEntries(readdirSync(KEPT).sort().map((name) => [name, readFileSync(new URL(name, KEPT), 'utf8')]));
    expect(Object.keys(kept), RENEW).toEqual(Object.keys(made).sort());
    for (const [name, text] of Object.entries(made)) expect(kept[name], `${name}: ${RENEW}`).toBe(text);
  });
});

/** The lines of a table's last part. */
function paths(text: string | undefined): readonly string[] {
  const lines = (text ?? '').split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(lines.indexOf('| antwoorden | uitkomst | rol | toestemming |') + 2);
}

describe('a table', () => {
  const tables = tablesOf(goodRoute());

  it('has one line for paths that give the same and differ in one answer, and ends where another tree begins', () => {
    expect(paths(tables.get('zorg'))).toEqual([
      '| rol: alle · zorg: klein | o-klein | leerkracht |  |',
      '| rol: school · zorg: groot · leeftijd: alle · wie: team | → boom samen |  |  |',
      '| rol: school · zorg: groot · leeftijd: tot-12 · wie: ggd | o-ggd | jv | ggd (overleg): ouders |',
      '| rol: school · zorg: groot · leeftijd: vanaf-12 · wie: ggd | o-ggd | jv | ggd (overleg): ouders+jeugdige |',
      '| rol: ggd · zorg: groot · wie: team | → boom samen |  |  |',
      '| rol: ggd · zorg: groot · wie: ggd | o-ggd | jv | ggd (overleg): niet nodig |',
    ]);
  });

  it('tells who has the regie where the matrix decides', () => {
    expect(paths(tables.get('samen'))).toEqual([
      '| rol: school · leervraag: alle · leefvraag: enkelvoudig | o-regie | onderwijs |  |',
      '| rol: school · leervraag: enkelvoudig · leefvraag: complex | o-regie | casemanager |  |',
      '| rol: school · leervraag: complex · leefvraag: complex | o-regie | niemand |  |',
      '| rol: ggd | o-regie-ggd | niemand |  |',
    ]);
  });

  it('lists the facts with their values, and the outcomes with their duties', () => {
    expect(tables.get('zorg')).toContain('| zorg | klein, groot |');
    expect(tables.get('zorg')).toContain('| o-ggd | zien | jv | schrijf, praat, bel | dossier |  | SVO-01 |');
  });
});

describe('consent in short', () => {
  const need = { recipient: 'jgz', purpose: 'betrekken', kind: 'ask' as const, inform: [], rules: [] };

  it('names who is asked in order, and whether the answer closes the gate', () => {
    expect(consentInShort({ ...need, ask: [{ who: 'gezaghebbenden', weight: 'required' }, { who: 'jeugdige', weight: 'advice' }] })).toBe('jgz: ouders+jeugdige (advies)');
    expect(consentInShort({ ...need, ask: [{ who: 'jeugdige', weight: 'required' }, { who: 'gezaghebbenden', weight: 'unless-declined' }] }))
      .toBe('jgz: jeugdige+ouders (tenzij de jongere dat niet wil)');
  });

  it('tells informing, nothing and silence apart', () => {
    expect(consentInShort({ ...need, kind: 'inform', ask: [], inform: ['gezaghebbenden'] })).toBe('jgz: ouders informeren');
    expect(consentInShort({ ...need, kind: 'none', ask: [], purpose: 'mdo' })).toBe('jgz (mdo): niet nodig');
    expect(consentInShort({ ...need, kind: 'silent', ask: [] })).toBe('jgz: route zwijgt');
  });
});

describe('writing the tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'routewijzer-tables-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('removes the table of a tree that is gone, and no other file', () => {
    const there = join(folder, 'nieuw');
    mkdirSync(there);
    writeFileSync(join(there, 'oud.md'), `# Oud\n\n${MADE_BY}\n`);
    writeFileSync(join(there, 'eigen.md'), '# Van iemand zelf\n');
    expect(writeTables(there, new Map([['zorg', 'tekst\n']]))).toBe(1);
    expect(readdirSync(there).sort()).toEqual(['eigen.md', 'zorg.md']);
    expect(readFileSync(join(there, 'zorg.md'), 'utf8')).toBe('tekst\n');
  });
});
