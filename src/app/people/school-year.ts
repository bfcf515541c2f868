import { CHOICE_SEPARATOR, TOGGLE_OFF, TOGGLE_ON } from '../../cards/inputs.js';
import type { CardData } from '../../cards/data.js';
import type { Field } from '../../cards/generic.js';
import { sameSide } from '../../case/people/joining.js';
import { refuse } from '../../case/refusals.js';
import { actorOf, field, listInPlace, type Click } from '../click.js';
import { list } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import type { Person } from '../ports.js';
import { bannerOf, button, unsafeButton, type Banner } from '../present/words.js';
import { runCase } from '../run-case.js';
import { colleagueOf, nameAndPlace } from './choices.js';
import { myCases, openedInList, type MyCase } from './my-cases.js';

const nothing = { ref: '', seen: 0 };
/** As many as stand in the list of one's cases. */
const MOST_CASES = 15;

/** "Nieuw schooljaar": several of one's own cases are offered to one colleague of the same organisation and side. */
export async function onSchoolYear(parts: Parts, click: Click): Promise<Reply> {
  if (!click.person.registered) return { kind: 'card', message: noticeFor(parts, click.person, refuse('register-only')) };
  return formReply(parts, click, undefined);
}

async function formReply(parts: Parts, click: Click, banner: Banner | undefined): Promise<Reply> {
  const cases = await ownCases(parts, click.person);
  const colleagues = await colleaguesOf(parts, click.person);
  openedInList(parts, click.person, cases);
  const reply = await listInPlace(parts, click, show(parts, 'form', schoolYearForm(parts, cases, colleagues, click, banner)));
  return reply.kind === 'card' ? { ...reply, form: true } : reply;
}

async function ownCases(parts: Parts, person: Person): Promise<readonly MyCase[]> {
  const mine = await myCases(parts, person, await parts.store.rowsOf(person.id, 'case'));
  return mine.filter((one) => one.part === 'inside').slice(0, MOST_CASES);
}

async function colleaguesOf(parts: Parts, person: Person): Promise<readonly Person[]> {
  return (await parts.store.peopleOfRegion(parts.route.region.region)).filter((one) => one.id !== person.id && sameSide(parts.route, person, one));
}

function schoolYearForm(parts: Parts, cases: readonly MyCase[], colleagues: readonly Person[], click: Click, banner: Banner | undefined): CardData<'form'> {
  const choices = cases.map(({ row, loaded, reference }) => ({ value: row.stream, title: `Casus ${loaded.state.code}${reference === '' ? '' : ` (${reference})`}` }));
  const chosen = list(field(click, 'cases')).filter((one) => choices.some((choice) => choice.value === one)).join(CHOICE_SEPARATOR);
  const to = colleagues.map((one) => ({ value: one.id, title: nameAndPlace(parts, one) })).slice(0, 40);
  const possible = cases.length > 0 && colleagues.length > 0;
  const fields: Field[] = possible ? [
    { id: 'cases', kind: 'many', label: 'Welke casussen?', choices, value: chosen, required: true, error: 'Kies een of meer casussen.' },
    { id: 'to', kind: 'one', label: 'Aan wie?', choices: to, value: to.some((one) => one.value === field(click, 'to')) ? field(click, 'to') : '', required: true, error: 'Kies een collega.' },
    { id: 'told', kind: 'tick', label: 'Ik vertel zelf om welke kinderen het gaat, buiten Routewijzer', value: field(click, 'told') === TOGGLE_ON ? TOGGLE_ON : TOGGLE_OFF },
  ] : [];
  return {
    name: 'school-year', code: '', title: 'Nieuw schooljaar: draag je casussen over', facts: [], fields,
    intro: possible ? 'Je collega krijgt bij elke casus de vraag om jouw plek over te nemen. Tot die tijd verandert er niets.'
      : cases.length === 0 ? 'Je hebt geen open casussen om over te dragen.' : 'Ik ken geen collega van jouw organisatie die dit kan overnemen.',
    submit: possible ? [button('Bied aan', 'school-year-offer', nothing, {}, 'positive')] : [],
    nav: [button('Mijn casussen', 'cases', nothing), unsafeButton()],
    ...(banner ? { banner } : {}),
  };
}

/** Offers each of the chosen cases; says of which that worked, and of the others why not. */
export async function onOfferSchoolYear(parts: Parts, click: Click): Promise<Reply> {
  if (!click.person.registered) return { kind: 'card', message: noticeFor(parts, click.person, refuse('register-only')) };
  const to = await colleagueOf(parts, field(click, 'to'));
  const cases = (await ownCases(parts, click.person)).filter((one) => list(field(click, 'cases')).includes(one.row.stream));
  const missing = !to ? refuse('person-unknown') : cases.length === 0 ? refuse('choose-cases') : field(click, 'told') === TOGGLE_ON ? undefined : refuse('invite-told');
  if (missing || !to) return formReply(parts, click, bannerOf(missing));
  const offered: string[] = [];
  const not: string[] = [];
  for (const { row, loaded: { state } } of cases) {
    const { refusal } = await runCase(parts, {
      stream: row.stream, commandId: `${click.commandId} ${row.stream}`, actor: actorOf(click.person),
      command: { type: 'offer-handover', handover: `h-${parts.ids.next()}`, what: 'plek', to, reason: 'nieuw-schooljaar', told: true },
    });
    if (refusal) not.push(`Casus ${state.code}: ${refusal.text}`);
    else offered.push(state.code);
  }
  const person = await parts.store.person(to.person);
  return listInPlace(parts, click, show(parts, 'notice', {
    title: 'Nieuw schooljaar',
    text: offered.length === 0 ? 'Er is niets aangeboden.' : `Aangeboden aan ${person?.name ?? 'je collega'}: casus ${offered.join(', ')}. Jij blijft meedoen tot je collega het overneemt.`,
    lines: not, buttons: [button('Mijn casussen', 'cases', nothing), unsafeButton()],
  }));
}
