import { z } from 'zod';

/** The closed lists of a case: what an event, a card and a form can name. The Dutch words for them are with the cards. */

/** Those who may have gezag. */
export const guardians = ['moeder', 'vader', 'tweede-moeder', 'tweede-vader', 'voogd'] as const;
export const people = [...guardians, 'jeugdige'] as const;
export type Who = (typeof people)[number];

export const consentStatuses = ['gevraagd', 'gegeven', 'geweigerd', 'ingetrokken', 'verlopen', 'weet-het', 'geinformeerd', 'ouders-erbuiten'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];
export const hows = ['mondeling', 'schriftelijk'] as const;
export type How = (typeof hows)[number];
/** Why the list of those with gezag was changed after it had been recorded. */
export const gezagReasons = ['gezagsregister', 'uitspraak', 'vergissing'] as const;
/** For whom there is danger (TOE-09); why parents are not involved yet. */
export const dangerReasons = ['kind', 'jezelf-of-collega', 'iemand-anders'] as const;
export const registers = ['ggd', 'leerplicht', 'zvjg'] as const;
export const registerResults = ['stond-er', 'gemaakt', 'niet-gedaan'] as const;

export const stuckKinds = ['samenwerking', 'plek', 'beide', 'weet-niet'] as const;
export type StuckKind = (typeof stuckKinds)[number];
export const stagnationEndings = ['samenwerking-hervat', 'mdo-afgesproken', 'naar-regievoerder', 'anders'] as const;
export type StagnationEnding = (typeof stagnationEndings)[number];
/** How a stagnation can end without the stagnatiepunt: the holder recorded it after all, or it runs again. */
export const ownEndings = ['alsnog-vastgelegd', 'loopt-weer', 'casus-gesloten'] as const;
/** Pupils at risk, of whom the regievoerder keeps the list (ROL-REG-02, ROL-REG-03). */
export const risks = ['zorgwekkend-verzuim', 'dreigend', 'thuiszitter'] as const;
/** Progress to a fitting offer (ROL-REG-03); the route names no stages, these are ours to follow it by. */
export const offerStages = ['in-beeld', 'onderzoek', 'zoekt-plek', 'plek-gevonden', 'geplaatst'] as const;

export const mdoAnswers = ['komt', 'kan-niet', 'ander-moment', 'stuurt-iemand'] as const;
export type MdoAnswer = (typeof mdoAnswers)[number];
export const mdoCancelReasons = ['te-weinig', 'toestemming', 'niet-nodig', 'anders'] as const;
/** Level of the leervraag and of the leefvraag. */
export const levels = ['geen', 'enkelvoudig', 'complex'] as const;
export type Level = (typeof levels)[number];
export const sides = ['onderwijs', 'zorg'] as const;
export type Side = (typeof sides)[number];
/** In which days a term is counted: school days, or working days. Neither has weekends and public holidays; school days have no school holidays. */
export const dayKinds = ['school', 'work'] as const;
export type DayKind = (typeof dayKinds)[number];

/** What an evaluation leads to (S3-06, S3-09). */
export const evaluationOutcomes = ['doorgaan', 'bijstellen', 'opschalen', 'afschalen', 'afsluiten'] as const;
export type EvaluationOutcome = (typeof evaluationOutcomes)[number];

/** `werkvoorraad`: waiting for a casemanager is a normal state of the route, no lateness (N-16). */
export const waitReasons = ['ouders', 'jeugdige', 'school', 'jgz', 'sociaal-team', 'werkvoorraad', 'leerplicht', 'swv', 'anders'] as const;
export type WaitReason = (typeof waitReasons)[number];
export const caseEndings = ['doelen-bereikt', 'terug-naar-basis', 'overgedragen', 'niet-nodig'] as const;
export type CaseEnding = (typeof caseEndings)[number];

/** How somebody came to take part. */
export const joins = ['verwezen', 'gevraagd', 'duo', 'overgedragen', 'vervangt', 'mdo', 'samengevoegd'] as const;
export const handoverReasons = ['nieuw-schooljaar', 'andere-taak', 'ziek-of-verlof', 'weg'] as const;
export type HandoverReason = (typeof handoverReasons)[number];
/** Why an entry was struck out. */
export const strikeReasons = ['verkeerde-casus', 'verkeerd-ingevuld', 'hoort-hier-niet'] as const;

/** The member of a closed list, or undefined for anything else that a card brought in. */
export function oneOf<T extends string>(list: readonly T[], text: string): T | undefined {
  return list.find((item) => item === text);
}

export const id = z.string().min(1);
/** An instant in ISO 8601, UTC. */
export const instant = z.string();
/** YYYY-MM-DD, or '' where none is known yet. */
export const day = z.string();
/** Somebody in a case: `person:<id>` of the register, `out:<id>` for a participant outside Teams, `role:<id>` for a role outside Teams. */
export const key = z.string().min(1);

/** One kind of event: its name and what it holds. */
export const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), data: z.object(shape) });
