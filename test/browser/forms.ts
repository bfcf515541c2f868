import type { DeskPage } from './desk.js';

/** The two long forms, filled in as an IB'er does. */

/** One choice of a list: the first of a list is called by the list's label too. */
export const choice = (name: string): RegExp => new RegExp(`(^|[?] )${name}$`);

/** From the consent card: what one parent answered, for these recipients. */
export async function recordConsent(
  desk: DeskPage, who: string, recipients: readonly string[], answer = 'Toestemming gegeven',
): Promise<void> {
  await desk.press('consent', 'Leg een antwoord vast');
  const form = desk.card('consent-form');
  await form.getByRole('radio', { name: choice(who) }).check();
  for (const name of recipients) await form.getByRole('checkbox', { name }).check();
  await form.getByRole('radio', { name: answer }).check();
  await form.getByRole('radio', { name: choice('Mondeling') }).check();
  await desk.press('consent-form', 'Leg het antwoord vast');
  await desk.sees('consent', answer.toLowerCase());
}

/** Two people in Teams, one role outside it; the day is the one that the form proposes. */
export async function fillMdoForm(desk: DeskPage, people: readonly string[], outside: string): Promise<void> {
  const form = desk.card('mdo-form');
  await form.getByText('Een enkelvoudige leervraag').click();
  await form.getByText('Een complexe leefvraag').click();
  await form.locator('textarea').fill('Samen een rustige start van de dag maken');
  await form.locator('input[type=time]').first().fill('14:30');
  for (const name of people) await form.getByRole('checkbox', { name }).check();
  await form.getByRole('button', { name: 'niet in Teams' }).click();
  await form.getByRole('checkbox', { name: outside, exact: true }).check();
  await form.getByRole('checkbox', { name: 'De ouders zijn' }).check();
  await form.getByRole('checkbox', { name: 'verteld' }).check();
}

/** Ticks a choice by its title: a box, or the first round buttons or list that have it and in which nothing is chosen yet. */
export async function choose(desk: DeskPage, kind: string, title: string): Promise<void> {
  const form = desk.card(kind);
  for (const list of await form.locator('select:visible').all()) {
    const label = (await list.locator('option').allInnerTexts()).find((option) => option.includes(title));
    if (label === undefined || (await list.inputValue()) !== '') continue;
    await list.selectOption({ label });
    return;
  }
  const boxes = form.getByRole('checkbox', { name: title });
  if (await boxes.count() > 0) return boxes.first().check();
  for (const radio of await form.getByRole('radio', { name: title }).all()) {
    const name = await radio.getAttribute('name') ?? '';
    if (await form.locator(`input[type=radio][name="${name}"]:checked`).count() > 0) continue;
    return radio.check();
  }
  throw new Error(`nothing on ${kind} to choose ${title} in`);
}

/** Writes in the text field with this label. */
export async function write(desk: DeskPage, kind: string, label: string | RegExp, text: string): Promise<void> {
  await desk.card(kind).getByLabel(label).first().fill(text);
}
