import type { OtherCase } from '../../case/record/commands.js';
import type { CaseState } from '../../case/state.js';
import { TOGGLE_ON } from '../../cards/inputs.js';
import { caseInPlace } from '../case/in-place.js';
import { actorOf, field, type Click } from '../click.js';
import { good } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import type { Parts } from '../parts.js';
import { bannerOf } from '../present/words.js';
import { loadCase, runCase, type LoadedCase } from '../run-case.js';
import { refuse } from '../../case/refusals.js';

/** The case that ends, with its texts under new ids: what the case that goes on does not name is not kept. */
export async function otherCase(parts: Parts, { stream, state }: LoadedCase): Promise<{ other: OtherCase; texts: readonly { id: string; body: string }[] }> {
  const renamed: Record<string, string> = {};
  const texts: { id: string; body: string }[] = [];
  for (const old of textsThatGoAlong(state)) {
    const body = await parts.store.text(old);
    if (body === undefined) continue;
    const id = `t-${parts.ids.next()}`;
    renamed[old] = id;
    texts.push({ id, body });
  }
  return { other: { stream, state, texts: renamed }, texts };
}

function textsThatGoAlong({ contacts, dangers, outsiders, references }: CaseState): readonly string[] {
  return [
    ...contacts.flatMap((note) => [note.discussedId, note.agreedId]), ...dangers.map((one) => one.noteId),
    ...outsiders.flatMap((one) => (one.nameId === null ? [] : [one.nameId])), ...Object.values(references),
  ];
}

/** Texts of talks and dangers that live on in the other case, by their ids in the one that ends. */
export function textsOfBoth(here: CaseState, there: CaseState): readonly string[] {
  const notes = there.contacts.filter((note) => here.contacts.some((one) => one.id === note.id));
  const dangers = there.dangers.filter((danger) => here.dangers.some((one) => one.id === danger.id));
  return [...notes.flatMap((note) => [note.discussedId, note.agreedId]), ...dangers.map((one) => one.noteId)];
}

/** Two cases about one child become one: the one of this card goes on. */
export async function onMerge(parts: Parts, click: Click): Promise<Reply> {
  const row = await parts.store.caseByCode(field(click, 'other').trim().toUpperCase());
  const there = row && await loadCase(parts, row.stream);
  const found = there && await otherCase(parts, there);
  const { loaded, refusal, repeated } = await runCase(parts, {
    stream: click.pressed.ref, commandId: click.commandId, actor: actorOf(click.person), texts: found?.texts ?? [],
    command: { type: 'merge', stream: click.pressed.ref, other: found?.other, sameChild: field(click, 'sameChild') === TOGGLE_ON },
  });
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('gone')) };
  if (refusal) return caseInPlace(parts, click, loaded, 'merge-form', bannerOf(refusal), click.pressed.fields);
  return caseInPlace(parts, click, loaded, 'case', repeated ? undefined : good(await mergedText(parts, loaded, there)));
}

async function mergedText(parts: Parts, loaded: LoadedCase, there: LoadedCase | undefined): Promise<string> {
  const here = new Set(loaded.state.people.map((one) => one.person));
  const left = (there?.state.people ?? []).filter((one) => !here.has(one.person));
  const names = await Promise.all(left.map(async (one) => (await parts.store.person(one.person))?.name ?? 'een deelnemer'));
  const out = names.length === 0 ? '' : ` Niet mee: ${names.join(', ')}. Daarvoor is in deze casus geen toestemming vastgelegd; zij krijgen bericht.`;
  return `Casus ${there?.state.code ?? ''} gaat op in deze casus en stopt.${out}`;
}
