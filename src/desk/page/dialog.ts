import type { Answer, DialogAnswer } from './api.js';
import { drawCard, type DrawnCard, type Press } from './cards.js';
import { make, show } from './elements.js';

/** A dialog as Teams shows one (a task module): modal, above the chat, gone when its work is done. */

export interface DialogDoor {
  /** Sends what was filled in; the answer says what stands in the dialog from now on. */
  readonly send: (data: Press['data']) => Promise<Answer>;
  /** Called once, when it has closed: the keyboard goes on from there. */
  readonly closed: () => void;
}

const NOT_HERE = 'Deze knop werkt niet in een dialoogvenster.';

/** Opens the dialog with what the bot answered first. */
export function openDialog(first: Exclude<DialogAnswer, { kind: 'closed' }>, door: DialogDoor): void {
  const title = make('h2', { id: 'dialog-title' });
  const close = make('button', { type: 'button', class: 'dialog-close', 'aria-label': 'Sluiten', 'data-testid': 'dialog-close' }, '✕');
  const fault = make('p', { class: 'fault', role: 'alert', 'data-testid': 'dialog-fault' });
  const body = make('div', { class: 'dialog-body' });
  const dialog = make(
    'dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', 'data-testid': 'dialog' },
    make('header', {}, make('img', { src: '/desk/icon.svg', alt: '' }), title, close), body, fault,
  );
  fault.hidden = true;
  let drawn: DrawnCard | undefined;
  let busy = false;

  const rest = (on: boolean): void => {
    busy = on;
    dialog.setAttribute('aria-busy', String(on));
    for (const button of body.querySelectorAll<HTMLButtonElement>('button.ac-pushButton')) button.disabled = on;
  };
  function put(answer: DialogAnswer): void {
    if (answer.kind === 'closed') return dialog.close();
    if (answer.kind === 'message') return say(answer.text);
    title.textContent = answer.title;
    dialog.dataset['height'] = answer.height;
    drawn = drawCard(answer.card, undefined, (press) => void send(press));
    const card = make('div', { class: 'card', 'data-testid': 'card', tabindex: '-1' }, drawn.element);
    body.replaceChildren(card);
    body.scrollTop = 0;
    card.focus({ preventScroll: true });
  }
  function say(text: string): void {
    title.textContent = 'Routewijzer';
    dialog.dataset['height'] = 'small';
    drawn = undefined;
    const done = make('button', { type: 'button', class: 'primary', 'data-testid': 'dialog-done' }, 'Sluiten');
    done.addEventListener('click', () => dialog.close());
    body.replaceChildren(make('p', { class: 'dialog-said', role: 'status', 'data-testid': 'dialog-said' }, text), done);
    done.focus();
  }
  async function send(press: Press): Promise<void> {
    if (busy) return;
    // Teams sends nothing for an Action.Execute here; a card that has one must not seem to work.
    if (press.kind === 'execute') return show(fault, NOT_HERE);
    show(fault, undefined);
    rest(true);
    const answer = await door.send(press.data);
    rest(false);
    if (!dialog.isConnected) return;
    show(fault, answer.error);
    if (!fault.hidden) fault.scrollIntoView({ block: 'nearest' });
    // After a fault the form stays, with what was typed in it.
    if (answer.dialog !== undefined) put(answer.dialog);
  }

  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    door.closed();
  });
  document.body.append(dialog);
  dialog.showModal();
  put(first);
}
