import { createHash } from 'node:crypto';
import { refuse } from '../case/refusals.js';
import { askingOf } from '../knowledge/asking.js';
import { normal } from '../knowledge/normal.js';
import type { CommandId, Understood } from '../knowledge/understand.js';
import { begreep, refusedBanner, together } from './answers/banners.js';
import { begin, visitReply } from './answers/begin.js';
import { busyLine, busyWith, onButton, type Busy } from './answers/busy.js';
import { onCommand } from './answers/commands.js';
import { heardAs } from './answers/hear.js';
import { replyTo } from './answers/reply.js';
import { courtesy } from './answers/short-words.js';
import { isNumber, typedAnswer, type Typed } from './answers/typed.js';
import { roleSaid } from './clicks-route.js';
import { FIRST_TREE, visitMessage } from './clicks-visit.js';
import { visitRendered } from './cards-of-visit.js';
import type { Input, Reply } from './input.js';
import { helpFor } from './notices.js';
import type { Parts } from './parts.js';
import type { Person } from './ports.js';
import type { Banner } from './present/words.js';
import { runVisit } from './run-visit.js';

type Text = Extract<Input, { kind: 'text' }>;

/** One text of one person, and what is said about it at the top of the answer. Of the text itself only what was understood goes on. */
interface Turn {
  readonly person: Person;
  readonly heard: Understood;
  readonly commandId: string | undefined;
  readonly banner: Banner | undefined;
}

/** These are about the dialog itself: whatever question is open, they are no answer to it. */
const ABOUT_THE_DIALOG: ReadonlySet<CommandId> = new Set(['stop', 'terug', 'verder', 'opnieuw', 'help', 'mens']);

/** Numbers that somebody in need may type. */
const EMERGENCY: ReadonlySet<string> = new Set(['112', '113']);

/** A text in personal chat: danger first, then commands, then an answer to the open question, then anything else. */
export async function onText(parts: Parts, input: Text, person: Person): Promise<Reply> {
  const heard = await heardAs(parts, person, input.text);
  const turn: Turn = { person, heard, commandId: textId(input, person), banner: refusedBanner(heard.refused) };
  const { banner, commandId } = turn;
  if (isNumber(heard.text) && !EMERGENCY.has(heard.text.trim())) return numberTyped(parts, turn);
  const busy = await busyWith(parts, person);
  const typed = busy && typedAnswer(busy.position, heard.text, factsFor(busy, heard));
  // What stands on the card in so many words, or a plain yes or no, sounds like nothing else; where it means danger the route says so.
  const answers = typed?.kind === 'value' && (typed.sure || (heard.kind === 'command' && !heard.named));
  if (heard.kind === 'safety') {
    if (busy && typed?.kind === 'value' && typed.sure) return answered(parts, turn, busy, typed);
    return begin(parts, person, { tree: 'veiligheid', answers: { ...heard.facts, veiligheid: heard.id }, commandId }, banner);
  }
  if (heard.kind === 'command' && !(answers === true && !ABOUT_THE_DIALOG.has(heard.id))) return onCommand(parts, heard.id, turn);
  if (busy && typed) return typed.kind === 'value' ? answered(parts, turn, busy, typed) : again(parts, turn, busy, UNFIT[typed.as]);
  // Only for the compiler: a command that is no answer was given above.
  if (heard.kind === 'command') return onCommand(parts, heard.id, turn);
  const between = busy ? { banner: together(banner, { text: busyLine(busy), tone: 'info' }), back: onButton(busy) } : { banner };
  const role = heard.role === undefined ? undefined : roleSaid(parts, person, heard.role, between);
  if (role) return { kind: 'card', message: role };
  return anythingElse(parts, turn, heard, busy);
}

