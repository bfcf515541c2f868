import type { Answer } from './api.js';
import { byId, make, show } from './elements.js';

/** The box to type in, with a few things to send at once. */

const SUGGESTIONS = ['wat nu?', 'mijn casussen', 'schema', 'rollen', 'overzicht', 'help'];

const form = byId<HTMLFormElement>('say');
const box = byId<HTMLTextAreaElement>('say-text');
const fault = byId('say-fault');
const typing = byId('typing');

export function showTyping(on: boolean): void {
  typing.hidden = !on;
}

/** As high as what was typed, up to a limit that the style sheet sets. */
function fit(): void {
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}

export function clearComposer(placeholder: string): void {
  box.placeholder = placeholder;
  show(fault, undefined);
  fit();
}

export function wireComposer(send: (text: string) => Promise<Answer>): void {
  async function say(text: string): Promise<void> {
    if (text.trim() === '') return box.focus();
    const typed = box.value;
    if (text === typed) box.value = '';
    fit();
    show(fault, undefined);
    showTyping(true);
    const answer = await send(text.trim());
    showTyping(false);
    show(fault, answer.error);
    // Nothing is lost: what did not arrive goes back into the box, unless something new stands there.
    if (!answer.reached && text === typed && box.value === '') box.value = typed;
    fit();
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void say(box.value);
    box.focus();
  });
  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  for (const suggestion of SUGGESTIONS) {
    const chip = make('button', { type: 'button', class: 'chip', 'data-testid': 'chip' }, suggestion);
    chip.addEventListener('click', () => void say(suggestion));
    byId('chips').append(chip);
  }
}
