import type { CardData } from '../../cards/data.js';
import { dayOf, showDay, showInstant } from '../../case/time.js';
import { calendarEnds, calendarEndsSoon } from '../../route/calendar.js';
import type { Route } from '../../route/model.js';
import type { Action } from '../../route/rights.js';
import { SMALLEST_SHOWN, type Shown } from '../../summary/counts.js';
import { overviewOf } from '../../summary/overview.js';
import { monthHeld } from '../consent/held.js';
import type { Instant } from '../ports.js';
import type { StoredRow } from '../store-port.js';
import { button, labels, unsafeButton, type Banner } from './words.js';

const nothing = { ref: '', seen: 0 };

/** The manager's overview: counts only, small ones withheld. */
export function overviewCard(route: Route, rows: readonly StoredRow[], now: Instant): CardData<'overview'> {
  const steps = [...route.steps.values()].filter((step) => step.caseStep).map((step) => step.id);
  const ages = route.facts.get(route.ageFact)?.values.map((value) => value.id) ?? [];
  const overview = overviewOf(rows, steps, ages);
  const say = labels(route);
  return {
    title: `Open casussen · ${route.region.label}`,
    asOf: showInstant(now),
    total: shownText(overview.total),
    stalled: shownText(overview.stalled),
    steps: overview.bySteps.map(({ id, count }) => ({ title: say.step(id), value: shownText(count) })),
    ages: overview.byAges.map(({ id, count }) => ({ title: say.age(id), value: shownText(count) })),
    explain: [
      `Aantallen van 1 tot en met ${String(SMALLEST_SHOWN - 1)} staan er niet bij, zodat niemand een kind herkent.`,
      '“Niet getoond”: dit aantal zou een klein aantal verraden.',
      ...calendarLine(route, now),
    ],
    nav: [button('Ververs', 'overview', nothing)],
  };
}

/** Half a year ahead: time to ask for the next holidays. */
function calendarLine({ calendar }: Route, now: Instant): string[] {
  const ends = calendarEnds(calendar);
  if (!calendarEndsSoon(calendar, dayOf(now))) return [];
  return [`De schoolkalender loopt tot ${showDay(ends)}. Daarna tellen vakanties en feestdagen gewoon mee. Vraag de beheerder om de nieuwe data.`];
}

function shownText(shown: Shown): string {
  if (shown.kind === 'number') return String(shown.value);
  return shown.kind === 'small' ? `1 t/m ${String(SMALLEST_SHOWN - 1)}` : 'niet getoond';
}

/** What the bot can do, as buttons; also the answer to a text that it does not understand. */
export function helpCard(text: string, mayDo: (action: Action) => boolean, banner?: Banner): CardData<'notice'> {
  return {
    title: 'Routewijzer',
    text,
    lines: [],
    buttons: [
      button('Wat nu?', 'start', nothing, { tree: 'wat-nu' }, 'positive'),
      button('Mijn casussen', 'cases', nothing),
      ...(mayDo('open') ? [button('Nieuwe casus', 'case-form', nothing)] : []),
      ...(mayDo('overview') ? [button('Overzicht', 'overview', nothing)] : []),
      ...(mayDo('undelivered') ? [button('Niet bezorgd', 'dead-letters', nothing)] : []),
      ...(mayDo('risk-list') ? [button('Mijn leerlingen', 'risk-list', nothing)] : []),
      unsafeButton(),
    ],
    ...(banner ? { banner } : {}),
  };
}

/** Opening a case: step and age, preset from the advice; also for one that already runs. */
export function caseForm(
  route: Route, ref: string, seen: number, preset: { readonly step: string; readonly age: string; readonly then: string; readonly month?: string }, banner?: Banner,
): CardData<'case-form'> {
  const say = labels(route);
  const steps = [...route.steps.values()].filter((step) => step.caseStep);
  const ages = route.facts.get(route.ageFact)?.values ?? [];
  // Only what an input can hold comes back in it: what else somebody sent is not repeated.
  const known = (value: string, list: readonly { id: string }[]) => (list.some((one) => one.id === value) ? value : '');
  return {
    title: 'Open een casus',
    intro: 'Een casus krijgt een code. Vul geen naam in: die vraagt Routewijzer niet. Loopt het al? Kies dan de stap waar jullie nu zijn.',
    steps: steps.map((step) => ({ value: step.id, title: step.label })), step: known(preset.step, steps),
    ages: ages.map((value) => ({ value: value.id, title: say.age(value.id) })), age: known(preset.age, ages),
    month: monthHeld(preset.month ?? ''),
    submit: button('Open de casus', 'open-case', { ref, seen }, { then: /^[a-z-]{1,20}$/.test(preset.then) ? preset.then : '' }, 'positive'),
    nav: [button('Annuleer', ref.startsWith('v-') ? 'resume' : 'cases', { ref, seen }), unsafeButton()],
    ...(banner ? { banner } : {}),
  };
}
