import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spoilt } from './torture/forged/spoil.js';
import { memoryGrew } from './torture/fuzz/memory.js';
import { broken, deep, misshapen, poisoned } from './torture/fuzz/mutate.js';
import { forbiddenEvents, type JudgedEvent, type JudgedPerson } from './torture/fuzz/permission.js';
import { readStore } from './torture/fuzz/store-read.js';
import { randomOf } from './torture/random.js';

/** The judges of the torture run see what they are there to see: each is shown something wrong. */
const person = (id: string, role: string, organisation = 'school', registered = true): JudgedPerson => ({ id, role, organisation, registered });
const PEOPLE = [
  person('juf', 'leerkracht'), person('ib', 'ib-er'), person('jgz', 'jeugdverpleegkundige', 'ggd'), person('buur', 'leerkracht', 'andere school'), person('punt', 'stagnatiepunt', 'gemeente'),
  person('punt2', 'stagnatiepunt', 'gemeente'), person('baas', 'manager', 'gemeente'), person('vreemd', 'onbekend', '', false),
];

type Said = readonly [type: string, actor: string | null, data?: Readonly<Record<string, unknown>>];
const history = (...said: readonly Said[]): readonly JudgedEvent[] => said.map(([type, actor, data = {}], index) => ({ stream: 'c-1', version: index + 1, type, actor, data }));
const judged = (...said: readonly Said[]): readonly string[] => forbiddenEvents(PEOPLE, history(...said));

const OPENED: Said = ['CaseOpened', 'juf', { owner: 'juf', ownerRole: 'leerkracht', organisation: 'school', ageBand: 'onder-12', borderMonth: null }];
const STARTED: Said = ['StepStarted', 'juf', { step: 'signaal', holder: 'juf' }];
const consent = (actor: string, status: string): Said => ['ConsentRecorded', actor, { sender: 'school', recipient: 'jgz', purpose: 'betrekken', who: 'moeder', status }];
const WITH_JGZ: readonly Said[] = [
  OPENED, STARTED, ['GezagRecorded', 'juf', { who: ['moeder'] }], consent('juf', 'gegeven'), ['PersonJoined', 'juf', { person: 'jgz', role: 'jeugdverpleegkundige', organisation: 'ggd', sender: 'school' }],
];
const STUCK: readonly Said[] = [OPENED, STARTED, ['CaseStuck', 'juf', { kind: 'samenwerking' }], ['Escalated', 'juf', { reason: 'stuck' }], ['StagnationClaimed', 'punt']];

describe('the judge of permissions', () => {
  it('has nothing to say of what ordinarily happens', () => {
    expect(judged(...WITH_JGZ, ['StepDone', 'jgz'], ['StepStarted', 'jgz'], ['HolderAsked', null])).toEqual([]);
    expect(judged(...STUCK, ['RoleNudged', 'punt', { person: 'juf' }], ['StagnationClosed', 'punt', { ending: 'samenwerking-hervat' }], ['StepStarted', 'punt'])).toEqual([]);
    expect(judged(OPENED, STARTED, ['HandoverOffered', 'juf', { handover: 'h', what: 'plek', from: 'juf', to: 'ib', toRole: 'ib-er', toOrganisation: 'school' }], ['HandoverAccepted', 'ib', { handover: 'h' }], ['StepDone', 'ib'])).toEqual([]);
  });

  it.each<readonly [why: string, story: readonly Said[], told: string]>([
    ['somebody who never took part', [OPENED, STARTED, ['StepDone', 'buur']], 'StepDone by leerkracht: needs participant'],
    ['somebody who left', [...WITH_JGZ, ['PersonLeft', 'jgz', { key: 'person:jgz' }], ['StepDone', 'jgz']], 'needs participant'],
    ['somebody who gave the place away', [OPENED, STARTED, ['HandoverOffered', 'juf', { handover: 'h', what: 'plek', from: 'juf', to: 'ib' }], ['HandoverAccepted', 'ib', { handover: 'h' }], ['CaseClosed', 'juf']], 'needs participant'],
    ['the one to whom nothing was offered', [OPENED, STARTED, ['HandoverAccepted', 'ib', { handover: 'h' }]], 'needs receiver'],
    ['a claim by somebody else', [...STUCK.slice(0, 4), ['StagnationClaimed', 'juf']], 'needs stagnatiepunt'],
    ['a colleague of the claimer', [...STUCK, ['RoleNudged', 'punt2', { person: 'juf' }]], 'needs claimer'],
    ['the claimer after giving it back', [...STUCK, ['StagnationReleased', 'punt'], ['MdoProposed', 'punt']], 'needs claimer'],
    ['the ending that belongs to others', [...STUCK, ['StagnationClosed', 'punt', { ending: 'loopt-weer' }]], 'those who take part'],
    ['the ending of the claimer', [...STUCK, ['StagnationClosed', 'juf', { ending: 'samenwerking-hervat' }]], 'the claimer'],
    ['a person who plays the passing of time', [OPENED, STARTED, ['HolderAsked', 'juf']], 'needs time'],
    ['time that plays a person', [OPENED, STARTED, ['StepDone', null]], 'the passing of time: needs participant'],
    ['a manager', [['CaseOpened', 'baas', { owner: 'baas', ownerRole: 'manager' }]], 'does nothing in a case'],
    ['somebody outside the register who reaches others', [['CaseOpened', 'vreemd', { owner: 'vreemd', ownerRole: 'onbekend' }], ['PersonJoined', 'vreemd', { person: 'ib' }]], 'reached other people'],
    ['a participant from whom consent was withdrawn', [...WITH_JGZ, consent('juf', 'ingetrokken'), ['ContactNoted', 'jgz']], 'was withdrawn'],
    ['another organisation\'s mark', [...WITH_JGZ, ['ReferenceSet', 'jgz', { organisation: 'school' }]], 'another organisation'],
    ['an answer for somebody else', [OPENED, STARTED, ['MdoPlanned', 'juf', { invitees: [{ key: 'person:jgz', personId: 'jgz' }, { key: 'person:ib', personId: 'ib' }] }], ['MdoAnswered', 'jgz', { invitee: 'person:ib' }]], 'needs invitee'],
    ['an event that nobody knows', [OPENED, STARTED, ['AllesGewist', 'juf']], 'no such event'],
    ['an unknown actor', [OPENED, STARTED, ['StepDone', 'niemand']], 'nobody we know'],
  ])('sees %s', (_why, story, told) => {
    expect(judged(...story).join('\n')).toContain(told);
  });

  it('lets whoever may not see a case any more say no, and nothing else', () => {
    expect(judged(...WITH_JGZ, consent('juf', 'ingetrokken'), consent('jgz', 'geweigerd'), ['PersonLeft', 'jgz', { key: 'person:jgz' }])).toEqual([]);
  });

  it('sees an event in somebody else\'s visit, a hole in a stream, and only what came after the baseline', () => {
    const visit: readonly JudgedEvent[] = [
      { stream: 'v-1', version: 1, type: 'VisitStarted', actor: 'juf', data: { person: 'juf' } }, { stream: 'v-1', version: 2, type: 'Answered', actor: 'ib', data: {} },
    ];
    expect(forbiddenEvents(PEOPLE, visit)).toEqual(['Answered in somebody else\'s visit, by ib-er']);
    expect(forbiddenEvents(PEOPLE, visit, new Map([['v-1', 2]]))).toEqual([]);
    expect(forbiddenEvents(PEOPLE, history(OPENED, STARTED, ['StepDone', 'juf']).filter(({ version }) => version !== 2)).join()).toContain('not numbered');
  });
});

