import { describe, expect, it } from 'vitest';
import { peopleColumns, readPeople } from '../../src/app/people-csv.js';
import { readSource } from '../../src/files.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const header = peopleColumns.join(',');
const line = (changes: Partial<Record<(typeof peopleColumns)[number], string>> = {}) => {
  const row: Record<string, string> = { aadObjectId: 'aad-1', name: 'Wietske Hofstra', email: 'w@proef.example', role: 'leerkracht', organisation: 'De Proefschool', organisationType: 'school', region: 'midden-groningen', ...changes };
  return peopleColumns.map((column) => row[column]).join(',');
};
const read = (...lines: string[]) => readPeople(route, 'people.csv', [header, ...lines].join('\n'));
const faults = (...lines: string[]) => { const result = read(...lines); return result.ok ? [] : result.faults; };

describe('the register of people', () => {
  it('is read, whatever the order of the columns, with a byte order mark and empty lines', () => {
    const text = `\uFEFFregion,role,name,organisation,organisationType,email,aadObjectId\r\n\r\nmidden-groningen, IB'er ,Auke Nijholt,De Proefschool,School,a@proef.example,AAD-2\r\n`;
    expect(readPeople(route, 'people.csv', text)).toEqual({
      ok: true,
      people: [{ aadObjectId: 'AAD-2', name: 'Auke Nijholt', email: 'a@proef.example', role: 'ib-er', organisation: 'De Proefschool', organisationType: 'school', region: 'midden-groningen' }],
    });
  });
  it.each([['IB’er', 'ib-er'], ['intern begeleider', 'ib-er'], ['Juf', 'leerkracht'], ['GGD', 'jeugdverpleegkundige'], ['LPA', 'leerplichtambtenaar'], ['schoolarts', 'jeugdarts'], ['Leidinggevende', 'manager']])('knows the role %s as %s', (said, role) => {
    const result = read(line({ role: said }));
    expect(result.ok && result.people[0]?.role).toBe(role);
  });
  it.each([['JGZ', 'ggd'], ['samenwerkingsverband', 'swv'], ['gemeente', 'gemeente'], ['bakkerij', 'onbekend']])('reads the organisation type %s as %s', (said, type) => {
    const result = read(line({ organisationType: said }));
    expect(result.ok && result.people[0]?.organisationType).toBe(type);
  });
  it('keeps a comma between quotes', () => {
    const result = read(line({ organisation: '"De Proefschool, locatie Oost"' }));
    expect(result.ok && result.people[0]?.organisation).toBe('De Proefschool, locatie Oost');
  });
  it('may hold no e-mail address, and nobody at all', () => {
    expect(read(line({ email: '' })).ok).toBe(true);
    expect(read()).toEqual({ ok: true, people: [] });
  });
  it('the demo people can be read', () => {
    const { name, text } = readSource('src/desk/demo-people.csv');
    expect(readPeople(route, name, text).ok).toBe(true);
  });
});

describe('a fault in it', () => {
  it.each(['aadObjectId', 'name', 'role', 'organisation'] as const)('an empty %s is named with its line', (column) => {
    expect(faults(line(), line({ aadObjectId: 'aad-2', [column]: '' }))).toEqual([`people.csv:3: ${column} is empty`]);
  });
  it('an unknown role is named with its line and what is known', () => {
    expect(faults(line({ role: 'tovenaar' }))).toEqual([expect.stringMatching(/^people\.csv:2: unknown role 'tovenaar'; known: .*leerkracht/)]);
  });
  it('somebody who occurs twice, however written', () => {
    expect(faults(line(), line({ aadObjectId: 'AAD-1' }))).toEqual([expect.stringContaining('this aadObjectId occurs twice')]);
  });
  it('somebody who occurs twice is named with both lines', () => {
    expect(faults(line(), '', line({ aadObjectId: 'AAD-1' }))).toEqual(['people.csv:4: this aadObjectId occurs twice, first on line 2']);
  });
  it.each(['samira', 'a@b', 'a b@proef.example', 'a@proef.example; b@proef.example', 'a@@proef.example', 'a@proef.example.'])('the e-mail address %s', (email) => {
    expect(faults(line({ email }))).toEqual(['people.csv:2: email is no e-mail address (it may be left empty)']);
  });
  it.each(['name', 'organisation', 'aadObjectId'] as const)('a number in the %s that can be a BSN, which is not repeated', (column) => {
    expect(faults(line({ [column]: '123456782' }))).toEqual([expect.stringMatching(new RegExp(`^people\\.csv:2: ${column} holds a number(?!.*123456782)`))]);
  });
  it('an id of Entra with many digits is none', () => {
    expect(faults(line({ aadObjectId: '12345678-2000-4000-8000-000000000000' }))).toEqual([]);
  });
  it('a line of nothing but commas', () => {
    expect(faults(line(), ',,,,,,')).toEqual(['people.csv:3: is empty']);
  });
  it('a missing column', () => {
    const result = readPeople(route, 'people.csv', 'aadObjectId,name\naad-1,Wietske');
    expect(result).toEqual({ ok: false, faults: [expect.stringMatching(/^people\.csv:1: column .*role.* is missing/)] });
  });
  it('a line with too few columns', () => {
    expect(faults(line(), 'aad-2,Auke')).toEqual([expect.stringMatching(/people\.csv.*line 3/)]);
  });
  it('all faults are told at once', () => {
    expect(faults(line({ role: 'tovenaar' }), line({ name: '', aadObjectId: 'aad-2' }), line({ aadObjectId: 'aad-3', region: 'elders' }))).toHaveLength(3);
  });

  it('a region that this process does not serve is named; left empty or written otherwise it is the own one', () => {
    expect(faults(line({ region: 'elders' }))[0]).toContain(":2: unknown region 'elders'; this process serves 'midden-groningen'");
    expect(faults(line({ region: '' }))).toEqual([]);
    expect(faults(line({ region: 'Midden Groningen' }))).toEqual([]);
  });
});
