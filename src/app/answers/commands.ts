import { refuse } from '../../case/refusals.js';
import type { CommandId } from '../../knowledge/understand.js';
import { cardOfCase } from '../cards-of-case.js';
import { asMessage } from '../click.js';
import { rolesFor, schemaFor } from '../clicks-route.js';
import { FIRST_TREE, visitMessage } from '../clicks-visit.js';
import { labelOf } from './case-label.js';
import type { Reply } from '../input.js';
import { casesOf, overviewFor } from '../lists.js';
import { meFor } from '../me/clicks.js';
import { may } from '../may.js';
import { helpFor, noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import { myCases, openedInList } from '../people/my-cases.js';
import type { Person } from '../ports.js';
import { caseForm } from '../present/lists.js';
import type { Banner } from '../present/words.js';
import { deleteByCode } from '../record/clicks.js';
import { lastVisit, runVisit } from '../run-visit.js';
import { riskListSaid } from '../stagnation/risk-list.js';
import { deadLettersSaid } from '../undelivered/beheer.js';
import { begin, visitReply } from './begin.js';
import { busyWith } from './busy.js';
import { callSheet, feedbackForm, personSheet, whichCase } from './sheets.js';

/** What somebody asked for in so many words. */
export interface Given {
  readonly person: Person;
  readonly commandId: string | undefined;
  readonly banner: Banner | undefined;
}

/** Commands that begin the route where one is. */
const BEGINS: Readonly<Partial<Record<CommandId, string>>> = {
  verzuimroute: 'verzuim', 'toestemming-nagaan': 'toestemming', 'mdo-plannen': 'mdo', 'stagnatie-melden': 'vastgelopen',
};

export async function onCommand(parts: Parts, id: CommandId, given: Given): Promise<Reply> {
  const { person, commandId, banner } = given;
  const aanleiding = BEGINS[id];
  if (aanleiding !== undefined) return begin(parts, person, { tree: FIRST_TREE, answers: { aanleiding }, commandId }, banner);
  switch (id) {
    case 'wat-nu': case 'opnieuw': return begin(parts, person, { tree: FIRST_TREE, commandId }, banner);
    case 'meldcode': return begin(parts, person, { tree: 'meldcode', commandId }, banner);
    case 'verder': return goOn(parts, given, 'resume');
    case 'terug': return goOn(parts, given, 'back');
    case 'stop': return goOn(parts, given, 'stop');
    default: return banner ? { kind: 'card', message: helpFor(parts, person, 'Typ je opdracht nog eens, zonder naam of nummer.', banner) } : pageReply(parts, id, person);
  }
}

/** What shows something and begins nothing; its card has no place for what was refused, so that is said first. */
async function pageReply(parts: Parts, id: CommandId, person: Person): Promise<Reply> {
  switch (id) {
    case 'risico': return riskListSaid(parts, person);
    case 'niet-bezorgd': return deadLettersSaid(parts, person);
    case 'samenvatting': return summaryFor(parts, person);
    case 'stagnatiepunt-hier': return { kind: 'text', text: 'Typ dit in het kanaal van het stagnatiepunt. Dan komen de meldingen daar.' };
    default: return { kind: 'card', message: await pageFor(parts, id, person) };
  }
}

async function pageFor(parts: Parts, id: CommandId, person: Person) {
  switch (id) {
    case 'casussen': return casesOf(parts, person);
    case 'mijn-gegevens': return meFor(parts, person);
    case 'casus-verwijderen': return deleteByCode(parts);
    case 'overzicht': return overviewFor(parts, person);
    case 'nieuwe-casus': return !may(parts, person, 'open') ? noticeFor(parts, person, refuse('role-may-not')) : show(parts, 'case-form', caseForm(parts.route, `n-${parts.ids.next()}`, 0, { step: 'signaal', age: '', then: '' }));
    case 'schema': return schemaFor(parts, person);
    case 'rollen': return rolesFor(parts);
    case 'wie-bel-ik': return show(parts, 'sheet', callSheet(parts.route, person, await busyWith(parts, person)));
    case 'mens': return show(parts, 'sheet', personSheet(parts.route, person, await busyWith(parts, person)));
    case 'feedback': return show(parts, 'form', feedbackForm());
    default: return helpFor(parts, person);
  }
}

async function goOn(parts: Parts, { person, commandId, banner }: Given, type: 'resume' | 'stop' | 'back'): Promise<Reply> {
  const visit = await lastVisit(parts, person);
  if (!visit) return { kind: 'card', message: helpFor(parts, person, 'Er is niets om mee verder te gaan. Begin met "Wat nu?".', banner) };
  const outcome = await runVisit(parts, { stream: visit.stream, command: { type }, commandId: commandId ?? `t-${parts.ids.next()}`, person });
  return visitReply(parts, person, outcome.loaded ?? visit, visitMessage(parts, person, outcome, banner), banner);
}

/** How a case stands: of the only one its card, of several a choice. */
async function summaryFor(parts: Parts, person: Person): Promise<Reply> {
  const cases = (await myCases(parts, person, await parts.store.rowsOf(person.id, 'case'))).filter(({ part }) => part === 'inside');
  const [only, ...others] = cases;
  if (!only) return { kind: 'card', message: helpFor(parts, person, 'Je doet nu niet mee aan een open casus. Daarom is er geen samenvatting.') };
  if (others.length > 0) {
    openedInList(parts, person, cases);
    const list = cases.map((one) => ({ ref: one.loaded.stream, seen: one.loaded.version, title: labelOf(parts.route, one) }));
    return { kind: 'card', message: show(parts, 'sheet', whichCase(list)) };
  }
  const { loaded } = only;
  const message = await cardOfCase(parts, loaded, person, { card: 'case', view: 'case', banner: undefined });
  if (!message) return { kind: 'card', message: await casesOf(parts, person) };
  return asMessage(parts, person, message, { stream: loaded.stream, card: 'case', view: 'case', version: loaded.version });
}
