import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, documents } from '../../src/app/print/documents.js';
import type { Person } from '../../src/app/ports.js';
import type { CaseView } from '../../src/app/present/view.js';
import type { CaseCommand } from '../../src/case/commands.js';
import type { Actor } from '../../src/case/decision.js';
import { seatOf } from '../../src/case/people/circle.js';
import { visibleEvents } from '../../src/case/people/visible.js';
import { toHtml } from '../../src/print/html.js';
import { consent, gezag, ib, jgz, juf, mdo, open, outsider, play, punt, refer, type Said, type Story } from '../support/case.js';
import { talk } from '../support/contact.js';
import { PEOPLE } from '../support/print.js';
import { realRoute } from '../support/route.js';
import { readHtml } from './docs.js';

const route = realRoute();
const cmj: Actor = { person: 'p-cmj', role: 'casemanager', organisation: 'Gemeente' };
const koo: Actor = { person: 'p-koo', role: 'koo', organisation: 'Gemeente' };
const actors = [juf, ib, jgz, cmj, koo] as const;
const names: Readonly<Record<string, { name: string; organisation: string }>> = { ...PEOPLE, 'p-cmj': { name: 'Naam Cmj', organisation: 'Gemeente' }, 'p-koo': { name: 'Naam Koo', organisation: 'Gemeente' } };
const some = fc.constantFrom;

/** Ids say whose words they are; the text of each is its id. */
const command = (actor: Actor, at: number): fc.Arbitrary<CaseCommand> => fc.oneof(
  some(['moeder'], ['jeugdige', 'role:huisarts'], ['person:p-jgz', 'vader']).map((w): CaseCommand => talk({ note: `g${String(at)}`, with: w, discussedId: `PRAAT-${actor.person}-b${String(at)}`, agreedId: `PRAAT-${actor.person}-a${String(at)}` })),
  fc.boolean().map((parentsNotYet): CaseCommand => ({ type: 'note-danger', danger: `d${String(at)}`, reason: 'kind', noteId: `GEVAAR-${String(at)}`, parentsNotYet, knows: [ib.person] })),
  fc.constant<CaseCommand>({ type: 'set-reference', referenceId: `MERK-${actor.person}-${String(at)}`, wellFormed: true }),
  some(ib, jgz, cmj, koo).map((who): CaseCommand => ({ type: 'invite-person', who, told: true, duo: false })),
  fc.record({ recipients: some(['jgz'], ['sociaal-team', 'koo'], ['school']), who: some('moeder', 'jeugdige'), status: some('gegeven', 'gegeven', 'ingetrokken', 'geweigerd', 'ouders-erbuiten') })
    .map(({ who, ...rest }): CaseCommand => consent(who, { ...rest, on: '2026-11-23' })),
  some<CaseCommand>(refer(), mdo({ invitees: [{ key: 'person:p-jgz', personId: 'p-jgz', role: jgz.role, organisation: jgz.organisation }, { key: 'role:koo', personId: null, role: 'koo', organisation: '' }], jeugdige: true, mdo: `m${String(at)}` })),
  some<CaseCommand>({ type: 'stuck', kind: 'samenwerking', parentsKnow: true }, { type: 'leave' }),
);
const turn = fc.tuple(some(...actors), fc.nat()).chain(([actor, at]) => command(actor, at).map((given): Said => [actor, given]));
const stories = fc.tuple(some('onder-12', '12-15', '16-17', '18-plus'), fc.array(turn, { maxLength: 25, size: 'max' })).map(([ageBand, turns]): readonly Said[] => [
  [juf, open({ ageBand })], [juf, gezag('moeder')], [juf, consent('moeder', { recipients: ['jgz', 'koo', 'sociaal-team'] })], [juf, consent('jeugdige', { recipients: ['jgz', 'koo', 'sociaal-team'] })],
  [juf, refer()], ...[jgz, koo].map((who): Said => [juf, { type: 'invite-person', who, told: true, duo: false }]), ...turns, [punt, { type: 'claim' }],
]);

function viewOf({ events, state }: Story, reader: Actor): CaseView {
  const person = (id: string): Person => ({ id, ...(names[id] ?? { name: '?', organisation: '' }), aadObjectId: id, email: '', role: actors.find((one) => one.person === id)?.role ?? 'onbekend', organisationType: 'onbekend', region: '', registered: true });
  // Everything that anybody ever wrote: what may not be printed must not be printed even then.
  const ids = [...new Set(JSON.stringify([events, state]).match(/(PRAAT|GEVAAR|MERK)-[\w-]+/g) ?? [])];
  return {
    route, now: '2026-11-23T12:00:00.000Z', viewer: { ...person(reader.person), role: reader.role, organisation: reader.organisation }, people: new Map(Object.keys(names).map((id) => [id, person(id)])),
    texts: new Map(ids.map((id) => [id, id])), undelivered: [], notDelivered: [], unreached: new Set(), prints: true, banner: undefined,
  };
}

/** Whose name this reader may see: who takes part, is invited, or is named by what the reader may see of what happened. */
function mayName({ events, state }: Story, reader: Actor): ReadonlySet<string> {
  if (!state) return new Set();
  const seen = visibleEvents(route, state, events, { person: reader.person, organisation: reader.organisation, registered: true }, '2026-11-23');
  const named = JSON.stringify(seen.filter(({ event }) => event.type === 'PersonJoined' || event.type === 'CaseOpened' || event.type === 'ContactNoted').map(({ event }) => event.data));
  return new Set([...state.people.map((one) => one.person), ...(state.mdo?.invitees.map((one) => one.personId ?? '') ?? []), ...Object.keys(names).filter((id) => named.includes(id))]);
}

describe('no page, for nobody, after whatever happened', () => {
  it('holds danger, words of a talk or the mark of another organisation, or a name that its reader may not see', () => {
    let printed = 0;
    fc.assert(fc.property(stories, (said) => {
      const story = play(route, ...said);
      if (!story.state) throw new Error('no case');
      const { state } = story;
      for (const reader of [...actors, outsider, punt]) {
        const loaded = { stream: 'c-1', version: story.events.length, state, events: story.events };
        const docs = documents.flatMap((name) => documentOf(name, loaded, viewOf(story, reader)) ?? []);
        const seat = seatOf(route, state, reader.person, '2026-11-23');
        if (seat?.kind !== 'open') expect(docs).toEqual([]);
        const may = mayName(story, reader);
        const mates = actors.filter((one) => one.organisation === reader.organisation && one.role !== 'koo' === (reader.role !== 'koo')).map((one) => one.person);
        for (const doc of docs) {
          printed += 1;
          const text = readHtml(toHtml(doc));
          expect(text).not.toMatch(/GEVAAR|[Gg]evaar|Meldcode|Veilig Thuis/);
          for (const [, author = ''] of text.matchAll(/PRAAT-(p-[a-z]+)/g)) expect(mates).toContain(author);
          for (const [, author = ''] of text.matchAll(/MERK-(p-[a-z]+)/g)) expect(actors.find((one) => one.person === author)?.organisation).toBe(reader.organisation);
          for (const [id, { name }] of Object.entries(names)) if (text.includes(name)) expect(may.has(id), `${name} for ${reader.person}`).toBe(true);
        }
      }
    }), { numRuns: 150 });
    // The stories do get somewhere.
    expect(printed).toBeGreaterThan(800);
  });
});
