import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { frontMatterSchema, type Article, type Section, type Statement } from './article.js';

export interface ArticleFault {
  readonly slug: string;
  readonly message: string;
}

export type ParsedArticle = { readonly ok: true; readonly article: Article } | { readonly ok: false; readonly faults: readonly ArticleFault[] };

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;
/** A statement and the ids at its end: "… vier keer per jaar. [OVL-01, OVL-02]". A paragraph may hold several. */
const CITED = /^(.*?)\s*\[([A-Z0-9, -]+)\]$/s;
const AFTER_CITED = /(?<=\[[A-Z0-9, -]+\])\s+/;

/**
 * Reads one article from its text. The text is a short answer, then `## ` sections; every paragraph and every `- ` point
 * ends in the ids of its rules, in square brackets.
 */
export function parseArticle(slug: string, source: string): ParsedArticle {
  const fault = (message: string): ParsedArticle => ({ ok: false, faults: [{ slug, message }] });
  const [, front, body] = FRONT_MATTER.exec(source.replaceAll('\r\n', '\n')) ?? [];
  if (front === undefined || body === undefined) return fault('does not begin with front matter between two lines of ---');
  const yaml = readYaml(front);
  if (!yaml.ok) return fault(yaml.message);
  const data = frontMatterSchema.safeParse(yaml.value);
  if (!data.success) return { ok: false, faults: data.error.issues.map((issue) => ({ slug, message: `${issue.path.join('.')}: ${issue.message}` })) };
  const [first = '', ...rest] = body.split(/^## /m);
  return { ok: true, article: { ...data.data, slug, short: statements(first), sections: rest.map(section) } };
}

function readYaml(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string } {
  try {
    return { ok: true, value: z.unknown().parse(parse(text)) };
  } catch (error) {
    if (error instanceof YAMLParseError) return { ok: false, message: error.message };
    throw error;
  }
}

function section(text: string): Section {
  const end = text.indexOf('\n');
  return end < 0 ? { heading: text.trim(), statements: [] } : { heading: text.slice(0, end).trim(), statements: statements(text.slice(end)) };
}

/** Paragraphs and points; a line that is broken off goes on with the next one. */
function statements(text: string): readonly Statement[] {
  return text.split(/\n\s*\n|\n(?=- )/).map((each) => each.replace(/^\s*- /, '').replaceAll(/\s+/g, ' ').trim()).filter((each) => each !== '')
    .flatMap((each) => each.split(AFTER_CITED)).map(cited);
}

function cited(text: string): Statement {
  const [, said, ids] = CITED.exec(text) ?? [];
  if (said === undefined || ids === undefined) return { text, rules: [] };
  return { text: said, rules: ids.split(',').map((id) => id.trim()).filter((id) => id !== '') };
}
