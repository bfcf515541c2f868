import { describe, expect, it } from 'vitest';
import { carriedAt, uncarried } from '../../src/route/carried.js';
import { files, goodRoute, lineOf } from '../route/fixture.js';

const REGISTER = 'knowledge/regels.yaml';
const rule = (id: string, kind: string, status = 'A') => `{ id: ${id}, text: Regel., source: Bron, status: ${status}, kind: ${kind} }`;
/** The register of the fixture, with one rule of another kind or status. */
const withRule = (id: string, kind: string, status = 'A') => ({ [REGISTER]: [[rule(id, 'duty'), rule(id, kind, status)]] as const });
const about = (id: string, faults: ReturnType<typeof uncarried>) => faults.filter((fault) => fault.node === id).map((fault) => fault.message);

describe('where a rule is carried', () => {
  const route = goodRoute({
    'dialogs/bomen/zorg.yaml': [['question: Hoe groot is de zorg?\n    why: Daarom.', 'question: Hoe groot is de zorg?\n    why: Daarom.\n    rules: [TOE-02]']],
    'dialogs/schema.yaml': [['{ from: begin, to: verder }', '{ from: begin, to: verder, rules: [REG-03] }']],
    'dialogs/regios/hier.yaml': [['contacts:', 'safetyContacts: [{ label: Nood, contact: "112", rules: [TOE-03] }]\nagreements: [{ id: afspraak, text: Zo., trees: [zorg], setBy: Wij, rules: [TOE-13] }]\ncontacts:']],
  });
  const carried = carriedAt(route);

  it('is a branch at the question that cites it', () => {
    expect(carried.get('TOE-02')).toContainEqual({ kind: 'branch', file: 'dialogs/bomen/zorg.yaml', node: 'q-zorg' });
  });

  it('is a duty at an outcome, and at an action or a registration of an outcome', () => {
    expect(carried.get('SVO-01')).toContainEqual({ kind: 'duty', file: 'dialogs/bomen/samen.yaml', node: 'o-regie' });
    expect(carried.get('TOE-03')).toContainEqual({ kind: 'duty', file: undefined, node: 'bel' });
    expect(carried.get('REG-03')).toContainEqual({ kind: 'duty', file: undefined, node: 'dossier' });
  });

  it('is a cell of a matrix, once for the row whatever the age', () => {
    expect(carried.get('TOE-06')?.filter((each) => each.kind === 'matrix')).toEqual([{ kind: 'matrix', file: 'dialogs/toestemming.yaml', node: 'iemand-ggd' }]);
    expect(carried.get('RGM-01')).toContainEqual({ kind: 'matrix', file: 'dialogs/regie.yaml', node: 'complex × enkelvoudig' });
  });

  it('is text on a role card, a block, an arrow, an agreement and a safety contact', () => {
    expect(carried.get('RGM-03')).toContainEqual({ kind: 'text', file: 'dialogs/rolkaarten.yaml', node: 'jv' });
    expect(carried.get('SVO-01')).toContainEqual({ kind: 'text', file: 'dialogs/schema.yaml', node: 'begin' });
    expect(carried.get('REG-03')).toContainEqual({ kind: 'text', file: 'dialogs/schema.yaml', node: 'begin → verder' });
    expect(carried.get('TOE-13')).toEqual([{ kind: 'text', file: 'dialogs/regios/hier.yaml', node: 'afspraak' }]);
    expect(carried.get('TOE-03')).toContainEqual({ kind: 'text', file: 'dialogs/regios/hier.yaml', node: 'Nood' });
  });
});

describe('a rule that is not carried', () => {
  it('is a fault when it is in force and carried in another way than the register says', () => {
    expect(about('RGM-01', uncarried(goodRoute()))).toEqual(['not carried as duty: no outcome, and no action or registration of an outcome, cites it; it is carried as matrix']);
    expect(about('RGM-01', uncarried(goodRoute(withRule('RGM-01', 'matrix'))))).toEqual([]);
  });

  it('is a fault when nothing cites it', () => {
    expect(about('TOE-13', uncarried(goodRoute(withRule('TOE-13', 'branch'))))).toEqual(['not carried as branch: no question cites it']);
  });

  it('is a fault when it is in force and only background', () => {
    expect(about('TOE-13', uncarried(goodRoute(withRule('TOE-13', 'background'))))).toEqual([expect.stringContaining('can not be background')]);
  });

  it.each(['G', 'U', 'N', 'O'])('is none with the status %s', (status) => {
    expect(about('TOE-13', uncarried(goodRoute(withRule('TOE-13', 'background', status))))).toEqual([]);
    expect(about('TOE-13', uncarried(goodRoute(withRule('TOE-13', 'duty', status))))).toEqual([]);
  });

  it('is told with the line on which its kind stands', () => {
    const all = files();
    const fault = uncarried(goodRoute(), all.find((file) => file.name === REGISTER)).find((each) => each.node === 'TOE-13');
    expect(fault).toMatchObject({ file: REGISTER, line: lineOf(all, REGISTER, 'TOE-13'), node: 'TOE-13', field: 'kind' });
  });
});
