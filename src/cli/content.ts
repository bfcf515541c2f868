import { readArticleFiles, readSource } from '../files.js';
import { loadArticles } from '../knowledge/articles/load.js';
import { loadRoute } from '../route/load.js';
import { FAULTS, FINE, WRONG_USAGE } from './args.js';
import { gaps } from './gaps.js';
import { say, tell } from './print.js';
import { faultLine, readFiles } from './read.js';

const USAGE = `Usage: npm run -s content -- <command> [options]

  check [<slug> …]   every fault in the articles, or only those of some
  gaps [--json]      what people asked and got no right answer to, and feedback, the newest first; from the store in ROUTEWIJZER_DATA
  help               this

Results go to standard output, messages to standard error. Exit code 0: fine; 1: faults; 2: wrong usage.`;

async function run([name, ...own]: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  if (name === undefined) {
    tell(USAGE);
    return WRONG_USAGE;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    say(USAGE);
    return FINE;
  }
  if (name === 'gaps') return gaps(own, environment);
  if (name !== 'check') {
    tell(`unknown command '${name}'; there is: check, gaps, help`);
    return WRONG_USAGE;
  }
  return check(own, environment['ROUTEWIJZER_REGIO']?.trim() || 'midden-groningen');
}

function check(slugs: readonly string[], region: string): number {
  const read = readFiles();
  const route = read.ok ? loadRoute(read.files, region) : read;
  if (!route.ok) {
    tell(...route.faults.map(faultLine));
    return FAULTS;
  }
  const loaded = loadArticles(readArticleFiles(), readSource('knowledge/onderwerpen.yaml'), route.route);
  const faults = loaded.ok ? [] : loaded.faults.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug));
  tell(...faults.map(({ slug, message }) => `${slug}: ${message}`));
  if (faults.length > 0) return FAULTS;
  say(loaded.ok ? `${String(loaded.articles.bySlug.size)} articles, no faults` : 'no faults in these');
  return FINE;
}

// eslint-disable-next-line no-restricted-syntax -- the start of a process of its own
process.exitCode = await run(process.argv.slice(2), process.env);
