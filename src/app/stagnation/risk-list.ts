import type { CardData } from '../../cards/data.js';
import { REFUSED } from '../access/opened.js';
import type { Section } from '../../cards/generic.js';
import { refuse, type Refusal } from '../../case/refusals.js';
import { seesRisk } from '../../case/stagnation/risk.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import { offerStages } from '../../case/values.js';
import { encodeButton } from '../../cards/button.js';
import { asMessage, field, listInPlace, type Click } from '../click.js';
import type { Reply } from '../input.js';
import { may } from '../may.js';
import { noticeFor } from '../notices.js';
import { chatOf, show, type Parts } from '../parts.js';
import type { Person, Rendered } from '../ports.js';
import { asDialog, button, capital, dutchDay, bannerOf, labels, unsafeButton, type Banner } from '../present/words.js';
import { loadCase, type LoadedCase } from '../run-case.js';
import { riskChoices, riskWord } from './words.js';

/** As many as one card holds. */
const A_PAGE = 10;
const nothing = { ref: '', seen: 0 };

/** The open cases at risk of the own schoolbestuur that may be shared on this day, the longest without progress first. */
async function atRisk(parts: Parts, person: Person): Promise<readonly LoadedCase[]> {
  const day = dayOf(parts.clock.now());
  const seen: LoadedCase[] = [];
  for (const row of await parts.store.openCases(parts.route.region.region)) {
    const loaded = await loadCase(parts, row.stream);
    if (loaded && seesRisk(parts.route, loaded.state, person, day)) seen.push(loaded);
  }
  return seen.sort((one, other) => ((one.state.risk?.stageSince ?? '') < (other.state.risk?.stageSince ?? '') ? -1 : 1));
}

/** "Mijn leerlingen", for a regievoerder zorg of the register alone: by code, with nothing else about a child (ROL-REG-03). */
export async function riskListFor(parts: Parts, person: Person, from = 0, banner?: Banner): Promise<Rendered> {
  if (!may(parts, person, 'risk-list')) return noticeFor(parts, person, refuse('regievoerder-only'));
  const all = await atRisk(parts, person);
  const begin = from < all.length ? from : 0;
  const more = all.length - begin - A_PAGE;
  for (const { stream } of all.slice(begin, begin + A_PAGE)) parts.opened?.(stream, person, 'risk-list');
  return show(parts, 'sheet', {
    name: 'risk-list', code: '', title: `Mijn leerlingen · ${person.organisation}`,
    status: `${showDay(dayOf(parts.clock.now()))} · ${all.length === 1 ? '1 casus' : `${String(all.length)} casussen`}`,
    intro: all.length === 0 ? 'Er staan nu geen casussen op je lijst. Een school zet een casus hierop, als de ouders het weten (vanaf 16 jaar: de jongere).'
      : 'Een casus heeft een code, nooit een naam. Bel de school en noem de code. Zonder voortgang staat de langste bovenaan.',
    sections: all.slice(begin, begin + A_PAGE).map((loaded) => sectionOf(parts, loaded)),
    buttons: more > 0 ? [button(`Toon de volgende ${String(Math.min(more, A_PAGE))}`, 'risk-list', nothing, { from: String(begin + A_PAGE) })] : [],
    nav: [button('Ververs', 'risk-list', nothing), unsafeButton()],
    ...(banner ? { banner } : {}),
  });
}

function sectionOf({ route, clock }: Parts, { stream, version, state }: LoadedCase): Section {
  const { risk, step } = state;
  const since = (at: string) => showDays(daysBetween(at, clock.now()));
  return {
    heading: `Casus ${state.code}`,
    facts: risk ? [
      { title: 'Wat speelt er', value: `${capital(riskWord(risk.risk))} · op de lijst: ${since(risk.since)}` },
      { title: 'School', value: risk.school },
      { title: 'Stap', value: step ? labels(route).step(step.id) : '' },
      { title: 'Passend aanbod', value: `${capital(riskWord(risk.stage))}, sinds ${dutchDay(dayOf(risk.stageSince))} (${since(risk.stageSince)})` },
    ] : [],
    buttons: [asDialog(button('Leg de voortgang vast', 'risk-open', { ref: stream, seen: version }))],
  };
}

/** The form with which a regievoerder zorg records how far a fitting offer is. */
function offerForm({ stream, version, state }: LoadedCase, banner: Banner | undefined): CardData<'form'> {
  const target = { ref: stream, seen: version };
  return {
    name: 'risk-offer', code: state.code, title: 'Op weg naar een passend aanbod', intro: 'De school en de anderen die meedoen, zien dit ook.',
    facts: [{ title: 'School', value: state.risk?.school ?? '' }, { title: 'Wat speelt er', value: capital(riskWord(state.risk?.risk ?? '')) }],
    fields: [{ id: 'stage', kind: 'one', label: 'Hoe ver zijn jullie?', choices: riskChoices(offerStages), value: state.risk?.stage ?? '' }],
    submit: [button('Leg de voortgang vast', 'risk-offer', target, {}, 'positive'), button('Haal van de lijst', 'risk-end', target)],
    nav: [button('Mijn leerlingen', 'risk-list', nothing), unsafeButton()],
    ...(banner ? { banner } : {}),
  };
}

export async function onRiskList(parts: Parts, click: Click): Promise<Reply> {
  const from = Number(field(click, 'from'));
  return listInPlace(parts, click, await riskListFor(parts, click.person, Number.isInteger(from) && from > 0 ? from : 0));
}

/** Opens the form for one case of the list; whoever may not see it, or not any more, gets the list as it is now. */
export async function onRiskOpen(parts: Parts, click: Click): Promise<Reply> {
  return riskFormFor(parts, click, undefined);
}

async function riskFormFor(parts: Parts, click: Click, banner: Banner | undefined): Promise<Reply> {
  const { pressed, person } = click;
  const loaded = await loadCase(parts, pressed.ref);
  const sees = loaded && person.registered && seesRisk(parts.route, loaded.state, person, dayOf(parts.clock.now()));
  if (loaded) parts.opened?.(loaded.stream, person, sees ? 'risk-offer' : REFUSED);
  const reply = await listInPlace(parts, click, sees ? show(parts, 'form', offerForm(loaded, banner)) : await riskListFor(parts, person, 0, banner));
  return reply.kind === 'card' && sees ? { ...reply, form: true } : reply;
}

/** The list as an answer to a text: remembered, so that it comes up to date after a form was sent. */
export async function riskListSaid(parts: Parts, person: Person): Promise<Reply> {
  return asMessage(parts, person, await riskListFor(parts, person), { stream: 'none', card: 'list', view: JSON.stringify(encodeButton('risk-list', '', 0)), version: 0 });
}

/** By a regievoerder zorg, who takes no part: the form again with the reason, or the list as it now is, also the one behind the dialog. */
export async function offerRecorded(parts: Parts, click: Click, code: string, refusal: Refusal | undefined): Promise<Reply> {
  if (refusal) return riskFormFor(parts, click, bannerOf(refusal));
  const said = `Casus ${code}: vastgelegd.`;
  const place = chatOf(click.person);
  const sent = await parts.store.sentCard('none', 'list', place);
  if (sent) await parts.store.saveSentCard('none', 'list', place, sent, { now: parts.clock.now(), byClick: true });
  const asList: Click = { ...click, pressed: { verb: 'risk-list', ref: '', seen: 0, fields: {} } };
  const reply = await listInPlace(parts, asList, await riskListFor(parts, click.person, 0, { text: said, tone: 'good' }));
  return reply.kind === 'card' ? { ...reply, form: false, said } : reply;
}
