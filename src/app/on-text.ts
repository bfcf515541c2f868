import { createHash } from 'node:crypto';
import type { CommandId } from '../knowledge/understand.js';
import { normal } from '../knowledge/understand.js';
import { positionOf } from '../case/visit.js';
import { readValue } from '../route/numbers.js';
import { asMessage } from './click.js';
import { roleSaid, rolesFor, schemaFor } from './clicks-route.js';
import { FIRST_TREE, startVisit, visitMessage } from './clicks-visit.js';
import { casesOf, overviewFor } from './lists.js';
import { meFor } from './me/clicks.js';
import { helpFor } from './notices.js';
import { caseForm } from './present/lists.js';
import type { Banner } from './present/words.js';
import { show, type Parts } from './parts.js';
import { deleteByCode } from './record/clicks.js';
import type { Person, Rendered } from './ports.js';
import type { Input, Reply } from './input.js';
import { lastVisit, runVisit, type LoadedVisit } from './run-visit.js';
import { riskListSaid } from './stagnation/risk-list.js';

type Text = Extract<Input, { kind: 'text' }>;

const REMOVE_BSN: Banner = {
  text: 'Er stond een getal in je bericht dat op een burgerservicenummer lijkt. Ik heb dit niet bewaard, maar je bericht staat nog in Teams: verwijder het.',
  tone: 'warning',
};
const UNDERSTOOD: Banner = { text: 'Dit begreep ik uit je bericht. Klopt het niet? Kies "wijzig".', tone: 'info' };

/** A text in personal chat: danger first, then commands, then an answer to the open question, then a situation. */
export async function onText(parts: Parts, input: Text, person: Person): Promise<Reply> {
  const understood = parts.understand(input.text);
  const bsn = understood.bsn ? REMOVE_BSN : undefined;
  const commandId = textId(input, person);
  if (understood.kind === 'safety') {
    return begin(parts, person, { tree: 'veiligheid', answers: { veiligheid: understood.value }, commandId }, bsn);
  }
  if (understood.kind === 'command') return onCommand(parts, understood.id, person, commandId, bsn);
  const role = understood.role === undefined ? undefined : roleSaid(parts, person, understood.role);
  if (role) return { kind: 'card', message: role };
  const typed = await typedAnswer(parts, input, person, commandId);
  if (typed) return typed;
  if (understood.kind === 'route') return begin(parts, person, { tree: FIRST_TREE, answers: understood.facts, commandId }, bsn ?? UNDERSTOOD);
  const text = 'Ik weet niet zeker wat je bedoelt. Begin hier, dan zoeken we samen de volgende stap.';
  return { kind: 'card', message: helpFor(parts, person, bsn ? `${bsn.text} ${text}` : text) };
}

/** The same message delivered twice is one command; a message without an id is always new. */
function textId({ activityId }: Text, person: Person): string | undefined {
  if (activityId === undefined || activityId === '') return undefined;
  return createHash('sha256').update(JSON.stringify(['text', person.id, activityId])).digest('base64url');
}

async function begin(
  parts: Parts, person: Person,
  from: { readonly tree: string; readonly answers?: Readonly<Record<string, string>>; readonly commandId: string | undefined }, banner?: Banner,
): Promise<Reply> {
  const { commandId, ...rest } = from;
  const { loaded, message } = await startVisit(parts, person, commandId === undefined ? rest : { ...rest, commandId }, banner);
  return loaded ? visitReply(parts, person, loaded, message, banner) : { kind: 'card', message };
}

function visitReply(parts: Parts, person: Person, { stream, version }: LoadedVisit, message: Rendered, banner?: Banner): Reply {
  return asMessage(parts, person, message, { stream, card: 'visit', view: 'visit', version, banner });
}

async function onCommand(parts: Parts, id: CommandId, person: Person, commandId: string | undefined, bsn: Banner | undefined): Promise<Reply> {
  switch (id) {
    case 'wat-nu': return begin(parts, person, { tree: FIRST_TREE, commandId }, bsn);
    case 'verder': return goOn(parts, person, 'resume', commandId);
    case 'stop': return goOn(parts, person, 'stop', commandId);
    case 'casussen': return { kind: 'card', message: await casesOf(parts, person) };
    case 'risico': return riskListSaid(parts, person);
    case 'mijn-gegevens': return { kind: 'card', message: await meFor(parts, person) };
    case 'casus-verwijderen': return { kind: 'card', message: deleteByCode(parts) };
    case 'overzicht': return { kind: 'card', message: await overviewFor(parts, person) };
    case 'nieuwe-casus': {
      const form = caseForm(parts.route, `n-${parts.ids.next()}`, 0, { step: 'signaal', age: '', then: '' });
      return { kind: 'card', message: show(parts, 'case-form', form) };
    }
    case 'stagnatiepunt-hier': return { kind: 'text', text: 'Typ dit in het kanaal van het stagnatiepunt. Dan komen de meldingen daar.' };
    case 'meldcode': return begin(parts, person, { tree: 'meldcode', commandId }, bsn);
    case 'schema': return { kind: 'card', message: await schemaFor(parts, person) };
    case 'rollen': return { kind: 'card', message: rolesFor(parts) };
    case 'help': return { kind: 'card', message: helpFor(parts, person) };
  }
}

async function goOn(parts: Parts, person: Person, type: 'resume' | 'stop', commandId: string | undefined): Promise<Reply> {
  const visit = await lastVisit(parts, person);
  if (!visit) return { kind: 'card', message: helpFor(parts, person, 'Er is niets om mee verder te gaan. Begin met "Wat nu?".') };
  const outcome = await runVisit(parts, { stream: visit.stream, command: { type }, commandId: commandId ?? `t-${parts.ids.next()}`, person });
  return visitReply(parts, person, outcome.loaded ?? visit, visitMessage(parts, person, outcome));
}

/** People type instead of clicking: the text of one of the answers to the question that is open. */
async function typedAnswer(parts: Parts, input: Text, person: Person, commandId: string | undefined): Promise<Reply | undefined> {
  const visit = await lastVisit(parts, person);
  if (!visit || visit.state.stopped) return undefined;
  const position = positionOf(visit.route, visit.state);
  if (position.kind !== 'question') return undefined;
  const said = normal(input.text);
  const number = readValue(position.fact, input.text);
  const value = position.values.find((one) => (number.ok && one.id === number.value) || normal(one.label) === said || normal(one.id) === said);
  if (!value) return undefined;
  const outcome = await runVisit(parts, {
    stream: visit.stream, command: { type: 'answer', fact: position.fact.id, value: value.id }, commandId: commandId ?? `t-${parts.ids.next()}`, person,
  });
  return visitReply(parts, person, outcome.loaded ?? visit, visitMessage(parts, person, outcome));
}
