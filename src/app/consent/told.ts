import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { isSelf } from '../../case/consent/gate.js';
import { sharingOn, sharingOverview, type SharingOverview } from '../../case/consent/overview.js';
import { reachOf } from '../../case/consent/reach.js';
import { caseState } from '../../case/evolve.js';
import type { EventOf } from '../../case/events.js';
import { dayOf, plusDays } from '../../case/time.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { button, labels, unsafeButton } from '../present/words.js';
import { ageToday, nameOfSharing, whoIsAsked } from './rows.js';

type Sheet = CardData<'sheet'>;

/** Sharing with this viewer stops: the code, which side, and to share nothing further; where it is open again, that. Not why: that is between those who asked. */
export function sharingCard({ stream, version, state }: LoadedCase, view: CaseView): Sheet {
  const say = labels(view.route);
  const ways = reachOf(view.route, state, view.viewer.id, dayOf(view.now));
  const closed = ways.filter((one) => !one.open);
  const open = closed.length === 0 && ways.length > 0;
  const takesPart = state.people.some((one) => one.person === view.viewer.id);
  const lines = open
    ? ['Er is weer toestemming om deze casus met jou te delen.']
    : [
      ...closed.map((one) => `${say.party(one.sender)} deelt deze casus niet meer met: ${say.party(one.recipient)}.`),
      'Deel zelf ook niets meer over dit kind op grond van deze casus.', 'Is het kind in gevaar? Kies dan “Het is niet veilig”: dat mag altijd.',
    ];
  return {
    name: 'sharing', code: state.code, title: open ? 'Delen mag weer' : 'Delen stopt', status: '', intro: '',
    sections: [{ heading: '', lines, tone: open ? 'good' : 'warning' }],
    buttons: open && takesPart ? [button('Bekijk de casus', 'show', { ref: stream, seen: version }, { view: 'case' })] : [],
    nav: [button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

type Passed = EventOf<'AgeBorderPassed' | 'AgeCorrected'>;

/** What could be shared before the age last changed: on the day before the border, or until it was put right. Undefined where neither was. */
function openBefore({ events }: LoadedCase, { route }: CaseView): { readonly passed: Passed; readonly sharings: readonly SharingOverview[] } | undefined {
  const at = events.findLastIndex((event) => event.type === 'AgeBorderPassed' || event.type === 'AgeCorrected');
  const passed = events[at];
  const state = caseState(events.slice(0, at));
  if ((passed?.type !== 'AgeBorderPassed' && passed?.type !== 'AgeCorrected') || !state) return undefined;
  const day = passed.type === 'AgeCorrected' ? passed.data.on : plusDays(passed.data.on, -1);
  return { passed, sharings: sharingOverview(route, state, day).filter((one) => one.open && one.requirement.kind !== 'none') };
}

const AGE_TEXT: Readonly<Record<string, string>> = {
  '12-15': 'Voor de toestemming is het kind nu 12. Vraag daarom ook de jeugdige zelf waar de route dat zegt.',
  '16-17': 'De jongere is nu 16. Vraag eerst de jongere zelf. Die kiest of de ouders erbij komen.',
  '18-plus': 'De jongere is nu 18 en beslist zelf (landelijke regel). De ouders hebben hier geen stem meer in.',
};

function changeText({ type, data }: Passed): string {
  return type === 'AgeCorrected' ? 'De leeftijd in deze casus is verbeterd. Daarmee verandert aan wie je iets vraagt.' : AGE_TEXT[data.to] ?? '';
}

/** The child passed 12, 16 or 18: who must be asked now, for each recipient with whom was shared until then. Undefined where no border was passed. */
export function ageCard(loaded: LoadedCase, view: CaseView): Sheet | undefined {
  const found = openBefore(loaded, view);
  if (!found) return undefined;
  const { stream, version, state } = loaded;
  const say = labels(view.route);
  const age = ageToday(loaded, view);
  const rows = found.sharings.map((one) => sharingOn(view.route, state, one, dayOf(view.now)));
  const closed = rows.filter((one) => !one.open);
  const sections: Section[] = [
    ...closed.map((one): Section => ({
      heading: `${say.party(one.sender)} deelt met ${nameOfSharing(view.route, one)}`, tone: 'warning', lines: [whoIsAsked(one.asked, age), ...one.reasons],
    })),
    ...(closed.length === 0 ? [{ heading: '', lines: ['Er is nu niets dat opnieuw gevraagd moet worden.'], tone: 'good' as const }] : []),
  ];
  return {
    name: 'age', code: state.code, title: 'De leeftijd verandert', status: `Leeftijd: ${say.age(age)}`,
    intro: `${changeText(found.passed)}${closed.length === 0 ? '' : ' Tot dat is vastgelegd, staat het delen stil.'}`, sections,
    buttons: state.closed ? [] : [button(closed.length === 0 || !isSelf(age) ? 'Toestemming' : 'Toestemming van de jongere', 'show', { ref: stream, seen: version }, { view: 'consent' }, 'positive')],
    nav: [button('Bekijk de casus', 'show', { ref: stream, seen: version }, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}
