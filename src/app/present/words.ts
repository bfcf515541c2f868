import { z } from 'zod';
import type { Button } from '../../cards/data.js';
import { encodeButton, OPENS_DIALOG } from '../../cards/button.js';
import { showDay } from '../../case/time.js';
import type { DayKind } from '../../case/values.js';
import type { Refusal } from '../../case/refusals.js';
import type { Route } from '../../route/model.js';
import type { RuleData } from '../../route/schema.js';

/** A button of a card that shows version `seen` of stream `ref`. */
export function button(
  title: string, verb: string, target: { readonly ref: string; readonly seen: number },
  fields: Readonly<Record<string, string>> = {}, style: Button['style'] = 'default',
): Button {
  return { title, verb, data: encodeButton(verb, target.ref, target.seen, fields), style };
}

/** A button that opens a view in which somebody types (see views.ts) as a dialog above the card. `fields` preset it. */
export function formButton(
  title: string, view: string, target: { readonly ref: string; readonly seen: number }, fields: Readonly<Record<string, string>> = {}, style: Button['style'] = 'default',
): Button {
  return asDialog(button(title, 'show', target, { ...fields, view }, style));
}

/** The same button, answered in a dialog above the card: the card itself stays as it stands. */
export function asDialog(opener: Button): Button {
  return { ...opener, data: { ...opener.data, msteams: OPENS_DIALOG } };
}

/** What stands at the top of a card. */
export const bannerSchema = z.strictObject({
  text: z.string().min(1), tone: z.enum(['info', 'warning', 'good']),
  /** On a visit: the article to read more in, which becomes a button of the card. */
  more: z.string().optional(),
});
export type Banner = z.infer<typeof bannerSchema>;

/** A refusal as a banner: an old card is news, anything else a warning. */
export function bannerOf(refusal: Refusal | undefined): Banner | undefined {
  if (!refusal) return undefined;
  return { text: refusal.text, tone: refusal.id === 'stale-card' ? 'info' : 'warning' };
}

/** A rule as it is shown behind "waarom?": what is no agreement of this route says what it is instead, and what may have changed since when. */
export function shownRule(rule: RuleData): { id: string; text: string; source: string } {
  const labels = [
    ...(rule.national ? ['landelijke regel, niet uit de ondersteuningsroute'] : []),
    ...(rule.status === 'U' ? ['afspraak van een andere regio'] : []),
    ...(rule.status === 'O' ? ['verouderd'] : []),
    ...(rule.status === 'G' ? ['Groninger achtergrond, geen afspraak van deze route'] : []),
    ...(rule.status === 'N' && !rule.national ? ['landelijk beleidsstuk van toen'] : []),
    ...(rule.verify ? [`controleer of dit nog klopt${rule.asOf === undefined ? '' : `: opgezocht op ${showDay(rule.asOf)}`}`] : []),
  ].filter((label) => !rule.source.toLowerCase().startsWith(label.toLowerCase()));
  return { id: rule.id, text: rule.text, source: labels.length === 0 ? rule.source : `${rule.source} (${labels.join('; ')})` };
}

/** Labels of the route's ids, with the id itself where the route does not know it (an older case). */
export function labels(route: Route) {
  return {
    step: (id: string) => route.steps.get(id)?.label ?? id,
    party: (id: string) => route.parties.get(id)?.label ?? id,
    age: (value: string) => route.facts.get(route.ageFact)?.values.find((one) => one.id === value)?.label ?? value,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  moeder: 'moeder', vader: 'vader', 'tweede-moeder': 'tweede moeder', 'tweede-vader': 'tweede vader', voogd: 'voogd', jeugdige: 'jeugdige', ouders: 'de ouders', school: 'school', jgz: 'de GGD (JGZ)',
  'sociaal-team': 'het sociaal team', leerplicht: 'leerplicht', swv: 'het samenwerkingsverband', werkvoorraad: 'de werkvoorraad van het sociaal team', anders: 'iets anders',
  gegeven: 'toestemming gegeven', geweigerd: 'geweigerd', ingetrokken: 'toestemming ingetrokken', 'weet-het': 'weet het en is het ermee eens',
  gevraagd: 'gevraagd, nog geen antwoord', verlopen: 'telt niet meer: vraag het opnieuw', geinformeerd: 'is geïnformeerd',
  'ouders-erbuiten': 'geeft toestemming, wil de ouders er niet bij', mondeling: 'mondeling', schriftelijk: 'schriftelijk',
  samenwerking: 'de samenwerking', plek: 'een passende plek', beide: 'de samenwerking en een plek', 'weet-niet': 'weet ik niet',
  'samenwerking-hervat': 'de samenwerking loopt weer', 'mdo-afgesproken': 'er is een MDO afgesproken', 'naar-regievoerder': 'doorgegeven aan de regievoerder zorg',
  'alsnog-vastgelegd': 'de voortgang is alsnog vastgelegd', 'loopt-weer': 'de deelnemers melden dat het weer loopt', 'casus-gesloten': 'de casus is afgesloten',
  komt: 'komt', 'kan-niet': 'kan niet', 'ander-moment': 'stelt een ander moment voor', 'stuurt-iemand': 'stuurt iemand in de plaats',
  'doelen-bereikt': 'De doelen zijn bereikt', 'terug-naar-basis': 'Basisondersteuning is weer genoeg', overgedragen: 'Overgedragen', 'niet-nodig': 'Bij nader inzien niet nodig', samengevoegd: 'Samengevoegd met een andere casus',
};

/** The Dutch words for a value in an event. */
export function word(value: string): string {
  return WORDS[value] ?? value;
}

/** A choice in a list on a card. */
export function choices(values: readonly string[]): { value: string; title: string }[] {
  return values.map((value) => ({ value, title: capital(word(value)) }));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A werkafspraak, shown as what it is: in whose days it counts, local, with who set it and when. */
export function termText(term: { workingDays: number; setBy: string; setOn: string; proposal: boolean }, kind: DayKind): string {
  const days = `Binnen ${showCounted(term.workingDays, kind)}.`;
  return term.proposal
    ? `${days} Dit is een voorbeeld en nog niet lokaal afgesproken: de partners in de regio stellen de termijn vast.`
    : `${days} Lokaal afgesproken door ${term.setBy} op ${dutchDay(term.setOn)}.`;
}

/** "10 schooldagen", "1 werkdag". */
export function showCounted(days: number, kind: DayKind): string {
  return `${String(days)} ${kind === 'school' ? 'schooldag' : 'werkdag'}${days === 1 ? '' : 'en'}`;
}

/** "23-11-2026". */
export function dutchDay(day: string): string {
  return day.split('-').reverse().join('-');
}

/** The way to safety that every card in a personal chat has. */
export function unsafeButton(): Button {
  return button('Het is niet veilig', 'start', { ref: '', seen: 0 }, { tree: 'veiligheid' }, 'destructive');
}
