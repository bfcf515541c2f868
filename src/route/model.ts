import type { Calendar } from './calendar.js';
import type { Conditions } from './conditions.js';
import type {
  ActionData, ConsentRowData, ContradictionData, FactData, OutcomeData, PartyData, QuestionData, RegieCellData, RoleData, RuleData,
  StepData, TreeData,
} from './schema.js';
import type { KeepingData } from './schema-keeping.js';
import type { Rights } from './rights.js';
import type { ArrowData, BlockData, RegionData, RoleCardData } from './schema-local.js';

/** Answers by fact id: `{ leeftijd: '12-15' }`. */
export type Answers = Readonly<Record<string, string>>;

/** The whole route, checked and compiled. Nothing starts on a route that fails its check. */
export interface Route {
  /** Hash of the compiled structure (trees, terms), carried by visits and cases. */
  readonly hash: string;
  /** Hash of the consent matrix, recorded by consent events. */
  readonly consentHash: string;
  readonly facts: ReadonlyMap<string, FactData>;
  readonly contradictions: readonly ContradictionData[];
  readonly conditions: Conditions;
  readonly trees: ReadonlyMap<string, Tree>;
  readonly steps: ReadonlyMap<string, StepData>;
  readonly roles: ReadonlyMap<string, RoleData>;
  readonly parties: ReadonlyMap<string, PartyData>;
  readonly purposes: ReadonlyMap<string, PartyData>;
  readonly actions: ReadonlyMap<string, ActionData>;
  readonly registrations: ReadonlyMap<string, ActionData>;
  readonly rules: ReadonlyMap<string, RuleData>;
  readonly ageFact: string;
  readonly roleFact: string;
  readonly consent: readonly ConsentRowData[];
  readonly regie: readonly RegieCellData[];
  /** What each role does, by role id. */
  readonly cards: ReadonlyMap<string, RoleCardData>;
  /** The stroomschema: the same in every region. */
  readonly blocks: readonly BlockData[];
  readonly arrows: readonly ArrowData[];
  readonly region: RegionData;
  /** How long a closed case is kept, and who may have one deleted. */
  readonly keeping: KeepingData;
  /** When schools and others of this region are off: always that of today, and no part of `hash`. */
  readonly calendar: Calendar;
  /** Who may do what, by role: always that of today, and no part of `hash`. */
  readonly rights: Rights;
}

export interface Tree extends Pick<TreeData, 'title' | 'start'> {
  readonly id: string;
  readonly questions: ReadonlyMap<string, QuestionData>;
  readonly outcomes: ReadonlyMap<string, OutcomeData>;
}

/** One answered question on the way to the present position. */
export interface Step {
  readonly tree: string;
  readonly question: QuestionData;
  readonly fact: string;
  readonly value: string;
  /** True when the value was known beforehand (the role from the register) and was not asked. */
  readonly known: boolean;
}

/** Where a walk stands: derived from the answers by replay, never stored. */
export type Position =
  | {
      readonly kind: 'question';
      readonly tree: string;
      readonly question: QuestionData;
      readonly fact: FactData;
      /** The values that can still be true beside what was answered. */
      readonly values: FactData['values'];
      readonly path: readonly Step[];
      /** "Dit kun je nu al doen": what every outcome that can still follow has in common. */
      readonly now: readonly ActionData[];
    }
  | {
      readonly kind: 'outcome';
      readonly tree: string;
      readonly outcome: ResolvedOutcome;
      readonly path: readonly Step[];
    };

/** An outcome with everything looked up that depends on the answers: consent by age, regie by matrix, term by region. */
export interface ResolvedOutcome {
  readonly id: string;
  readonly step: StepData;
  /** Undefined when nobody stays in charge (PRB-06). */
  readonly role: RoleData | undefined;
  readonly title: string;
  readonly summary: string;
  readonly actions: readonly ActionData[];
  readonly consent: readonly ConsentNeed[];
  readonly registrations: readonly ActionData[];
  readonly note: boolean;
  readonly offers: OutcomeData['offers'];
  readonly silent: readonly string[];
  readonly tone: 'normal' | 'danger';
  readonly regie: RegieCellData | undefined;
  readonly term: RegionData['terms'][string] | undefined;
  /** What the partners of this region agreed on top of the route. */
  readonly agreements: RegionData['agreements'];
  readonly rules: readonly RuleData[];
}

/** What must be asked of whom before this is shared with that recipient, for that purpose, at that age. */
export interface ConsentNeed {
  readonly sender: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly requirement: ConsentRequirement;
}

export interface ConsentRequirement {
  /** Id of the matrix row. */
  readonly row: string;
  readonly kind: 'none' | 'ask' | 'inform' | 'silent';
  readonly ask: ConsentRowData['ages'][string]['ask'];
  readonly inform: ConsentRowData['ages'][string]['inform'];
  readonly text: string;
  readonly rules: readonly string[];
}

/** One fault in a route file, in English, for operators and authors. `line` is 1-based. */
export interface RouteFault {
  readonly file: string;
  readonly line: number;
  readonly node: string | undefined;
  readonly field: string | undefined;
  readonly message: string;
}

/** A file as text: the pure folders do no I/O. `name` is relative to the repository, as shown in faults. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}
