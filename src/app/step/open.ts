import { refuse, type Refusal } from '../../case/refusals.js';
import { positionOf } from '../../case/visit.js';
import { caseInPlace } from '../case/in-place.js';
import { actorOf, field, listInPlace, type Click } from '../click.js';
import { referToIb } from '../people/refer.js';
import { may } from '../may.js';
import { noticeFor } from '../notices.js';
import { caseForm } from '../present/lists.js';
import { bannerOf, type Banner } from '../present/words.js';
import { show, type Parts } from '../parts.js';
import type { Reply } from '../input.js';
import { loadCase, runCase,  } from '../run-case.js';
import { loadVisit } from '../run-visit.js';

/** The case that belongs to a visit or to an empty form: one each, so that a repeated click opens nothing twice. */
function caseStreamOf(ref: string): string {
  return `c-${ref.slice(2)}`;
}

/** What an advice already tells of the case that is opened from it. */
async function presetFrom(parts: Parts, click: Click): Promise<{ step: string; age: string; answers: Readonly<Record<string, string>> }> {
  const visit = click.pressed.ref.startsWith('v-') ? await loadVisit(parts, click.pressed.ref) : undefined;
  if (!visit || visit.state.person !== click.person.id) return { step: 'signaal', age: '', answers: {} };
  const position = positionOf(visit.route, visit.state);
  const answers = Object.fromEntries(position.path.map((step) => [step.fact, step.value]));
  const step = position.kind === 'outcome' && position.outcome.step.caseStep ? position.outcome.step.id : '';
  return { step, age: answers[parts.route.ageFact] ?? '', answers };
}

/** From somebody else's dialog nobody opens a case: it would take the place of the one that is theirs to open. */
async function isOfAnother(parts: Parts, { pressed, person }: Click): Promise<boolean> {
  const visit = await loadVisit(parts, pressed.ref);
  return visit !== undefined && visit.state.person !== person.id;
}

/**
 * "Open een casus", "Leg voor aan de IB'er" or "Start een MDO" from an advice: opens at once when step and age are
 * known, else asks for them. From a list it is the empty form.
 */
export async function onCaseForm(parts: Parts, click: Click): Promise<Reply> {
  if (!may(parts, click.person, 'open')) return { kind: 'card', message: noticeFor(parts, click.person, refuse('role-may-not')) };
  if (await isOfAnother(parts, click)) return { kind: 'card', message: noticeFor(parts, click.person, refuse('not-yours')) };
  const ref = click.pressed.ref === '' ? `n-${parts.ids.next()}` : click.pressed.ref;
  const stream = caseStreamOf(ref);
  if (click.pressed.ref !== '' && await loadCase(parts, stream)) return afterOpening(parts, click, stream, undefined);
  const preset = await presetFrom(parts, click);
  if (preset.step !== '' && preset.age !== '') return open(parts, click, ref, { step: preset.step, age: preset.age, month: '', answers: preset.answers });
  return listInPlace(parts, click, show(parts, 'case-form', caseForm(parts.route, ref, click.pressed.seen, { ...preset, then: field(click, 'then') })));
}

export async function onOpenCase(parts: Parts, click: Click): Promise<Reply> {
  if (!may(parts, click.person, 'open')) return { kind: 'card', message: noticeFor(parts, click.person, refuse('role-may-not')) };
  if (!/^[vn]-./.test(click.pressed.ref)) return { kind: 'card', message: noticeFor(parts, click.person, undefined) };
  if (await isOfAnother(parts, click)) return { kind: 'card', message: noticeFor(parts, click.person, refuse('not-yours')) };
  const { answers } = await presetFrom(parts, click);
  const age = field(click, 'age');
  return open(parts, click, click.pressed.ref, { step: field(click, 'step'), age, month: field(click, 'month'), answers: { ...answers, [parts.route.ageFact]: age } });
}

interface Opening {
  readonly step: string;
  readonly age: string;
  /** As typed: the month of the next border of 12, 16 or 18 (N-14), or ''. */
  readonly month: string;
  readonly answers: Readonly<Record<string, string>>;
}

async function open(parts: Parts, click: Click, ref: string, { step, age, month, answers }: Opening): Promise<Reply> {
  const stream = caseStreamOf(ref);
  const { loaded, refusal } = await runCase(parts, {
    stream, commandId: click.commandId, actor: actorOf(click.person),
    command: { type: 'open', code: await freeCode(parts), region: parts.route.region.region, step, ageBand: age, borderMonth: month, answers },
  });
  if (!loaded) {
    const form = caseForm(parts.route, ref, click.pressed.seen, { step, age, month, then: field(click, 'then') }, bannerOf(refusal));
    return listInPlace(parts, click, show(parts, 'case-form', form));
  }
  return afterOpening(parts, click, stream, refusal);
}

/** A code that no case has, also not a closed one. */
async function freeCode(parts: Parts): Promise<string> {
  for (;;) {
    const code = parts.ids.code();
    if (!(await parts.store.caseByCode(code))) return code;
  }
}

/** What was wanted with the case: just to open it, to show it to the IB'er, or to start an MDO. */
async function afterOpening(parts: Parts, click: Click, stream: string, refusal: Refusal | undefined): Promise<Reply> {
  const loaded = await loadCase(parts, stream);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  const code = loaded.state.code;
  const opened: Banner = { text: `Casus ${code} is geopend. Schrijf deze code in je eigen dossier.`, tone: 'good' };
  const then = field(click, 'then');
  if (then === 'refer-ib') return referToIb(parts, click, loaded, opened);
  return caseInPlace(parts, click, loaded, viewAfter(then), bannerOf(refusal) ?? opened);
}

function viewAfter(then: string): string {
  if (then === 'start-mdo') return 'mdo-form';
  return then === 'stuck' ? 'term' : 'case';
}
