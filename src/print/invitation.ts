import { gateFor } from '../case/consent/gate.js';
import { INVOLVE } from '../case/consent/purposes.js';
import { runnerOf, runsMdo } from '../case/mdo/invitation.js';
import type { Mdo, MdoInvitee } from '../case/mdo/state.js';
import { BOX, heading, line, list, paragraph, type Block, type PrintDoc } from './doc.js';
import { askMe, placeOf, whoIs, type PrintInput } from './input.js';
import { voiceOf, type Voice } from './voice.js';
import { dayInWords } from './words.js';

/**
 * The invitation to the MDO for parents and jeugdige. Only who runs the MDO makes it; undefined while there is nothing to invite
 * to: no MDO, cancelled, held or past.
 */
export function invitationDoc(input: PrintInput): PrintDoc | undefined {
  const { mdo } = input.state;
  if (!mdo || !invites(input)) return undefined;
  const voice = voiceOf(input);
  const purpose = input.texts.get(mdo.purposeId);
  return {
    title: 'Uitnodiging voor een gesprek',
    subtitle: `Casus ${input.state.code}. Gemaakt op ${dayInWords(input.day)}.`,
    blocks: [
      line(forWhom(mdo, voice)),
      paragraph(`Je bent uitgenodigd voor een gesprek over ${voice.about}. Zo'n gesprek heet ook wel een MDO: een overleg met mensen van verschillende organisaties.`),
      heading('Wanneer en waar'),
      ...when(mdo),
      line('Waar:'),
      heading('Waar gaat het over?'),
      paragraph(`We kijken samen wat goed gaat, wat lastig is en wat er nodig is. We maken één plan, met ${voice.to === 'jongere' ? 'jou' : 'jullie'} erbij.`),
      ...(purpose === undefined ? [] : [paragraph(`Dit staat in de uitnodiging aan de anderen: ${purpose}`)]),
      heading('Wie zijn erbij?'),
      list(...present(input, mdo)),
      heading('Wat mag je?'),
      list(...rights(voice)),
      heading('Laat je het weten?'),
      list(`${BOX}Ik kom`, `${BOX}Ik kan niet op dit moment, wel op een ander moment`, `${BOX}Ik kom liever niet`),
      paragraph(askMe(input)),
      line('Telefoon of e-mail:'),
    ],
  };
}

/** Is there an MDO to come, and is the reader the one who organises it, or in whose name the case is? */
export function invites(input: PrintInput): boolean {
  const { mdo } = input.state;
  if (!mdo || mdo.cancelled || mdo.held || input.state.closed) return false;
  const last = mdo.date === '' ? mdo.options.map((one) => one.date).sort().at(-1) ?? '' : mdo.date;
  return runsMdo(input.state, mdo, input.reader.id) && last >= input.day && placeOf(input) !== undefined;
}

/** From 16 it is the jongere's; the parents get one only where they were invited with the jongere's knowing. */
function forWhom(mdo: Mdo, voice: Voice): string {
  if (voice.to === 'jongere' && !mdo.parents) return 'Voor:';
  if (voice.to !== 'jongere' && !mdo.jeugdige) return 'Voor de ouders of verzorgers van:';
  return voice.to === 'jongere' ? 'Voor (de jongere en de ouders):' : `Voor (de ouders of verzorgers en ${voice.to === 'beiden' ? 'de jeugdige' : 'het kind'}):`;
}

function when(mdo: Mdo): readonly Block[] {
  const moment = (date: string, time: string) => `${dayInWords(date)}${time === '' ? '' : `, ${time} uur`}`;
  if (mdo.date !== '') return [paragraph(`Het gesprek is op ${moment(mdo.date, mdo.time)}.`)];
  return [paragraph('De dag ligt nog niet vast. Zet een kruisje bij de momenten waarop je kunt:'), list(...mdo.options.map((one) => `${BOX}${moment(one.date, one.time)}`))];
}

/** The organiser, and those who did not say that they stay away and with whom may be shared on this day. */
function present(input: PrintInput, mdo: Mdo): readonly string[] {
  const { route, state, day } = input;
  const may = ({ recipient }: MdoInvitee) => gateFor(route, state, { sender: mdo.sender, recipient, purpose: INVOLVE }, day).open;
  const coming = mdo.invitees.filter((one) => may(one) && one.answer?.answer !== 'kan-niet' && one.answer?.answer !== 'stuurt-iemand');
  const from = (key: string) => `${whoIs(input, key)}${organisationOf(input, key)}`;
  return [
    `${from(`person:${runnerOf(route, state, mdo, day) ?? input.reader.id}`)}, die dit gesprek organiseert`,
    ...coming.map((one) => `${from(one.key)}${one.answer?.answer === 'komt' ? '' : ' (heeft nog niet gezegd of het lukt)'}`),
  ];
}

function organisationOf({ names }: PrintInput, key: string): string {
  const organisation = key.startsWith('person:') ? names.get(key.slice('person:'.length))?.organisation : undefined;
  return organisation ? `, ${organisation}` : '';
}

function rights(voice: Voice): readonly string[] {
  return [
    'Je mag iemand meenemen die je helpt of steunt.',
    'Je mag zeggen dat je liever niet komt, of een andere dag vragen.',
    `Je mag vragen om iets over ${voice.about} niet te delen in dit gesprek.`,
    'Wil je dat iemand niet bij het gesprek is? Zeg dat van tevoren.',
    ...(voice.to === 'jongere' ? ['Jij kiest of je ouders erbij zijn.'] : []),
    'Je mag het plan op papier vragen.',
  ];
}
