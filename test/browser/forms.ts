import type { DeskPage } from './desk.js';

/** The two long forms, filled in as an IB'er does. */

/** On the consent card: what one parent answered, for these recipients. */
export async function recordConsent(
  desk: DeskPage, who: string, recipients: readonly string[], answer = 'Toestemming gegeven',
): Promise<void> {
  const card = desk.card('consent');
  await card.getByRole('radio', { name: who }).check();
  for (const name of recipients) await card.getByRole('checkbox', { name }).check();
  await card.getByRole('radio', { name: answer }).check();
  await card.locator('select').selectOption('mondeling');
  await desk.press('consent', 'Leg het antwoord vast');
  await desk.sees('consent', 'vastgelegd');
}

/** Two people in Teams, one role outside it; the day is the one that the form proposes. */
export async function fillMdoForm(desk: DeskPage, people: readonly string[], outside: string): Promise<void> {
  const form = desk.card('mdo-form');
  await form.getByText('Een enkelvoudige leervraag').click();
  await form.getByText('Een complexe leefvraag').click();
  await form.locator('textarea').fill('Samen een rustige start van de dag maken');
  await form.locator('input[type=time]').fill('14:30');
  for (const name of people) await form.getByRole('checkbox', { name }).check();
  await form.getByRole('button', { name: 'niet in Teams' }).click();
  await form.getByRole('checkbox', { name: outside, exact: true }).check();
  await form.getByRole('checkbox', { name: 'De ouders zijn' }).check();
  await form.getByRole('checkbox', { name: 'verteld' }).check();
}
