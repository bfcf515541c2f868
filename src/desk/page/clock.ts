import { get } from './api.js';
import { byId, show } from './elements.js';
import { dateOf, daysLater, fullMoment, nineOn } from './moments.js';

/** The bar with the bot's time, which can be moved forward. */

const form = byId<HTMLFormElement>('clock');
const shown = byId<HTMLTimeElement>('clock-now');
const date = byId<HTMLInputElement>('clock-date');
const notice = byId('notice');
let now: string | undefined;

/** Asks the bot what time it is. */
export async function readClock(): Promise<void> {
  const health = await get<{ now?: string }>('/healthz');
  if (health?.now === undefined) {
    shown.textContent = 'tijd onbekend';
    return;
  }
  now = health.now;
  shown.dateTime = now;
  shown.textContent = fullMoment(now);
  date.min = dateOf(daysLater(now, 1));
  if (date.value === '' || date.value < date.min) date.value = date.min;
}

async function move(to: string): Promise<void> {
  setBusy(true);
  show(notice, 'De klok gaat vooruit. Wat nu aan de beurt is, wordt bezorgd…');
  try {
    const response = await fetch('/local/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now: to }) });
    await readClock();
    show(notice, response.ok ? `Het is nu ${shown.textContent}.` : 'De klok kon niet naar dit moment. Vooruit kan wel, terug niet.');
  } catch {
    show(notice, 'De klok is nu niet bereikbaar. Probeer het zo nog een keer.');
  } finally {
    setBusy(false);
  }
}

function setBusy(busy: boolean): void {
  form.setAttribute('aria-busy', String(busy));
  for (const button of form.querySelectorAll('button')) button.disabled = busy;
}

export function wireClock(): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[data-days]')) {
    button.addEventListener('click', () => {
      if (now !== undefined) void move(daysLater(now, Number(button.dataset['days']))).then(() => button.focus());
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (date.value !== '') void move(nineOn(date.value));
  });
  void readClock();
  setInterval(() => void readClock(), 30_000);
}
