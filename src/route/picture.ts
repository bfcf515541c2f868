import type { Route, Tree } from './model.js';
import { roleLabel } from './roles.js';
import type { NextData, OutcomeData, QuestionData } from './schema.js';
import type { BlockData } from './schema-local.js';

/** A drawing of the route, or of one tree: what stands in it and what leads to what. Where it stands is for who draws it. */
export interface Picture {
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

export interface PictureNode {
  readonly id: string;
  readonly kind: BlockData['lane'] | 'question' | 'outcome' | 'jump';
  /** It is about safety. */
  readonly danger: boolean;
  readonly label: string;
  /** What it is about, below the label. */
  readonly text: string;
  /** Names of roles. */
  readonly roles: readonly string[];
  /** "Je bent hier". */
  readonly here: boolean;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** The block of the stroomschema in which a walk, a case or a step is. */
export function blockAt(route: Pick<Route, 'blocks'>, at: { readonly step: string } | { readonly tree: string }): BlockData | undefined {
  return route.blocks.find((block) => ('step' in at ? block.steps.includes(at.step) : block.trees.includes(at.tree)));
}

/** The stroomschema. `here` is the id of the block where somebody is. */
export function pictureOfRoute(route: Pick<Route, 'blocks' | 'arrows' | 'roles' | 'region'>, here?: string): Picture {
  const main = route.blocks.filter((block) => block.lane !== 'exit').map((block) => block.label);
  return {
    title: 'De ondersteuningsroute in één plaatje',
    description: `Van boven naar beneden: ${main.join(', ')}. Daarnaast staan de zijwegen: ${route.blocks.filter((block) => block.lane === 'exit').map((block) => block.label).join(', ')}.`,
    nodes: route.blocks.map(({ id, lane, label, explain, roles, trees }) => ({
      id, kind: lane, label, text: explain, roles: roles.map((role) => roleLabel(route, role)), here: id === here, danger: trees.includes(SAFETY),
    })),
    edges: route.arrows.map(({ from, to, label }) => ({ from, to, label: label ?? '' })),
  };
}

/** One tree: its questions, what can be answered, and its outcomes. `here` is the id of a node. Throws for a tree that is not in the route. */
export function pictureOfTree(route: Pick<Route, 'trees' | 'facts' | 'roles' | 'region'>, treeId: string, here?: string): Picture {
  const tree = route.trees.get(treeId);
  if (tree === undefined) throw new Error(`not in this route: '${treeId}'`);
  const edges = [...tree.questions.values()].flatMap((question) => edgesFrom(route, question));
  const jumps = [...new Set(edges.map((edge) => edge.to))].filter((to) => !tree.questions.has(to) && !tree.outcomes.has(to));
  return {
    title: tree.title,
    description: `${String(tree.questions.size)} vragen en ${String(tree.outcomes.size)} adviezen. Het begint met: ${startText(tree)}`,
    nodes: [
      ...[...tree.questions.values()].map(({ id, question }): PictureNode => (
        { id, kind: 'question', label: question, text: '', roles: [], here: id === here, danger: false }
      )),
      ...[...tree.outcomes.values()].map((outcome) => outcomeNode(route, outcome, here)),
      ...jumps.map((id): PictureNode => (
        { id, kind: 'jump', label: `Verder bij: ${route.trees.get(id.slice(JUMP.length))?.title ?? id}`, text: '', roles: [], here: false, danger: id === JUMP + SAFETY }
      )),
    ],
    edges,
  };
}

/** The tree that goes before all others, and the block in which it stands. */
const SAFETY = 'veiligheid';
/** Before the id of another tree, so that it is the id of no node. */
const JUMP = 'boom:';

function startText({ questions, outcomes, start }: Tree): string {
  return questions.get(start)?.question ?? outcomes.get(start)?.title ?? start;
}

function outcomeNode(route: Pick<Route, 'roles' | 'region'>, { id, title, role, tone }: OutcomeData, here: string | undefined): PictureNode {
  const roles = role === 'none' ? [] : [role === 'regie' ? 'wie de regie heeft (regiematrix)' : roleLabel(route, role)];
  return { id, kind: 'outcome', label: title, text: '', roles, here: id === here, danger: tone === 'danger' };
}

function edgesFrom(route: Pick<Route, 'facts'>, question: QuestionData): PictureEdge[] {
  const labels = optionLabels(route, question);
  const edges = question.options.flatMap(({ next }, index) => targets(next).map(([to, when]) => (
    { from: question.id, to, label: [labels[index], when].filter(Boolean).join('; ') }
  )));
  // Two options that lead to the same node are one line.
  const together = new Map<string, PictureEdge>();
  for (const edge of edges) {
    const known = together.get(edge.to);
    together.set(edge.to, known ? { ...known, label: [known.label, edge.label].filter(Boolean).join(' / ') } : edge);
  }
  return [...together.values()];
}

function targets(next: NextData): readonly (readonly [to: string, when: string])[] {
  if (typeof next === 'string') return [[next, '']];
  if ('tree' in next) return [[JUMP + next.tree, '']];
  return [...targets(next.yes).map(([to]) => [to, `als: ${next.when}`] as const), ...targets(next.no).map(([to]) => [to, `als niet: ${next.when}`] as const)];
}

/** As many answers are written on a line; a line that holds more says so. */
const MOST_ANSWERS = 3;

/** The answers of each option. The one with most of them, when they are many, is "elk ander antwoord"; the only one has no label. */
function optionLabels(route: Pick<Route, 'facts'>, { fact, options }: QuestionData): readonly string[] {
  if (options.length === 1) return [''];
  const values = route.facts.get(fact)?.values ?? [];
  const most = Math.max(...options.map((option) => option.values.length));
  const rest = most > MOST_ANSWERS ? options.findIndex((option) => option.values.length === most) : -1;
  return options.map((option, index) => (index === rest ? 'elk ander antwoord'
    : option.values.map((id) => values.find((value) => value.id === id)?.label ?? id).join(' / ')));
}
