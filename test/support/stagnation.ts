import type { CaseCommand } from '../../src/case/commands.js';
import type { Route } from '../../src/route/model.js';
import { consent, gezag, juf, open, punt, regievoerder, type Said } from './case.js';
import { realRoute } from './route.js';

const real = realRoute();

/** The real route in a region where the board of the regievoerder has the school of the juf, and two working days are agreed twice. */
export const agreedRoute: Route = {
  ...real,
  region: {
    ...real.region,
    stagnatiepunt: { againAfterDays: 2, secondAfterDays: 2, second: 'baas@proef.example', setBy: 'Overleg', setOn: '2026-01-05', proposal: false },
    schoolbesturen: [{ name: regievoerder.organisation, schools: [juf.organisation] }],
  },
};
/** A region that agreed nothing about it. */
export const silentRoute: Route = { ...real, region: { ...real.region, stagnatiepunt: undefined, schoolbesturen: [] } };
/** The mother knows that the regievoerder zorg hears of it. */
export const motherKnows: readonly Said[] = [[juf, gezag('moeder')], [juf, consent('moeder', { recipients: ['regievoerder'], purpose: 'vastlopen', status: 'weet-het' })]];

export const stuck = (kind: string, parentsKnow = true): CaseCommand => ({ type: 'stuck', kind, parentsKnow });
export const close = (ending = 'samenwerking-hervat'): CaseCommand => ({ type: 'close-stagnation', ending, noteId: null });
export const handOn = (changes: Partial<Extract<CaseCommand, { type: 'hand-on' }>> = {}): CaseCommand => ({ type: 'hand-on', found: [regievoerder], to: '', noteId: null, ...changes });
export const mark = (risk = 'dreigend'): CaseCommand => ({ type: 'mark-risk', risk });
export const progress = (stage = 'zoekt-plek'): CaseCommand => ({ type: 'progress-offer', stage });

export const opened: Said = [juf, open()];
/** Picked up by somebody of the stagnatiepunt. */
export const claimed: readonly Said[] = [opened, [juf, stuck('samenwerking')], [punt, { type: 'claim' }]];
