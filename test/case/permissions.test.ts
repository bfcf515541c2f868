import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideCase } from '../../src/case/decide.js';
import type { Actor } from '../../src/case/decision.js';
import type { CaseState } from '../../src/case/state.js';
import { byTimeOnly, caseActions } from '../../src/route/rights.js';
import { actor as anyActor, route, run, turns } from '../support/any-command.js';
import { MONDAY, outcomeOf, play } from '../support/case.js';
import { scenes, type GivenAction } from '../support/permitted.js';

/** Who may ever give which command, written by hand beside `dialogs/rechten.yaml`: x may, . may not. */
const TABLE = `
                     werkt  punt  kijkt  onbekend  niemand
  open                 x      x     .       x         .
  step-done            x      x     .       x         .
  step-waits           x      x     .       x         .
  close                x      x     .       x         .
  reopen               x      x     .       x         .
  record-gezag         x      x     .       x         .
  record-consent       x      x     .       x         .
  set-border-month     x      x     .       x         .
  correct-age          x      x     .       x         .
  note-danger          x      x     .       x         .
  end-danger           x      x     .       x         .
  note-registration    x      x     .       x         .
  note-contact         x      x     .       x         .
  refer                x      x     .       .         .
  invite-person        x      x     .       .         .
  add-outsider         x      x     .       .         .
  remove-outsider      x      x     .       .         .
  leave                x      x     .       .         .
  withdraw-handover    x      x     .       .         .
  set-holder           x      x     .       .         .
  offer-handover       x      x     .       .         .
  accept-handover      x      x     .       .         .
  decline-handover     x      x     .       .         .
  replace-person       x      x     .       .         .
  take-left-behind     x      x     .       .         .
  form-duo             x      x     .       .         .
  end-duo              x      x     .       .         .
  set-reference        x      x     .       .         .
  plan-mdo             x      x     .       .         .
  answer-mdo           x      x     .       .         .
  fix-date             x      x     .       .         .
  cancel-mdo           x      x     .       .         .
  record-attendance    x      x     .       .         .
  set-levels           x      x     .       x         .
  set-goals            x      x     .       .         .
  add-action           x      x     .       .         .
  remove-actions       x      x     .       .         .
  set-responsible      x      x     .       .         .
  set-regie            x      x     .       .         .
  adopt-plan           x      x     .       .         .
  action-done          x      x     .       .         .
  record-evaluation    x      x     .       .         .
  strike-entry         x      x     .       x         .
  replace-note         x      x     .       x         .
  merge                x      x     .       .         .
  stuck                x      x     .       .         .
  runs-again           x      x     .       x         .
  claim                .      x     .       .         .
  release-claim        .      x     .       .         .
  nudge                .      x     .       .         .
  propose-mdo          .      x     .       .         .
  parents-told         x      x     .       .         .
  close-stagnation     .      x     .       .         .
  hand-on              .      x     .       .         .
  mark-risk            x      x     .       .         .
  progress-offer       x      x     .       .         .
  end-risk             x      x     .       .         .
`;

/** Every role of the route, by hand, with its column. */
const COLUMN: Readonly<Record<string, string>> = {
  leerkracht: 'werkt', mentor: 'werkt', 'ib-er': 'werkt', directie: 'werkt', koo: 'werkt', jeugdverpleegkundige: 'werkt', jeugdarts: 'werkt', casemanager: 'werkt',
  gedragswetenschapper: 'werkt', leerplichtambtenaar: 'werkt', regievoerder: 'werkt', 'coordinator-swv': 'werkt', 'bovenschools-team': 'werkt',
  'gedragswetenschapper-onderwijs': 'werkt', gedragsdeskundige: 'werkt', doktersassistente: 'werkt', 'veilig-thuis': 'werkt', huisarts: 'werkt', anders: 'werkt', schoolbestuur: 'werkt',
  stagnatiepunt: 'punt', manager: 'kijkt', beheerder: 'kijkt', onbekend: 'onbekend', onderwijs: 'niemand', zelf: 'niemand',
};

const [head = [], ...rows] = TABLE.trim().split('\n').map((line) => line.trim().split(/\s+/));
const matrix = new Map(rows.map(([action = '', ...cells]) => [action, new Map(cells.map((cell, at) => [head[at] ?? '', cell === 'x']))]));
const may = (role: string, action: string): boolean => matrix.get(action)?.get(COLUMN[role] ?? '') === true;

