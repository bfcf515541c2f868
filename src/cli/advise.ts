import { text as everythingFrom } from 'node:stream/consumers';
import { advise as adviseOn } from '../route/advise.js';
import { FAULTS, FINE, readArgs, unknownTree, wrongUsage, type Load } from './args.js';
import { jsonLines, say } from './print.js';

/** The tree where everybody begins. */
const FIRST_TREE = 'wat-nu';

/** The advice for facts from outside, as one JSON object. */
export async function advise(args: readonly string[], load: Load): Promise<number> {
  // The facts stand behind --json, but may also be left out: so they are an argument, and --json a flag.
  const parted = args.flatMap((each) => (each.startsWith('--json=') ? ['--json', each.slice('--json='.length)] : [each]));
  const given = readArgs(parted, { json: { type: 'boolean' }, tree: { type: 'string' } }, 1);
  if (!given.ok) return wrongUsage(given.message);
  const [argument = '-'] = given.rest;
  const text = argument === '-' ? await everythingFrom(process.stdin) : argument;
  const facts = factsIn(text);
  if (facts === undefined) return wrongUsage(text.trim() === '' ? 'the facts are missing' : 'the facts are not a JSON object, such as {"rol":"leerkracht","leeftijd":13}');
  const route = load()?.route;
  if (route === undefined) return FAULTS;
  const tree = given.text('tree') ?? FIRST_TREE;
  if (!route.trees.has(tree)) return wrongUsage(unknownTree(route, tree));
  const advice = adviseOn(route, tree, facts);
  say(...jsonLines([advice]));
  return advice.kind === 'refused' ? FAULTS : FINE;
}

/** Undefined when the text is no JSON, or not an object of facts. */
function factsIn(text: string): Record<string, unknown> | undefined {
  try {
    const facts: unknown = JSON.parse(text);
    return typeof facts === 'object' && facts !== null && !Array.isArray(facts) ? facts as Record<string, unknown> : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
