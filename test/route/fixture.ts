import { loadRoute } from '../../src/route/load.js';
import type { Route, RouteFault, SourceFile } from '../../src/route/model.js';
import { besideActions, caseActions } from '../../src/route/rights.js';

/** A small route about apples and pears: everything the grammar has, nothing of the real content. */
export const FILES: Readonly<Record<string, string>> = {
  'dialogs/feiten/alles.yaml': `facts:
  - id: rol
    label: Rol
    values:
      - { id: school, label: School }
      - { id: ggd, label: GGD }
  - id: leeftijd
    label: Leeftijd
    values:
      - { id: tot-12, label: Jonger dan 12 }
      - { id: vanaf-12, label: 12 of ouder }
  - id: zorg
    label: Zorg
    values:
      - { id: klein, label: Klein }
      - { id: groot, label: Groot }
  - id: leervraag
    label: Leervraag
    values: [{ id: enkelvoudig, label: Enkelvoudig }, { id: complex, label: Complex }]
  - id: leefvraag
    label: Leefvraag
    values: [{ id: enkelvoudig, label: Enkelvoudig }, { id: complex, label: Complex }]
  - id: wie
    label: Wie
    values: [{ id: team, label: Team }, { id: ggd, label: GGD }]
`,
  'dialogs/stappen-rollen.yaml': `steps:
  - { id: zien, label: Zien, explain: Iets zien., caseStep: true }
  - { id: samen, label: Samen, explain: Samen doen., caseStep: true }
  - { id: uit, label: Uit, explain: Klaar., caseStep: false }
roles:
  - { id: leerkracht, label: leerkracht, asks: school, sends: school, receives: school, mdo: true }
  - { id: ib, label: IB'er, aliases: [intern begeleider], asks: school, sends: school, receives: school, mdo: true }
  - { id: jv, label: jeugdverpleegkundige, asks: ggd, sends: ggd, receives: ggd, mdo: true }
  - { id: onderwijs, label: het onderwijs, asks: school, sends: school, receives: school, mdo: false }
  - { id: casemanager, label: casemanager, asks: ggd, sends: team, receives: team, mdo: true }
parties: [{ id: school, label: School }, { id: ggd, label: GGD }, { id: team, label: Team }]
purposes: [{ id: overleg, label: Overleg }, { id: mdo, label: MDO }]
`,
  'dialogs/acties/alles.yaml': `actions:
  - { id: praat, text: Praat., rules: [TOE-01] }
  - { id: schrijf, text: Schrijf., rules: [TOE-02] }
  - { id: bel, text: Bel., rules: [TOE-03, TOE-01] }
registrations:
  - { id: dossier, text: Dossier., rules: [REG-03] }
`,
  'dialogs/bomen/zorg.yaml': `tree: zorg
title: Een zorg
start: q-rol
questions:
  - id: q-rol
    fact: rol
    question: Wie ben je?
    why: Daarom.
    options:
      - { values: [school, ggd], next: q-zorg }
  - id: q-zorg
    fact: zorg
    question: Hoe groot is de zorg?
    why: Daarom.
    options:
      - { values: [klein], next: o-klein }
      - { values: [groot], next: q-leeftijd }
  - id: q-leeftijd
    fact: leeftijd
    question: Hoe oud is het kind?
    why: Daarom.
    options:
      - { values: [tot-12, vanaf-12], next: q-wie }
  - id: q-wie
    fact: wie
    question: Wie erbij?
    why: Daarom.
    options:
      - { values: [team], next: { tree: samen } }
      - { values: [ggd], next: o-ggd }
outcomes:
  - id: o-klein
    step: zien
    role: leerkracht
    title: Klein
    summary: Klein.
    actions: [praat, schrijf]
    rules: [SVO-01]
  - id: o-ggd
    step: zien
    role: jv
    title: Naar de GGD
    summary: Naar de GGD.
    actions: [schrijf, praat, bel]
    consent:
      - { recipient: { fact: wie }, purpose: overleg }
    registrations: [dossier]
    rules: [SVO-01]
`,
  'dialogs/bomen/samen.yaml': `tree: samen
title: Samen
start: q-rol-samen
questions:
  - id: q-rol-samen
    fact: rol
    question: Wie ben je?
    why: Daarom.
    options: [{ values: [school], next: q-leer }, { values: [ggd], next: o-regie-ggd }]
  - id: q-leer
    fact: leervraag
    question: Leervraag?
    why: Daarom.
    options: [{ values: [enkelvoudig, complex], next: q-leef }]
  - id: q-leef
    fact: leefvraag
    question: Leefvraag?
    why: Daarom.
    options: [{ values: [enkelvoudig, complex], next: o-regie }]
outcomes:
  - id: o-regie
    step: samen
    role: regie
    title: Samen
    summary: Samen.
    actions: [praat, bel]
    rules: [SVO-01]
  - id: o-regie-ggd
    step: uit
    role: none
    title: Klaar
    summary: Klaar.
    actions: [praat]
    rules: [SVO-01]
`,
  'dialogs/toestemming.yaml': `ageFact: leeftijd
roleFact: rol
rows:
  - id: iemand-ggd
    senders: any
    recipients: [ggd]
    purposes: [overleg]
    ages:
      tot-12: { kind: ask, ask: [{ who: gezaghebbenden, weight: required }], text: Vraag ouders., rules: [TOE-06] }
      vanaf-12:
        kind: ask
        ask: [{ who: gezaghebbenden, weight: required }, { who: jeugdige, weight: required }]
        text: Vraag ouders en jeugdige.
        rules: [TOE-06]
  - id: ggd-ggd
    senders: [ggd]
    recipients: [ggd]
    purposes: any
    ages:
      tot-12: { kind: none, text: Intern., rules: [TOE-02] }
      vanaf-12: { kind: none, text: Intern., rules: [TOE-02] }
`,
  'dialogs/regie.yaml': `cells:
  - { leervraag: enkelvoudig, leefvraag: enkelvoudig, regie: onderwijs, text: Doel., inMatrix: true, rules: [RGM-01] }
  - { leervraag: complex, leefvraag: enkelvoudig, regie: onderwijs, text: Doel., inMatrix: true, rules: [RGM-01] }
  - { leervraag: enkelvoudig, leefvraag: complex, regie: casemanager, text: Zorg., inMatrix: true, rules: [RGM-03] }
  - { leervraag: complex, leefvraag: complex, regie: none, text: Zorg., inMatrix: false, rules: [RGM-03] }
`,
  'dialogs/bewaren.yaml': `deleteBy: { owner: true, roles: [ib] }
onRequestOf: [{ id: ouders, label: de ouders }]
retention:
  zien: { days: 10, setBy: Overleg, setOn: 2026-01-05 }
  samen: { days: 20, setBy: Overleg, setOn: 2026-01-05 }
rules: [SVO-01]
`,
  'dialogs/kalender.yaml': `vakanties:
  - { id: herfst, label: herfstvakantie, dates: advies, free: true, source: Bron, asOf: 2026-01-05 }
  - { id: mei, label: meivakantie, dates: verplicht, free: true, source: Bron, asOf: 2026-01-05 }
  - { id: mei-advies, label: tweede meiweek, dates: advies, free: false, source: Bron, asOf: 2026-01-05 }
schoolYears:
  - id: 2026-2027
    source: Bron
    asOf: 2026-01-05
    days:
      - { vakantie: herfst, noord: { from: 2026-10-10, to: 2026-10-18 }, midden: { from: 2026-10-17, to: 2026-10-25 }, zuid: { from: 2026-10-17, to: 2026-10-25 } }
      - { vakantie: mei-advies, noord: { from: 2027-04-17, to: 2027-04-25 }, midden: { from: 2027-04-17, to: 2027-04-25 }, zuid: { from: 2027-04-17, to: 2027-04-25 } }
      - { vakantie: mei, noord: { from: 2027-04-24, to: 2027-05-02 }, midden: { from: 2027-04-24, to: 2027-05-02 }, zuid: { from: 2027-04-24, to: 2027-05-02 } }
feestdagen:
  - { id: kerst, label: kerst, free: true, source: Bron, asOf: 2026-01-05, days: [2026-12-25, 2027-12-25] }
  - { id: goede-vrijdag, label: Goede Vrijdag, free: false, source: Bron, asOf: 2026-01-05, days: [2026-04-03, 2027-03-26] }
`,
  'dialogs/rechten.yaml': [
    'groups: { allen: [leerkracht, ib, jv, casemanager] }', 'time: [term-passed]', 'case:',
    ...caseActions.filter((action) => action !== 'term-passed').map((action) => `  ${action}: [allen]`), 'beside:', ...besideActions.map((action) => `  ${action}: [allen, onderwijs]`), '',
  ].join('\n'),
  'dialogs/rolkaarten.yaml': `cards:
  - id: jv
    summary: Let op gezondheid.
    tasks: [{ text: Kijkt., rules: [TOE-01] }]
    turn: [{ text: Bij zorg., rules: [TOE-06] }]
    not: [{ text: Geen regie., rules: [RGM-03] }]
    with: [ib]
`,
  'dialogs/schema.yaml': `blocks:
  - { id: begin, label: Begin, explain: Het begin., lane: flow, steps: [zien], trees: [zorg], rules: [SVO-01] }
  - { id: verder, label: Verder, explain: Het vervolg., lane: flow, steps: [samen, uit], trees: [samen], roles: [ib], rules: [SVO-01] }
arrows:
  - { from: begin, to: verder }
`,
  'dialogs/regios/hier.yaml': `region: hier
label: Hier
roleNames: { jv: wijkzuster }
contacts: { jv: "088 0000000" }
terms:
  zien: { workingDays: 10, graceDays: 2, setBy: Overleg, setOn: 2026-01-05 }
`,
  'knowledge/regels.yaml': `rules:
${['TOE-01', 'TOE-02', 'TOE-03', 'TOE-06', 'TOE-13', 'REG-03', 'RGM-01', 'RGM-03', 'SVO-01'].map((id) => `  - { id: ${id}, text: Regel., source: Bron, status: A, kind: duty }`).join('\n')}
`,
};

