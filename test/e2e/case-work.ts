import { choiceOf, textOf, type Card } from './card.js';
import type { Someone } from './scene.js';

/** What people do in nearly every story, click by click. */

/** A new case at this step; returns its code. */
export async function opensCase(who: Someone, step: string, age: string): Promise<string> {
  await who.says('nieuwe casus');
  await who.presses('Open de casus', { step, age });
  return codeOf(who);
}

/** The code of the case on the card in front. */
export function codeOf(who: Someone): string {
  const code = /[Cc]asus ([0-9A-Z]{5})/.exec(who.text())?.[1];
  if (code === undefined) throw new Error(`no code on this card:\n${who.text()}`);
  return code;
}

/** From the card of the case to the consent of both parents for these recipients; ends on the consent card. */
export async function recordsConsent(who: Someone, recipients: string, status = 'gegeven', gezag = 'moeder'): Promise<void> {
  await who.presses('Toestemming');
  await recordsGezag(who, gezag);
  for (const person of gezag.split(',')) await recordsAnswer(who, { recipients, person, status, how: 'mondeling' });
}

/** On the consent card. */
export async function recordsGezag(who: Someone, gezag: string): Promise<void> {
  await who.presses({ verb: 'show', view: 'gezag-form' });
  await who.presses('Leg het gezag vast', { gezag });
}

/** On the consent card: what one person answered, in the dialog for it. */
export async function recordsAnswer(who: Someone, answer: Readonly<Record<string, string>>): Promise<void> {
  await who.presses('Leg een antwoord vast');
  await who.presses('Leg het antwoord vast', answer);
}

/** From any card of the case to the organiser's card of its MDO. */
export async function looksAtMdo(who: Someone): Promise<void> {
  if (who.kind() === 'mdo') return;
  if (who.kind() !== 'case') await who.presses('Terug naar de casus');
  await who.presses({ verb: 'show', view: 'mdo' });
}

/** What stands in the form of an MDO: people in Teams by name, roles outside it by id. */
export function mdoWith(form: Someone, names: readonly string[], outside: readonly string[]): Readonly<Record<string, string>> {
  return {
    leervraag: 'enkelvoudig', leefvraag: 'complex', purpose: 'Samen een plan maken', date: '2035-01-24', time: '14:30',
    invitees: names.map((name) => choiceOf(form.card(), 'invitees', name)).join(','),
    outside: outside.map((role) => `role:${role}`).join(','), parents: 'ja', jeugdige: 'nee', told: 'ja',
  };
}

/** What stands at an invitee on the card of an MDO: the line after the name. */
export function answerOf(card: Card, name: string): string {
  const lines = textOf(card).split('\n');
  return lines[lines.findIndex((line) => line.includes(name)) + 1] ?? '';
}
