import { refuse } from '../../case/refusals.js';
import { caseInPlace } from '../case/in-place.js';
import { actorOf, field, type Click } from '../click.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import type { Person } from '../ports.js';
import { bannerOf, type Banner } from '../present/words.js';
import { loadCase, runCase, type LoadedCase } from '../run-case.js';

/** Brings in the IB'er of the own organisation; for that talk the route asks no consent (TOE-02). */
export async function onRefer(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  return referToIb(parts, click, loaded, undefined);
}

export async function referToIb(parts: Parts, click: Click, loaded: LoadedCase, opened: Banner | undefined): Promise<Reply> {
  const colleagues = await colleaguesOf(parts, click.person);
  const chosen = colleagues.find((one) => one.id === field(click, 'person')) ?? (colleagues.length === 1 ? colleagues[0] : undefined);
  if (!chosen) {
    const banner = bannerOf(refuse('no-ib'));
    if (colleagues.length === 0) return caseInPlace(parts, click, loaded, 'case', banner);
    return chooseColleague(parts, click, loaded, colleagues);
  }
  const { loaded: after, refusal } = await runCase(parts, {
    stream: loaded.stream, commandId: `${click.commandId} refer`, actor: actorOf(click.person),
    command: { type: 'refer', person: chosen.id, role: chosen.role, organisation: chosen.organisation },
  });
  const done: Banner = { text: `${opened ? `${opened.text} ` : ''}${chosen.name} krijgt de casus in een persoonlijke chat. Vertel zelf om welk kind het gaat.`, tone: 'good' };
  return caseInPlace(parts, click, after ?? loaded, 'case', bannerOf(refusal) ?? done);
}

async function colleaguesOf(parts: Parts, person: Person): Promise<readonly Person[]> {
  const everybody = await parts.store.peopleOfRegion(person.region);
  return everybody.filter((one) => one.role === 'ib-er' && one.organisation === person.organisation && one.id !== person.id);
}

function chooseColleague(parts: Parts, { pressed }: Click, { stream, version }: LoadedCase, colleagues: readonly Person[]): Reply {
  const data = (person: Person) => ({ v: 1, verb: 'refer', ref: stream, seen: version, person: person.id, from: pressed.verb });
  return {
    kind: 'card',
    message: show(parts, 'notice', {
      title: 'Aan wie leg je het voor?', text: 'Jouw organisatie heeft meer IB’ers. Kies er een.', lines: [],
      buttons: colleagues.map((one) => ({ title: one.name, verb: 'refer', data: data(one) })),
    }),
  };
}
