import { refuse } from '../../case/refusals.js';
import { field, listInPlace, type Click } from '../click.js';
import { good } from '../give.js';
import type { Reply } from '../input.js';
import { may } from '../may.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import { bannerOf, type Banner } from '../present/words.js';
import type { DeadLetter } from '../store-port.js';
import type { OnClick, Verbs } from '../verbs.js';
import { deadLettersFor, dropSheet } from './beheer.js';

const at = (click: Click) => { const from = Number(field(click, 'from')); return Number.isInteger(from) && from > 0 ? from : 0; };

async function list(parts: Parts, click: Click, banner?: Banner): Promise<Reply> {
  const asList: Click = { ...click, pressed: { verb: 'dead-letters', ref: '', seen: 0, fields: { from: String(at(click)) } } };
  return listInPlace(parts, asList, await deadLettersFor(parts, click.person, at(click), banner));
}

/** What the button names, when it is still there and it is the beheerder who presses. */
function onLetter(then: (parts: Parts, click: Click, letter: DeadLetter) => Promise<Reply>): OnClick {
  return async (parts, click) => {
    if (!may(parts, click.person, 'undelivered')) return { kind: 'card', message: noticeFor(parts, click.person, refuse('beheerder-only')) };
    const letter = (await parts.store.deadLetters()).find(({ id }) => String(id) === field(click, 'id'));
    return letter ? then(parts, click, letter) : list(parts, click, bannerOf(refuse('stale-card')));
  };
}

const onRetry = onLetter(async (parts, click, { id }) => {
  await parts.store.retryDead(id, parts.clock.now());
  parts.log('info', 'dead-letter-retried', { row: id });
  return list(parts, click, good('Ik probeer het opnieuw. Lukt het weer niet, dan staat het hier.'));
});

const onDrop = onLetter(async (parts, click, letter) => listInPlace(parts, click, show(parts, 'sheet', await dropSheet(parts, letter, String(at(click))))));

const onDropSure = onLetter(async (parts, click, { id }) => {
  await parts.store.dropDead(id);
  parts.log('warn', 'dead-letter-dropped', { row: id });
  return list(parts, click, good('Het bericht is verwijderd.'));
});

export const beheerVerbs: Verbs = { 'dead-letters': (parts, click) => list(parts, click), 'dead-retry': onRetry, 'dead-drop': onDrop, 'dead-drop-sure': onDropSure };
