import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import type { CardData } from '../../src/cards/data.js';
import { cardInputs, inputLengths } from '../../src/cards/inputs.js';
import { shownData } from '../../src/cards/shown.js';
import { kinds, nodesOf, renderer, renderSample, sampleOf, stringsOf, templates, typed } from './cards.js';

/** The bundle has no types of its own, and the typed entry of the package does not load in Node. */
const AdaptiveCards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Library;

/** Teams refuses a card of about 28 KB. */
const LARGEST = 25_000;
const inputTypes = ['Input.ChoiceSet', 'Input.Date', 'Input.Text', 'Input.Time', 'Input.Toggle'];

/** A form and a sheet are called by the name in their data. */
const nameOf = (kind: (typeof kinds)[number]) => (kind === 'form' || kind === 'sheet' ? sampleOf(kind).name : kind);

describe.each(kinds)('the %s card', (kind) => {
  const card = renderSample(kind);

  it('is a valid Adaptive Card, with nothing that the library complains about', () => {
    const parsed = new AdaptiveCards.AdaptiveCard();
    parsed.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: 6 } });
    const context = new AdaptiveCards.SerializationContext();
    parsed.parse(card, context);
    const complaints = [...Array(context.eventCount).keys()].map((index) => context.getEventAt(index).message);
    expect(complaints).toEqual([]);
    expect(parsed.validateProperties().validationEvents.map(({ message }) => message)).toEqual([]);
  });

  it('begins with an element that names the card', () => {
    expect((card['body'] as { id?: string }[])[0]?.id).toBe(`card:${nameOf(kind)}`);
  });

  it('fits into a Teams message, with a text for hosts that cannot show it', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(LARGEST);
    expect(card['fallbackText']).toMatch(/\S/);
  });

  it('has at most six buttons in a row', () => {
    expect((card['actions'] as unknown[] | undefined)?.length ?? 0).toBeLessThanOrEqual(6);
    for (const set of typed(card, 'ActionSet')) expect((set['actions'] as unknown[]).length).toBeLessThanOrEqual(6);
  });

  it('wraps every text and labels every input', () => {
    for (const text of typed(card, 'TextBlock')) expect(text).toMatchObject({ wrap: true });
    for (const input of typed(card, ...inputTypes)) {
      expect(input['label']).toMatch(/\S/);
      if (input['isRequired'] === true) expect(input['errorMessage']).toMatch(/\S/);
    }
  });

  it('has every id once, and toggles only what is there', () => {
    const ids = nodesOf(card).filter((node) => 'type' in node && 'id' in node).map((node) => node['id']);
    expect(new Set(ids).size).toBe(ids.length);
    for (const toggle of typed(card, 'Action.ToggleVisibility')) {
      for (const target of toggle['targetElements'] as (string | { elementId: string })[]) {
        expect(ids).toContain(typeof target === 'string' ? target : target.elementId);
      }
    }
  });

  it('shows every text of its sample', () => {
    const onCard = stringsOf(card).join('\n');
    for (const text of stringsOf(JSON.parse(JSON.stringify(shownData(kind, sampleOf(kind)), (field, value: unknown) => (field === 'kind' ? undefined : value))))) {
      if (!['info', 'warning', 'good', 'normal', 'open', 'default', 'accent', '2026-11-22'].includes(text)) expect(onCard).toContain(text);
    }
  });

  it('has the inputs that inputs.ts names, and no other', () => {
    const named: Record<string, string> = kind === 'form' ? Object.fromEntries(sampleOf('form').fields.filter(({ kind: field }) => !['heading', 'note'].includes(field)).map(({ id }) => [id, id])) : kind in cardInputs ? cardInputs[kind as keyof typeof cardInputs] : {};
    const inputs = typed(card, ...inputTypes);
    expect(inputs.map((input) => input['id']).sort()).toEqual(Object.values(named).sort());
    for (const input of inputs) {
      if (input['type'] === 'Input.Text') expect(input['maxLength']).toBe(kind === 'form' ? 300 : inputLengths[input['id'] as keyof typeof inputLengths]);
    }
  });

  it('never blocks a button with an input that belongs to another', () => {
    const submits = typed(card, 'Action.Execute').filter((action) => action['associatedInputs'] !== 'none');
    const required = typed(card, ...inputTypes).filter((input) => input['isRequired'] === true);
    if (submits.length > 1) expect(required).toEqual([]);
  });

  it('leaves no empty element behind when all its lists are empty', () => {
    const optional = ['banner', 'answer', 'closedReason', 'term', 'regie', 'stagnation'];
    const needed = ['options', 'actions', 'rules'];
    const bare = renderer.render(kind, Object.fromEntries(Object.entries(sampleOf(kind))
      .filter(([field, value]) => !optional.includes(field) || (kind === 'mdo' && typeof value === 'string'))
      .map(([field, value]) => [field, Array.isArray(value) && !needed.includes(field) ? [] : value])) as CardData<typeof kind>);
    for (const node of nodesOf(bare)) {
      for (const list of ['items', 'columns', 'facts', 'actions']) if (list in node) expect(node[list]).not.toEqual([]);
    }
  });
});