/** The files, some of them changed: `edits` has pairs of what stands there and what is to stand there. */
export function files(edits: Readonly<Record<string, readonly (readonly [string, string])[] | string>> = {}): SourceFile[] {
  const names = [...new Set([...Object.keys(FILES), ...Object.keys(edits)])];
  return names.map((name) => {
    const edit = edits[name] ?? [];
    if (typeof edit === 'string') return { name, text: edit };
    return { name, text: edit.reduce((text, [from, to]) => replaced(text, from, to), FILES[name] ?? '') };
  });
}

export function goodRoute(edits: Parameters<typeof files>[0] = {}): Route {
  const loaded = loadRoute(files(edits), 'hier');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults, null, 2));
  return loaded.route;
}

export function faultsWith(edits: Parameters<typeof files>[0]): readonly RouteFault[] {
  const loaded = loadRoute(files(edits), 'hier');
  return loaded.ok ? [] : loaded.faults;
}

/** The 1-based line on which a text first stands in a file. */
export function lineOf(all: readonly SourceFile[], name: string, text: string): number {
  const lines = all.find((file) => file.name === name)?.text.split('\n') ?? [];
  return lines.findIndex((line) => line.includes(text)) + 1;
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the fixture does not have: ${from}`);
  return text.replace(from, () => to);
}
