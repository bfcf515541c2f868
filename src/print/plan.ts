import type { Goal, Plan } from '../case/plan/state.js';
import { roleLabel } from '../route/roles.js';
import { facts, heading, line, listOr, paragraph, type Block, type PrintDoc } from './doc.js';
import { askMe, roleText, whoIs, type PrintInput } from './input.js';
import { voiceOf } from './voice.js';
import { dayOf } from '../case/time.js';
import { dayInWords, wordOf } from './words.js';

/** The plan of four parts (REG-09) for parents and jeugdige to keep; undefined while there is none. */
export function planDoc(input: PrintInput): PrintDoc | undefined {
  const { plan, code } = input.state;
  if (!plan) return undefined;
  const voice = voiceOf(input);
  return {
    title: 'Het plan',
    subtitle: `Casus ${code}. Vastgesteld op ${dayInWords(dayOf(plan.adoptedAt))}, gemaakt op ${dayInWords(input.day)}.`,
    blocks: [
      line(voice.nameLabel),
      paragraph('Dit is het plan van aanpak. Er staat in wat we willen bereiken, wie wat doet, wie waarvoor verantwoordelijk is en wie de regie heeft.'),
      ...attendance(input, plan),
      heading('1. Doelen'),
      paragraph('Op school (onderwijs):'),
      goals(input, plan.goals.onderwijs),
      paragraph('Thuis en daarbuiten (zorg):'),
      goals(input, plan.goals.zorg),
      heading('2. Acties'),
      ...actions(input, plan),
      heading('3. Verantwoordelijk'),
      facts(
        { title: 'Voor de doelen op school', value: whoOrNot(input, plan.responsible.onderwijs) },
        { title: 'Voor de doelen in de zorg', value: whoOrNot(input, plan.responsible.zorg) },
      ),
      heading('4. Regie'),
      facts(...regie(input, plan)),
      paragraph(voice.to === 'jongere' ? 'Je houdt zelf zoveel mogelijk de regie.' : 'Ouders houden zelf zoveel mogelijk de regie.'),
      ...evaluation(input, plan),
      heading('Vragen'),
      paragraph(askMe(input)),
      line('Telefoon of e-mail:'),
    ],
  };
}

function goals({ texts }: PrintInput, all: readonly Goal[]): Block {
  return listOr(all.map((goal) => texts.get(goal.textId) ?? '(verwijderd)'), 'Hier zijn geen doelen voor afgesproken.');
}

function actions(input: PrintInput, { actions: all }: Plan): readonly Block[] {
  if (all.length === 0) return [paragraph('Er zijn geen acties afgesproken.')];
  const rows = all.map((action) => [
    input.texts.get(action.textId) ?? '(verwijderd)', action.by === null ? roleText(input.route, action.role) : whoIs(input, action.by),
    dayInWords(action.on), action.doneAt === null ? ' ' : `ja, op ${dayInWords(dayOf(action.doneAt))}`,
  ]);
  return [{ kind: 'table', caption: '', head: ['Wat', 'Wie', 'Voor wanneer', 'Gedaan'], rows }];
}

function whoOrNot(input: PrintInput, key: string | null): string {
  return key === null || key === '' ? 'niet van toepassing' : whoIs(input, key);
}

function regie(input: PrintInput, plan: Plan) {
  return [
    { title: 'Procesregie', value: plan.regie === 'none' ? 'Niemand van de gemeente heeft de regie' : capitalRole(input, plan.regie) },
    { title: 'Wie de regie heeft', value: whoOrNot(input, plan.who) },
    { title: 'Contactpersoon van school', value: whoOrNot(input, plan.contactSchool) },
    { title: 'Contactpersoon van de gemeente', value: whoOrNot(input, plan.contactGemeente) },
  ];
}

function capitalRole({ route }: PrintInput, regieId: string): string {
  return regieId === 'onderwijs' ? 'Onderwijs' : roleLabel(route, regieId);
}

/** Who was at the MDO where this plan was made. */
function attendance(input: PrintInput, plan: Plan): readonly Block[] {
  const { mdo } = input.state;
  const held = mdo !== null && mdo.id === plan.mdo ? mdo.held : null;
  if (!held) return [heading('Wie waren erbij?'), paragraph('Dat is niet vastgelegd.')];
  const family = [...(held.parents ? ['de ouders of verzorgers'] : []), ...(held.jeugdige ? ['de jeugdige'] : [])];
  return [heading('Wie waren erbij?'), listOr([...held.present.map((key) => whoIs(input, key)), ...family], 'Dat is niet vastgelegd.')];
}

function evaluation({ state }: PrintInput, plan: Plan): readonly Block[] {
  const done = state.evaluations.map((one) => `${dayInWords(one.on)}: ${wordOf(one.outcome)}`);
  return [
    heading('Samen bespreken hoe het gaat'),
    paragraph(plan.evaluateOn === null
      ? 'Er is geen nieuwe dag afgesproken.'
      : `Op ${dayInWords(plan.evaluateOn)} bespreken jullie samen hoe het gaat. De contactpersonen van school en van de gemeente zijn daar altijd bij.`),
    ...(done.length === 0 ? [] : [paragraph('Eerder besproken:'), listOr(done, '')]),
  ];
}