describe('the templates', () => {
  it('all draw the banner in the same way', () => {
    const banners = templates.map(({ text }) => JSON.stringify(nodesOf(JSON.parse(text)).find((node) => node['$when'] === '${exists(banner)}')));
    expect(new Set(banners).size).toBe(1);
  });

  it('give what a gate holds back the word "dicht", and what is open the word "open"', () => {
    const words = typed(renderSample('consent'), 'TextBlock').filter((text) => ['open', 'dicht'].includes(String(text['text'])));
    expect(words.map(({ text, color }) => [text, color])).toEqual([['open', 'Good'], ['dicht', 'Attention'], ['dicht', 'Attention']]);
  });

  it('keep the ids of rules behind a toggle', () => {
    const withoutHidden = (value: unknown): unknown => Array.isArray(value)
      ? value.filter((item: { isVisible?: boolean }) => item.isVisible !== false).map(withoutHidden)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutHidden(inner)])) : value;
    for (const kind of ['question', 'advice'] as const) {
      expect(JSON.stringify(renderSample(kind))).toContain('TOE-0');
      expect(JSON.stringify(withoutHidden(renderSample(kind)))).not.toMatch(/TOE-\d|S2-\d|REG-\d/);
    }
  });

  it('put an advice under the id of its outcome, in a warning colour when there is danger', () => {
    expect(typed(renderSample('advice'), 'Container').find(({ id }) => id === 'outcome:jgz-meedenken')).toMatchObject({ style: 'default' });
    const danger = renderSample('advice', { tone: 'danger', contacts: [{ title: 'Direct gevaar', value: '112' }] });
    expect(danger['body']).toContainEqual(expect.objectContaining({ id: 'outcome:jgz-meedenken', style: 'attention' }));
    expect(JSON.stringify(danger).split('"112"').length).toBe(2);
  });

  it('move buttons beyond the sixth into the body', () => {
    const button = { title: 'Verder', verb: 'go', data: { v: 1, verb: 'go', ref: '', seen: 0 } };
    const card = renderSample('question', { nav: Array.from({ length: 8 }, () => button) });
    expect(card['actions']).toHaveLength(6);
    expect(typed(card['body'], 'Action.Execute').filter(({ title }) => title === 'Verder')).toHaveLength(2);
  });

  it('show up to two earlier answers, and put more behind a button', () => {
    const path = sampleOf('question').path;
    const shown = (count: number) => typed(renderSample('question', { path: path.slice(0, count) }), 'Container').find(({ id }) => id === 'path')?.['isVisible'];
    expect([shown(0), shown(2), shown(3)]).toEqual([undefined, true, false]);
  });

  it('hide the form when a term is no longer open', () => {
    expect(typed(renderSample('term', { open: false, nav: [] }), 'Action.Execute', ...inputTypes)).toEqual([]);
  });
});
