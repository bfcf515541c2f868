import { describe, expect, it } from 'vitest';
import { dialogCard } from '../../src/cards/dialog.js';
import { encodeButton, OPENS_DIALOG } from '../../src/cards/button.js';
import { kinds, renderSample, sampleOf, renderer, typed } from './cards.js';

const marked = (view: string) => ({ title: 'Open', verb: 'show', data: { ...encodeButton('show', 'c-1', 3, { view }), msteams: OPENS_DIALOG } });
const back = { title: 'Terug naar de casus', verb: 'show', data: encodeButton('show', 'c-1', 3, { view: 'case' }) };

describe('a button that opens a dialog', () => {
  it('becomes the Action.Submit that Teams wants, and no other button does', () => {
    const card = renderSample('notice', { buttons: [marked('consent'), back] });
    expect(typed(card, 'Action.Submit')).toEqual([{
      type: 'Action.Submit', title: 'Open', style: 'default', associatedInputs: 'none',
      data: { v: 1, verb: 'show', ref: 'c-1', seen: 3, view: 'consent', msteams: { type: 'task/fetch' } },
    }]);
    expect(typed(card, 'Action.Execute')).toMatchObject([{ verb: 'show', title: 'Terug naar de casus' }]);
  });
});

describe.each(kinds)('the %s card in a dialog', (kind) => {
  const card = dialogCard(renderer.render(kind, sampleOf(kind)));

  it('has buttons that Teams sends from there, with their verb in the data', () => {
    expect(typed(card, 'Action.Execute')).toEqual([]);
    const before = typed(renderSample(kind), 'Action.Execute', 'Action.Submit');
    const after = typed(card, 'Action.Submit');
    expect(after.map(({ title, data }) => [title, (data as { verb: string }).verb])).toEqual(before.map(({ title, data }) => [title, (data as { verb: string }).verb]));
    for (const { data } of after) expect(data).not.toHaveProperty('msteams');
  });

  it('has nothing to refresh, and keeps everything that can be read', () => {
    expect(card).not.toHaveProperty('refresh');
    expect(typed(card, 'TextBlock', 'FactSet', 'Input.Text', 'Input.Date', 'Input.ChoiceSet')).toEqual(typed(renderSample(kind), 'TextBlock', 'FactSet', 'Input.Text', 'Input.Date', 'Input.ChoiceSet'));
  });
});
