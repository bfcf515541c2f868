import type { CardData } from '../../cards/data.js';
import { REFUSED } from '../access/opened.js';
import { mayTake } from '../../case/people/left-behind.js';
import { caseInPlace } from '../case/in-place.js';
import { actorOf, field, listInPlace, type Click } from '../click.js';
import type { Reply } from '../input.js';
import { may } from '../may.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import type { Person } from '../ports.js';
import { bannerOf, button, unsafeButton, type Banner } from '../present/words.js';
import { loadCase, runCase, type LoadedCase } from '../run-case.js';

const nothing = { ref: '', seen: 0 };
/** As many as one chooses from at once; after one was taken over, the next comes into the list. */
const MOST_SHOWN = 15;

/** Open cases of this person's own organisation in which nobody is left who is in the register. */
export async function leftBehind(parts: Parts, person: Person): Promise<readonly LoadedCase[]> {
  if (!person.registered) return [];
  const here = await register(parts);
  const found: LoadedCase[] = [];
  for (const row of await parts.store.openCases(parts.route.region.region)) {
    // The owner first: of most cases somebody is there, and they need not be read.
    if (here.get(row.owner) === person.organisation) continue;
    const loaded = await loadCase(parts, row.stream);
    if (!loaded || !mayTake(parts, loaded.state, actorOf(person))) continue;
    if (goneOf(here, loaded).length === loaded.state.people.length) found.push(loaded);
    if (found.length === MOST_SHOWN) break;
  }
  return found;
}

/** Who is in the register with a role that can still go on with a case, by id, with the organisation they work for: one question for all cases together. */
type Register = ReadonlyMap<string, string>;

async function register(parts: Parts): Promise<Register> {
  return new Map((await parts.store.peopleOfRegion(parts.route.region.region)).filter((one) => may(parts, one, 'step-done')).map((one) => [one.id, one.organisation]));
}

function goneOf(here: Register, { state }: LoadedCase): readonly string[] {
  return state.people.filter((one) => here.get(one.person) !== one.organisation).map((one) => one.person);
}

/** The list, in a dialog from `mijn casussen`. */
export async function onLeftBehind(parts: Parts, click: Click): Promise<Reply> {
  return listed(parts, click, undefined);
}

async function listed(parts: Parts, click: Click, banner: Banner | undefined): Promise<Reply> {
  const cases = await leftBehind(parts, click.person);
  const reply = await listInPlace(parts, click, show(parts, 'form', form(cases, banner)));
  return reply.kind === 'card' ? { ...reply, form: true } : reply;
}

function form(cases: readonly LoadedCase[], banner: Banner | undefined): CardData<'form'> {
  const choices = cases.map(({ stream, state }) => ({ value: stream, title: `Casus ${state.code}` }));
  return {
    name: 'left-behind', code: '', title: 'Casussen zonder collega', facts: [],
    intro: choices.length === 0 ? 'Er is geen casus van jouw organisatie waar niemand meer is.'
      : 'Niemand die aan deze casussen meedeed, kan er nog mee verder. Neem er een over, dan blijft er niets liggen. Om welk kind het gaat, staat in jullie eigen dossier.',
    fields: choices.length === 0 ? [] : [{ id: 'case', kind: 'one', label: 'Welke casus neem je over?', choices, required: true, error: 'Kies een casus.' }],
    submit: choices.length === 0 ? [] : [button('Neem over', 'left-behind-take', nothing, {}, 'positive')],
    nav: [button('Mijn casussen', 'cases', nothing), unsafeButton()], ...(banner ? { banner } : {}),
  };
}

/** Takes one over, judged like any other command; then the case stands there. */
export async function onTakeLeftBehind(parts: Parts, click: Click): Promise<Reply> {
  const stream = field(click, 'case');
  const loaded = await loadCase(parts, stream);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, undefined) };
  const { loaded: after, refusal } = await runCase(parts, {
    stream, commandId: click.commandId, actor: actorOf(click.person), command: { type: 'take-left-behind', gone: goneOf(await register(parts), loaded) },
  });
  if (refusal) parts.opened?.(stream, click.person, REFUSED);
  if (refusal || !after) return listed(parts, click, bannerOf(refusal));
  return caseInPlace(parts, click, after, 'case', { text: `Casus ${after.state.code} staat nu op jouw naam.`, tone: 'good' });
}
