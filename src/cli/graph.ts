import { writeFileSync } from 'node:fs';
import type { Route } from '../route/model.js';
import { blockAt, pictureOfRoute, pictureOfTree, type Picture } from '../route/picture.js';
import { FAULTS, FINE, readArgs, unknownTree, wrongUsage, type Load } from './args.js';
import { layOut } from './graph-layout.js';
import { mermaidOf, mermaidPage } from './graph-mermaid.js';
import { svgOf } from './graph-svg.js';
import { tell } from './print.js';

/**
 * The route as a picture: the stroomschema, or with `--tree` one tree; as SVG, with `--mermaid` as text that a page draws, or with
 * `--page` as such a page, in Markdown. `--here` marks a block or a step of the stroomschema, or a node of the tree. Gives the exit code.
 */
export async function graph(args: readonly string[], load: Load): Promise<number> {
  const given = readArgs(args, { tree: { type: 'string' }, mermaid: { type: 'boolean' }, page: { type: 'boolean' }, here: { type: 'string' }, out: { type: 'string' } });
  if (!given.ok) return wrongUsage(given.message);
  if (given.has('page') && (given.has('mermaid') || given.text('tree') !== undefined)) return wrongUsage("'--page' is the page of the stroomschema; leave out '--mermaid' and '--tree'");
  const route = load()?.route;
  if (route === undefined) return FAULTS;
  const made = pictureFor(route, given.text('tree'), given.text('here'));
  if (!made.ok) return wrongUsage(made.message);
  const text = given.has('page') ? mermaidPage(made.picture) : given.has('mermaid') ? mermaidOf(made.picture) : await drawing(made.picture);
  const out = given.text('out');
  if (out === undefined) {
    process.stdout.write(text);
    return FINE;
  }
  try {
    writeFileSync(out, text);
  } catch (error) {
    return wrongUsage(`can not write to '${out}': ${error instanceof Error ? error.message : String(error)}`);
  }
  tell(`Wrote ${out}.`);
  return FINE;
}

/** The picture as SVG. */
export async function drawing(picture: Picture): Promise<string> {
  return svgOf(picture, await layOut(picture));
}

type Made = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly message: string };

function pictureFor(route: Route, treeId: string | undefined, here: string | undefined): Made {
  if (treeId !== undefined) {
    const tree = route.trees.get(treeId);
    if (tree === undefined) return { ok: false, message: unknownTree(route, treeId) };
    const nodes = [...tree.questions.keys(), ...tree.outcomes.keys()];
    return here !== undefined && !nodes.includes(here)
      ? unknown(`node of the tree '${treeId}'`, here, nodes) : { ok: true, picture: pictureOfTree(route, treeId, here) };
  }
  const block = here === undefined ? undefined : route.blocks.find((each) => each.id === here) ?? blockAt(route, { step: here });
  return here !== undefined && block === undefined
    ? unknown('block or step', here, [...new Set([...route.blocks.map((each) => each.id), ...route.steps.keys()])])
    : { ok: true, picture: pictureOfRoute(route, block?.id) };
}

function unknown(what: string, id: string, known: readonly string[]): Made {
  return { ok: false, message: `unknown ${what} '${id}'; known: ${known.join(', ')}` };
}