const ofThePoint = new Set(['claim', 'release-claim', 'nudge', 'propose-mdo', 'close-stagnation', 'hand-on']);
/** What is told to a role that may not. */
const told = (role: string, action: string): string => (role === 'onbekend' ? 'register-only' : ofThePoint.has(action) ? 'stagnatiepunt-only' : 'role-may-not');

/** The same person at the same place in the case, with another role in the register and in the case. */
const roleInCase = (state: CaseState | undefined, { person }: Actor, role: string): CaseState | undefined =>
  state && { ...state, people: state.people.map((one) => (one.person === person ? { ...one, role } : one)) };

const given = Object.entries(scenes) as [GivenAction, (typeof scenes)[GivenAction]][];
const worlds = given.map(([action, scene]) => ({ action, scene, ...play(route, ...scene.story) }));

describe('the table of permissions', () => {
  it('names every role of the route, and every command that is not of time alone', () => {
    expect([...route.roles.keys()].sort()).toEqual(Object.keys(COLUMN).sort());
    expect([...matrix.keys()].sort()).toEqual(caseActions.filter((action) => !byTimeOnly(route, action)).sort());
  });

  it.each(worlds)('$action: in its scene nothing but the role could stand in the way', ({ scene: { command, actor, at }, state, events }) => {
    const outcome = outcomeOf(decideCase(state, command, { route, now: at ?? MONDAY, actor, history: events }));
    expect(outcome).toBeInstanceOf(Array);
    expect(outcome).not.toHaveLength(0);
  });

  it.each(worlds)('$action: each role may, or may not, as the table says', ({ action, scene: { command, actor, at }, state, events }) => {
    for (const role of route.roles.keys()) {
      const decision = decideCase(roleInCase(state, actor, role), command, { route, now: at ?? MONDAY, actor: { ...actor, role }, history: events });
      if (may(role, action)) expect(['role-may-not', 'register-only', 'stagnatiepunt-only', 'unknown-button'], role).not.toContain(outcomeOf(decision));
      else expect(outcomeOf(decision), role).toBe(told(role, action));
    }
  });

  it('gives nobody what only time does, and time nothing that people do', () => {
    const [world] = worlds.filter(({ action }) => action === 'step-done');
    const timed = caseActions.filter((action) => !matrix.has(action));
    expect(timed).toHaveLength(10);
    for (const type of timed) {
      for (const role of route.roles.keys()) {
        expect(outcomeOf(decideCase(world?.state, { type } as never, { route, now: MONDAY, actor: { person: 'p-juf', role, organisation: 'De Proefschool' } })), `${type} ${role}`).toBe('unknown-button');
      }
    }
    for (const { action, scene, state, events } of worlds) {
      expect(outcomeOf(decideCase(state, scene.command, { route, now: scene.at ?? MONDAY, actor: null, history: events })), action).toBe('unknown-button');
    }
  });

  it('knows no role that is not in the route', () => {
    for (const role of ['', 'tovenaar', '__proto__', 'constructor', 'professionals', 'van-buiten']) {
      for (const { action, scene, state, events } of worlds) {
        const decision = decideCase(state, scene.command, { route, now: scene.at ?? MONDAY, actor: { ...scene.actor, role }, history: events });
        expect(outcomeOf(decision), `${action} ${role}`).toBe(told(role, action));
      }
    }
  });
});

describe('whatever people do', () => {
  const role = fc.constantFrom(...route.roles.keys());
  /** Anybody with any role, also one that this person does not have elsewhere: the register can have changed. */
  const anybody = fc.tuple(anyActor, fc.option(role)).map(([who, other]): Actor | null => who && { ...who, role: other ?? who.role });

  it('nothing ever happens that the role may not', () => {
    fc.assert(fc.property(turns, fc.infiniteStream(anybody), (list, actors) => {
      const mixed = list.map((turn, at) => (at < 3 ? turn : { ...turn, actor: actors.next().value ?? turn.actor }));
      run(mixed).forEach(({ events }, at) => {
        const turn = mixed[at];
        if (!turn || events.length === 0) return;
        if (turn.actor) expect(may(turn.actor.role, turn.command.type), `${turn.actor.role} ${turn.command.type}`).toBe(true);
        else expect(matrix.has(turn.command.type), turn.command.type).toBe(false);
      });
    }), { numRuns: 300 });
  });
});
