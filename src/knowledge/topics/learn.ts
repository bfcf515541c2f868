import { bm25fOf, type Bm25f } from './bm25f.js';
import { compoundsFrom } from './compounds.js';
import { countWords, type Corpus } from './corpus.js';
import { allFeatures, leastOf, type Features } from './features.js';
import { fit, type Linear } from './linear.js';
import { read, type Reader } from './reading.js';
import { spellingFrom } from './spelling.js';
import { spaceOf, vectoriser, type Space } from './vectors.js';
import type { Words } from './words.js';

/** A question about a text that was learned from examples. */
export interface View {
  readonly space: Space;
  readonly linear: Linear;
}

export interface Learned {
  readonly slugs: readonly string[];
  /** How often each word occurs in all that was learned from. */
  readonly counts: ReadonlyMap<string, number>;
  readonly bm25f: Bm25f;
  /** Which subject: the classes are the slugs and, as the last one, what is about none of them. */
  readonly topics: View;
  /** Which danger: the first class is none, then `dangers` in order. */
  readonly danger: View;
  readonly dangers: readonly string[];
  /** Which command: the first class is none, then `commandIds` in order. */
  readonly commands: View;
  readonly commandIds: readonly string[];
}

/** A statement of the article is written by us: it holds the words of the subject, but not as people ask. */
const BODY_WEIGHT = 0.2;
/** There are ten calm texts for each that tells of danger, and missing one of these is worse. */
const DANGER_WEIGHT = 5;
/** A longer text is a question, and no command. */
export const COMMAND_WORDS = 9;
/** A command is known by a few words; there are hundreds of questions for each. */
const COMMAND_WEIGHT = 3;
/** A word that stands in our texts only once may itself be a typo. */
const OFTEN = 2;

export function readerOf(counts: ReadonlyMap<string, number>, words: Words): Reader {
  const often = new Map([...counts].filter(([, count]) => count >= OFTEN));
  const short = new Set([...often.keys()].filter((word) => word.length === 3 && !COMMON.has(word)));
  return { words, known: (word) => counts.has(word), spelling: spellingFrom(often), compounds: compoundsFrom((word) => often.has(word), short) };
}

/** Short words that are no part of a compound. */
const COMMON: ReadonlySet<string> = new Set('aan als alle bij dan dat den der des die dit een eer elk gaan had heb het hij hun ik is kan met mij nee net niet nog nou nu om ook op over per te ten ter tot uit van wat wel wie wij zij zou ver ons min los ene gaf weg tel dag'.split(' '));

interface Labelled {
  readonly features: Features;
  /** How many words the text has. */
  readonly length: number;
  readonly label: number;
  readonly weight: number;
}

/** Learns the index from the corpus. Deterministic; takes seconds. */
export function learn(corpus: Corpus, words: Words): Learned {
  const counts = countWords(corpus);
  const reader = readerOf(counts, words);
  const labelled = (texts: readonly string[], label: number, weight: number) => texts.map((text): Labelled => {
    const reading = read(reader, text);
    return { features: allFeatures(reading), length: reading.words.length, label, weight };
  });
  const samples = corpus.subjects.map((subject, label) => labelled(subject.samples, label, 1));
  const outside = labelled(corpus.outside, corpus.subjects.length, 1);
  const about = corpus.subjects.flatMap(({ names, statements }, label) => [...labelled(names, label, 1), ...labelled(statements, label, BODY_WEIGHT)]);
  const calm = [...[...samples.flat(), ...outside].map((text) => ({ ...text, label: 0 })), ...labelled(corpus.calm, 0, 1)];
  const stems = (text: string) => {
    const { stems: said, meant } = read(reader, text);
    return [...said, ...meant];
  };
  return {
    slugs: corpus.subjects.map(({ slug }) => slug), counts, dangers: corpus.dangers.map(({ id }) => id),
    bm25f: bm25fOf(corpus.subjects.map(({ fields }) => ({ title: stems(fields.title), keywords: stems(fields.keywords), samples: stems(fields.samples), body: stems(fields.body) }))),
    topics: view([...samples.flat(), ...about, ...outside], corpus.subjects.length + 1),
    commands: view([...corpus.commands.flatMap(({ texts }, at) => labelled(texts, at + 1, COMMAND_WEIGHT)), ...calm.filter(({ length }) => length <= COMMAND_WORDS)], corpus.commands.length + 1),
    commandIds: corpus.commands.map(({ id }) => id),
    danger: view([...corpus.dangers.flatMap(({ sentences }, at) => labelled(sentences, at + 1, DANGER_WEIGHT)), ...calm], corpus.dangers.length + 1),
  };
}

function view(texts: readonly Labelled[], classes: number): View {
  const space = spaceOf(texts.map(({ features }) => features), leastOf);
  const vectorise = vectoriser(space);
  const examples = texts.map(({ label, weight, features }) => ({ label, weight, vector: vectorise(features) }));
  return { space, linear: fit(examples, space.names.length, classes) };
}