describe('the judge of memory', () => {
  const MB = 1024 * 1024;
  const samples = (of: (at: number) => number) => Array.from({ length: 100 }, (_, at) => of(at) * MB);
  it('sees what leaks, and not what garbage collection does', () => {
    expect(memoryGrew(samples((at) => 150 + 2 * at))).toContain('grew');
    expect(memoryGrew(samples((at) => 150 + (at % 10) * 15))).toBeUndefined();
    expect(memoryGrew(samples((at) => Math.min(60 + 4 * at, 150)))).toBeUndefined();
    expect(memoryGrew([100 * MB, 950 * MB])).toContain('reached');
  });
});

it('a token with something changed is never the same token', () => {
  const random = randomOf(7, 'spoilt');
  const good = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"aud":"x"}').toString('base64url')}.${Buffer.alloc(256, 7).toString('base64url')}`;
  const made = Array.from({ length: 2000 }, () => spoilt(good, random)).filter((token) => token !== undefined);
  expect(made.length).toBeGreaterThan(1500);
  for (const token of made) expect(token.trim()).not.toBe(good);
});

it('the same seed makes the same inputs, and each is something else than what it was made of', () => {
  const activity = { type: 'invoke', name: 'task/submit', value: { data: { v: 1, verb: 'answer', ref: 'v-1', seen: 3 } }, from: { id: 'x' } };
  const made = (seed: number) => {
    const random = randomOf(seed, 'mutate');
    return Array.from({ length: 40 }, () => [JSON.stringify(misshapen(activity, random)), poisoned(activity, random), broken(activity, random), deep(activity, random)]);
  };
  expect(made(1)).toEqual(made(1));
  expect(made(1)).not.toEqual(made(2));
  expect(made(1).every(([, withPoison]) => withPoison !== JSON.stringify(activity))).toBe(true);
});

describe('the judge of the file', () => {
  function storeWith(...rows: readonly string[]): string {
    const folder = mkdtempSync(join(tmpdir(), 'torture-judges-'));
    onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
    const file = join(folder, 'store.sqlite');
    const db = new Database(file);
    db.exec(`create table people (id, aad_key, role, organisation, registered); create table streams (stream, version, kind, code); create table events (stream, version, type, data, actor);
      create table texts (id, stream, body); create table commands (id, stream, at); create table stream_people (person, stream);`);
    for (const row of rows) db.exec(`insert into ${row}`);
    db.close();
    return file;
  }
  const whole = ['streams values (\'c-1\', 2, \'case\', \'AB2CD\')', 'events values (\'c-1\', 1, \'CaseOpened\', \'{}\', \'juf\')', 'events values (\'c-1\', 2, \'StepStarted\', \'{}\', \'juf\')', 'commands values (\'k\', \'c-1\', \'\')', 'stream_people values (\'juf\', \'c-1\')'];

  it('has nothing to say of what was written whole', () => {
    expect(readStore(storeWith(...whole))).toMatchObject({ faults: [], codes: new Set(['AB2CD']) });
  });

  it.each(whole.map((_, index) => index))('sees that piece %i of an append is missing', (missing) => {
    expect(readStore(storeWith(...whole.filter((_row, index) => index !== missing))).faults.join()).toContain('half-written');
  });
});
