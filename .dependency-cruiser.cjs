/**
 * Which way imports run (see README, "The house"):
 * route <- case <- {summary, cards, knowledge, print} <- app <- {store, teams} <- http <- main; beside it route <- cli.
 * Checked by test/architecture/imports.test.ts, and by `npx depcruise --config .dependency-cruiser.cjs src`.
 */

/** What each folder of src may import of the others. Whatever is not named here is refused. */
const mayImport = {
  route: [],
  case: ['route'],
  summary: ['route', 'case'],
  cards: ['route', 'case'],
  knowledge: ['route', 'case'],
  print: ['route', 'case'],
  app: ['route', 'case', 'summary', 'cards', 'knowledge', 'print'],
  store: ['route', 'case', 'summary', 'cards', 'knowledge', 'print', 'app', 'wrapping-key'],
  teams: ['route', 'case', 'summary', 'cards', 'knowledge', 'print', 'app'],
  http: ['route', 'case', 'summary', 'cards', 'knowledge', 'print', 'app', 'store', 'teams', 'config'],
  content: ['route', 'knowledge', 'files', 'prepared', 'start-refused'],
  prepared: ['route', 'files'],
  templates: ['cards', 'files', 'prepared'],
  cli: ['route', 'files', 'knowledge', 'content', 'templates', 'start-refused'],
};

const pureFolders = ['route', 'case', 'summary', 'cards', 'knowledge', 'print'];
const purePackages = ['zod', 'yaml', 'adaptivecards-templating', 'adaptive-expressions', 'snowball-stemmers', 'fastest-levenshtein'];

/** A folder of src, or the one file of that name. */
const place = (name) => `^src/${name}(/|[.]ts$)`;
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})`;
/** An import of a file that does not resolve: the compiler's to report. */
const broken = '^[.]';

/** The commands that work on the store, as the server does: on the register, and on what the keepers of the content should hear. */
const registerCommand = '^src/cli/(people|gaps|keys|outbox|db)[.]ts$';

const directions = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports-leftwards`,
  comment: `src/${folder} may import ${others.length === 0 ? 'no other folder' : others.join(', ')}.`,
  severity: 'error',
  from: { path: place(folder), ...(folder === 'cli' ? { pathNot: registerCommand } : {}) },
  to: { path: '^src/', pathNot: [folder, ...others].map(place) },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'register-command-imports-leftwards',
      comment: 'Checking the register needs the importer, and importing it the store; the gaps are in the store. These files alone of the command line may have them.',
      severity: 'error',
      from: { path: registerCommand },
      to: { path: '^src/', pathNot: ['cli', 'route', 'files', 'knowledge', 'content', 'start-refused', 'app', 'store', 'config', 'wrapping-key'].map(place) },
    },
    {
      name: 'config-stands-alone',
      comment: 'config.ts reads the environment; what it reads is handed in. What a key looks like it shares with the store; who the bot is has a file of its own.',
      severity: 'error',
      from: { path: '^src/config[.]ts$' },
      to: { path: '^src/', pathNot: ['wrapping-key', 'identity'].map(place) },
    },
    {
      name: 'pure-imports-no-io',
      comment: 'No clock, random, environment, file or network in the pure folders and the use cases: only the short allow-list.',
      severity: 'error',
      from: { path: [...pureFolders, 'app'].map(place), pathNot: '^src/app/people-csv[.]ts$' },
      to: { pathNot: ['^src/', '^test/', '^(node:)?crypto$', npm(...purePackages.map((name) => `${name}/`)), broken] },
    },
    {
      name: 'people-csv-reads-csv',
      comment: 'The importer of the register may parse CSV besides what the use cases may import.',
      severity: 'error',
      from: { path: '^src/app/people-csv[.]ts$' },
      to: { pathNot: ['^src/', npm(...[...purePackages, 'csv-parse'].map((name) => `${name}/`)), broken] },
    },
    {
      name: 'crypto-in-route-and-app-only',
      comment: 'Hashes are made of the route and of a button; the other pure folders need none.',
      severity: 'error',
      from: { path: pureFolders.filter((folder) => folder !== 'route').map(place) },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'bot-sdk-at-the-teams-edge-only',
      comment: 'The SDKs are in maintenance: one edge is rewritten on the day they go.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['teams', 'http'].map(place) },
      to: { path: [npm('botbuilder', 'botframework-', '@microsoft/teams-ai/'), '^(botbuilder|botframework-|@microsoft/teams-ai)'] },
    },
    {
      name: 'sql-in-the-store-only',
      severity: 'error',
      from: { path: '^src/', pathNot: place('store') },
      to: { path: [npm('kysely/', 'pg/'), '^(kysely|pg)(/|$)'] },
    },
    {
      name: 'sqlite-in-store-and-desk-only',
      severity: 'error',
      from: { path: '^src/', pathNot: ['store', 'desk'].map(place) },
      to: { path: [npm('better-sqlite3/'), '^better-sqlite3(/|$)'] },
    },
    {
      name: 'only-main-knows-the-desk',
      severity: 'error',
      from: { path: '^src/', pathNot: ['main', 'desk'].map(place) },
      to: { path: place('desk') },
    },
    {
      name: 'main-imports-the-desk-dynamically',
      comment: 'Outside local mode the desk is never loaded.',
      severity: 'error',
      from: { path: place('main') },
      to: { path: place('desk'), dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'desk-knows-nothing-of-the-product',
      comment: 'The desk plays Teams: it may see the types of the ports and nothing else.',
      severity: 'error',
      from: { path: place('desk') },
      to: { path: '^src/', pathNot: [place('desk'), '^src/app/ports[.]ts$'] },
    },
    {
      name: 'desk-sees-types-of-ports-only',
      severity: 'error',
      from: { path: place('desk') },
      to: { path: '^src/app/ports[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-is-nobodys-import',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/main[.]ts$' },
    },
    {
      name: 'cli-is-nobodys-import',
      comment: 'The command line is a process of its own, beside main.',
      severity: 'error',
      from: { path: '^src/', pathNot: place('cli') },
      to: { path: place('cli') },
    },
    {
      name: 'no-tests-in-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: ['^test/', '[.]test[.]ts$', npm('vitest/', 'fast-check/')] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nothing is forgotten.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/(main|config)[.]ts$', '^src/desk/page/', '[.]d[.]ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default', 'require'],
    },
  },
};
