import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readPeople } from './app/people-csv.js';
import type { PersonInput } from './app/ports.js';
import type { CardRenderer } from './cards/render.js';
import type { ContentConfig } from './config.js';
import { articleFaults, openRoute, openUnderstanding, readArticles } from './content.js';
import { readRouteFiles, readSource } from './files.js';
import type { Articles } from './knowledge/articles/load.js';
import type { Understanding } from './knowledge/understand.js';
import type { LoadedRoute } from './route/load.js';
import type { Route, RouteFault, SourceFile } from './route/model.js';
import { StartRefused } from './start-refused.js';
import { openTemplates } from './templates.js';

/** The demo people of the local mode, read by the normal importer. */
const DEMO_PEOPLE = 'src/desk/demo-people.csv';

/** What is read from files before anything is opened. */
export interface StartContent {
  readonly files: readonly SourceFile[];
  readonly route: Route;
  /** Undefined: no file was named, so the register stays as it is. */
  readonly people: readonly PersonInput[] | undefined;
  readonly render: CardRenderer['render'];
  readonly articles: Articles;
  readonly understand: Understanding & { warm(): void };
}

/** Everything that the process needs from files. Throws `StartRefused` with the faults of all of them together, in English, one a line. */
export function openContent(config: ContentConfig): StartContent {
  const files = readRouteFiles();
  const loaded = openRoute(files, config.region);
  const faults: string[] = loaded.ok ? [] : loaded.faults.map(faultLine);
  const attempted = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof StartRefused)) throw error;
      faults.push(...error.faults);
      return undefined;
    }
  };
  const known = knownOf(loaded);
  const people = known && attempted(() => openPeople(known, config));
  const templates = attempted(openTemplatesOrSay);
  if (!loaded.ok) throw new StartRefused(faults);
  const { route } = loaded;
  const articles = attempted(() => openArticlesOf(files, route));
  const understand = attempted(() => openUnderstanding(route));
  if (faults.length > 0 || !templates || !articles || !understand) throw new StartRefused(faults);
  return { files, route, people, render: templates.render, articles, understand };
}

/** What the register is read with, also of a route with faults: then those of the roles and of the region must be none. */
function knownOf(loaded: LoadedRoute): Pick<Route, 'roles' | 'region'> | undefined {
  if (loaded.ok) return loaded.route;
  const unsure = loaded.faults.some(({ file }) => file === 'dialogs/stappen-rollen.yaml' || file.startsWith('dialogs/regios'));
  return unsure ? undefined : loaded.draft;
}

function openPeople(route: Pick<Route, 'roles' | 'region'>, config: ContentConfig): readonly PersonInput[] | undefined {
  if (config.people === undefined && !config.local) return undefined;
  const source = config.people === undefined ? readSource(DEMO_PEOPLE) : readPeopleFile(config.people);
  const read = readPeople(route, basename(source.name), source.text);
  if (!read.ok) throw new StartRefused(read.faults);
  return read.people;
}

function readPeopleFile(path: string): SourceFile {
  try {
    return { name: path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new StartRefused([`ROUTEWIJZER_PEOPLE: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function openTemplatesOrSay(): CardRenderer {
  try {
    return openTemplates();
  } catch (error) {
    throw new StartRefused([error instanceof Error ? error.message : String(error)]);
  }
}

function openArticlesOf(files: readonly SourceFile[], route: Route): Articles {
  const loaded = readArticles(files, route);
  if (!loaded.ok) throw new StartRefused(articleFaults(loaded.faults));
  return loaded.articles;
}

function faultLine({ file, line, node, field, message }: RouteFault): string {
  return `${file}:${String(line)}: ${[node && `node ${node}`, field && `field ${field}`].filter(Boolean).join(', ')}: ${message}`;
}