/** A number and nothing else tells of no danger, is no command and asks nothing: it answers the open question, or none. */
async function numberTyped(parts: Parts, turn: Turn): Promise<Reply> {
  const { person, heard } = turn;
  const busy = await busyWith(parts, person);
  if (!busy) return { kind: 'card', message: helpFor(parts, person, 'Ik weet niet waar dit getal bij hoort. Begin met "Wat nu?", dan vraag ik ernaar.') };
  const typed = typedAnswer(busy.position, heard.text, heard.facts);
  return typed?.kind === 'value' ? answered(parts, turn, busy, typed) : again(parts, turn, busy, UNFIT.number);
}

async function anythingElse(parts: Parts, turn: Turn, heard: Exclude<Understood, { kind: 'safety' | 'command' }>, busy: Busy | undefined): Promise<Reply> {
  const { person, banner, commandId } = turn;
  if (heard.kind === 'route') {
    const understood = begreep(parts.route, heard.facts);
    const more = understood && heard.id !== undefined ? { ...understood, more: heard.id } : understood;
    return begin(parts, person, { tree: FIRST_TREE, answers: heard.facts, commandId }, together(banner, more));
  }
  if (heard.kind === 'none') {
    if (courtesy.has(normal(heard.text))) return { kind: 'card', message: helpFor(parts, person, 'Graag gedaan. Ik ben er als je me nodig hebt.') };
    // A few words that are no answer: most likely one was meant.
    if (busy && mayBeAnswer(heard.text)) return again(parts, turn, busy, refuse('unknown-answer').text);
  }
  return replyTo(parts, { person, heard, busy, banner });
}

/** Answers that the text gives to the very question that is open; a question of its own, or another situation, gives none. */
function factsFor({ visit, position, fresh }: Busy, heard: Understood): Understood['facts'] {
  if (!fresh) return {};
  const about = heard.facts['aanleiding'];
  const other = about !== undefined && position.fact.id !== 'aanleiding' && about !== visit.state.answers['aanleiding'];
  const asks = (heard.kind === 'article' || heard.kind === 'choices') && askingOf(heard.text) === 'question';
  // A situation with more in it than this answer begins a visit of its own, with all of it.
  const whole = heard.kind === 'route' && position.fact.id === 'aanleiding';
  return other || asks || whole ? {} : heard.facts;
}

const FEW_WORDS = 3;
const mayBeAnswer = (text: string) => askingOf(text) === 'statement' && normal(text).split(' ').length <= FEW_WORDS;

const UNFIT: Readonly<Record<Extract<Typed, { kind: 'unfit' }>['as'], string>> = {
  yes: 'Goed. Kies dan nu een antwoord op deze vraag.',
  no: 'Klopt er iets niet? Kies "Wijzig" bij dat antwoord. Kies anders een antwoord op deze vraag.',
  'dont-know': 'Weet je het nog niet? Vraag het eerst na. Deze vraag blijft hier staan.',
  number: refuse('unknown-answer').text,
};

/** People type instead of clicking. What was read between the lines is said, so that it can be changed. */
async function answered(parts: Parts, { person, banner, commandId }: Turn, { visit, position }: Busy, { value, sure }: Extract<Typed, { kind: 'value' }>): Promise<Reply> {
  const read: Banner | undefined = sure ? undefined : { text: `Ik las: ${value.label}. Klopt dat? Kies anders "Terug".`, tone: 'info' };
  const said = together(banner, read);
  const command = { type: 'answer', fact: position.fact.id, value: value.id } as const;
  const outcome = await runVisit(parts, { stream: visit.stream, command, commandId: commandId ?? `t-${parts.ids.next()}`, person });
  return visitReply(parts, person, outcome.loaded ?? visit, visitMessage(parts, person, outcome, said), said);
}

/** The question once more, with what there is to say about what was typed. */
function again(parts: Parts, { person, banner }: Turn, { visit }: Busy, text: string): Reply {
  const said = together(banner, { text, tone: 'info' });
  return visitReply(parts, person, visit, visitRendered(parts, visit, person, said), said);
}

/** The same message delivered twice is one command; a message without an id is always new. */
function textId({ activityId }: Text, person: Person): string | undefined {
  if (activityId === undefined || activityId === '') return undefined;
  return createHash('sha256').update(JSON.stringify(['text', person.id, activityId])).digest('base64url');
}
