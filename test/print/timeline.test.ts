import { describe, expect, it } from 'vitest';
import { timelineDoc } from '../../src/print/timeline.js';
import type { Actor } from '../../src/case/decision.js';
import { consent, gezag, ib, jgz, juf, open, play, punt, refer, type Said } from '../support/case.js';
import { talk } from '../support/contact.js';
import { inputFor, paper } from '../support/print.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const texts = new Map([['b1', 'Besproken door school'], ['a1', 'Afgesproken door school'], ['b2', 'Besproken door de GGD'], ['a2', 'Afgesproken door de GGD'], ['gevaar', 'Geheim over gevaar'], ['merk', 'LL-0042']]);
const full: readonly Said[] = [
  [juf, open()], [juf, gezag('moeder')], [juf, talk({ note: 'g1', on: '2026-11-19', discussedId: 'b1', agreedId: 'a1' })], [juf, { type: 'set-reference', referenceId: 'merk', wellFormed: true }],
  [juf, consent('moeder')], [juf, refer()], [juf, { type: 'invite-person', who: jgz, told: true, duo: false }],
  [jgz, talk({ note: 'g2', with: ['moeder', 'person:p-juf'], discussedId: 'b2', agreedId: 'a2' })],
  [juf, { type: 'note-danger', danger: 'd1', reason: 'kind', noteId: 'gevaar', parentsNotYet: true, knows: [ib.person] }],
  [juf, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }], [punt, { type: 'claim' }],
];
const story = play(route, ...full);
const page = (reader: Actor) => paper(timelineDoc(inputFor(route, story, reader, { texts }), story.events));

describe('the timeline for the own dossier', () => {
  it('holds what happened, who noted it, and the talks of the own organisation', () => {
    const text = page(ib);
    expect(text).toContain('| 23-11-2026 | Casus geopend | Naam Juf (Leerkracht) |');
    expect(text).toContain('| 23-11-2026 | Gesprek op 19 november 2026 met moeder | Naam Juf (Leerkracht) |');
    expect(text).toContain('- **Wat is besproken**: Besproken door school');
    expect(text).toContain('- **Ons eigen kenmerk**: LL-0042');
    expect(text).toContain('Je eigen dossier blijft het echte dossier');
  });
  it('says of a talk of another organisation that there was one, and not what was said', () => {
    const text = page(juf);
    expect(text).toContain('Gesprek op 23 november 2026 met moeder en Naam Juf (Leerkracht) | Naam Jgz (Jeugdverpleegkundige, JGZ)');
    expect(text).not.toContain('door de GGD');
  });
  it('for somebody from another side begins when they came in', () => {
    const text = page(jgz);
    expect(text).toContain('Besproken door de GGD');
    expect(text).toContain('Naam Jgz (Jeugdverpleegkundige, JGZ) doet mee');
    expect(text).not.toMatch(/Casus geopend|door school|LL-0042|Gezag/);
  });
  it('never holds danger, not even for who noted it', () => {
    for (const reader of [juf, ib, jgz]) expect(page(reader)).not.toMatch(/gevaar/i);
  });
  it('does not name who works at the stagnatiepunt', () => {
    expect(page(juf)).toContain('| Opgepakt door het stagnatiepunt | het stagnatiepunt |');
    expect(page(juf)).not.toContain('Naam Punt');
  });
});
