/** Answers by fact; spelled out, because the model of the route builds on this file. */
type Facts = Readonly<Record<string, string>>;

/**
 * A branch on more than one fact, by its name in the trees: `next: { when: <name>, yes: …, no: … }`. A condition never
 * changes under its name: visits that began under it still follow it.
 */
export interface Condition {
  readonly name: string;
  /** The facts it looks at; the check demands that each was answered on every path to it. */
  readonly reads: readonly string[];
  /** Gets exactly the facts that it reads. */
  readonly holds: (facts: Facts) => boolean;
}

export type Conditions = ReadonlyMap<string, Condition>;

/** A condition that can see no other fact than those it says it reads: the types refuse it, and so does `judge`. */
export function condition<const Fact extends string>(
  name: string, reads: readonly Fact[], holds: (facts: Readonly<Record<Fact, string>>) => boolean,
): Condition {
  return { name, reads, holds: holds as (facts: Facts) => boolean };
}

/** Whether a condition holds, or undefined when not everything it reads was answered. */
export function judge(asked: Condition, given: ReadonlyMap<string, string>): boolean | undefined {
  const facts: Record<string, string> = {};
  for (const fact of asked.reads) {
    const value = given.get(fact);
    if (value === undefined) return undefined;
    facts[fact] = value;
  }
  return asked.holds(facts);
}

/** The conditions by name, as a route carries them. */
export function conditionsByName(conditions: readonly Condition[]): Conditions {
  return new Map(conditions.map((each) => [each.name, each]));
}

/** Halt is for jongeren of 12 to 18 (F-L17, national). */
const haltAge = condition('halt-leeftijd', ['leeftijd'], ({ leeftijd }) => leeftijd === '12-15' || leeftijd === '16-17');

/** Every condition of the route. */
export const CONDITIONS: Conditions = conditionsByName([haltAge]);
