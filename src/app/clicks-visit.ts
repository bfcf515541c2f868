import type { VisitCommand } from '../case/visit.js';
import type { Answers } from '../route/model.js';
import { field, inPlace, type Click } from './click.js';
import { visitRendered } from './cards-of-visit.js';
import { noticeFor } from './notices.js';
import { bannerOf, type Banner } from './present/words.js';
import type { Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';
import type { Reply } from './input.js';
import { runVisit, type LoadedVisit, type VisitOutcome } from './run-visit.js';

/** The tree with which "wat nu?" begins. */
export const FIRST_TREE = 'wat-nu';

/** What the register already tells about this person: never asked again. */
export function knownOf(parts: Parts, person: Person): Answers {
  const role = parts.route.roles.get(person.role);
  return person.registered && role ? { [parts.route.roleFact]: role.asks } : {};
}

/** Begins a visit and returns its card. `answers` are what a text already told. */
export async function startVisit(
  parts: Parts, person: Person, from: { readonly tree: string; readonly answers?: Answers; readonly commandId?: string; readonly posts?: boolean }, banner?: Banner,
): Promise<{ loaded: LoadedVisit | undefined; message: Rendered }> {
  const tree = parts.route.trees.has(from.tree) ? from.tree : FIRST_TREE;
  // Of a message that is delivered twice the visit is found again, and its card shown as it stands.
  const stream = `v-${from.commandId ?? parts.ids.next()}`;
  const command: VisitCommand = { type: 'start', person: person.id, tree, known: knownOf(parts, person), answers: from.answers ?? {} };
  const outcome = await runVisit(parts, { stream, command, commandId: from.commandId ?? stream, person, ...(from.posts ? { posts: true } : {}) });
  return { loaded: outcome.loaded, message: visitMessage(parts, person, outcome, banner) };
}

/** The card of a visit, with the refusal of the last command on top of it. */
export function visitMessage(parts: Parts, person: Person, { loaded, refusal }: VisitOutcome, banner?: Banner): Rendered {
  if (!loaded) return noticeFor(parts, person, refusal);
  return visitRendered(parts, loaded, person, bannerOf(refusal) ?? banner);
}

/** A button "start": a new visit takes the place of the clicked card; of a dialog it also comes into the chat, where it stays. */
export async function onStart(parts: Parts, click: Click): Promise<Reply> {
  const { loaded, message } = await startVisit(parts, click.person, { tree: field(click, 'tree'), posts: click.dialog !== 'none' });
  if (!loaded) return { kind: 'card', message };
  return inPlace(parts, click, { stream: loaded.stream, card: 'visit', view: 'visit', version: loaded.version }, message);
}

/** The buttons of a visit's own card. */
export async function onVisit(parts: Parts, click: Click): Promise<Reply> {
  const command = visitCommand(click);
  if (!command) return { kind: 'card', message: noticeFor(parts, click.person, undefined) };
  const { ref } = click.pressed;
  const outcome = await runVisit(parts, { stream: ref, command, commandId: click.commandId, person: click.person });
  const message = visitMessage(parts, click.person, outcome);
  if (!outcome.loaded) return { kind: 'card', message };
  return inPlace(parts, click, { stream: ref, card: 'visit', view: 'visit', version: outcome.loaded.version }, message);
}

function visitCommand(click: Click): VisitCommand | undefined {
  switch (click.pressed.verb) {
    case 'answer': return { type: 'answer', fact: field(click, 'fact'), value: field(click, 'value') };
    case 'change': return { type: 'change', fact: field(click, 'fact') };
    case 'back': return { type: 'back' };
    case 'stop': return { type: 'stop' };
    case 'resume': return { type: 'resume' };
    default: return undefined;
  }
}
