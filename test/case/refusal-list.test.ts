import { expect, it } from 'vitest';
import { consentRefusals } from '../../src/case/consent/refusals.js';
import { contactRefusals } from '../../src/case/contact/refusals.js';
import { mdoRefusals } from '../../src/case/mdo/refusals.js';
import { peopleRefusals } from '../../src/case/people/refusals.js';
import { planRefusals } from '../../src/case/plan/refusals.js';
import { recordRefusals } from '../../src/case/record/refusals.js';
import { refusalTexts } from '../../src/case/refusals.js';
import { stagnationRefusals } from '../../src/case/stagnation/refusals.js';
import { stepRefusals } from '../../src/case/step/refusals.js';

const subjects: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['Stap, openen en afsluiten', stepRefusals], ['Mensen', peopleRefusals], ['Toestemming, gevaar en registratie', consentRefusals],
  ['Gesprekken', contactRefusals], ['MDO', mdoRefusals], ['Plan en evaluatie', planRefusals],
  ['Vastlopen en risico', stagnationRefusals], ['Verbeteren, samenvoegen, verwijderen', recordRefusals],
];
const named = new Set(subjects.flatMap(([, texts]) => Object.keys(texts)));
const others = Object.fromEntries(Object.entries(refusalTexts).filter(([id]) => !named.has(id)));

/** `npx vitest run test/case/refusal-list.test.ts -u` writes it anew. */
it('every refusal stands in knowledge/weigeringen.md, with the sentence that people see', async () => {
  const table = ([title, texts]: readonly [string, Readonly<Record<string, string>>]) => [
    `## ${title}`, '', '| id | wat er staat |', '|---|---|', ...Object.entries(texts).map(([id, text]) => `| \`${id}\` | ${text.replaceAll('|', '\\|')} |`), '',
  ];
  const page = [
    '# Wat Routewijzer weigert, en wat er dan staat', '',
    'Een weigering verandert niets en er gaat niets verloren. Achter een zin kan nog staan waarom, bijvoorbeeld welke toestemming er mist.', '',
    ...subjects.flatMap(table), ...table(['Overal', others]),
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../../knowledge/weigeringen.md');
});
