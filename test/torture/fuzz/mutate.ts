import type { Random } from '../random.js';
import type { Activity } from '../teams.js';
import type { Data } from './seats.js';
import { junk, oddText } from './values.js';

type Path = readonly (string | number)[];

/** Every place in a JSON value, the outermost first. */
function pathsIn(value: unknown, at: Path = [], found: Path[] = []): readonly Path[] {
  if (at.length > 0) found.push(at);
  if (Array.isArray(value)) value.forEach((inner, index) => { pathsIn(inner, [...at, index], found); });
  else if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) pathsIn(inner, [...at, key], found);
  return found;
}

function holderOf(root: unknown, path: Path): Record<string | number, unknown> | undefined {
  let holder = root;
  for (const key of path.slice(0, -1)) holder = (holder as Record<string | number, unknown>)[key];
  return holder as Record<string | number, unknown> | undefined;
}

/** A copy in which some places hold something else than what is expected there, or are gone, or are there twice as deep. */
export function misshapen(activity: Activity, random: Random): Activity {
  const copy = structuredClone(activity) as Record<string, unknown>;
  for (let times = random.between(1, 3); times > 0; times -= 1) {
    const path = random.pick(pathsIn(copy));
    const holder = holderOf(copy, path);
    const key = path.at(-1);
    if (holder === undefined || key === undefined) continue;
    const how = random.next();
    if (how < 0.25) Reflect.deleteProperty(holder, key);
    else if (how < 0.85) holder[key] = junk(random);
    else if (how < 0.93) holder[key] = [holder[key]];
    else holder[key] = { value: holder[key] };
    if (Object.keys(copy).length === 0) break;
  }
  return copy;
}

/** Data of a button with wrong content: valid to look at, of something else or of nothing. */
export function wrongContent(data: Data, random: Random, known: { readonly refs: readonly string[]; readonly verbs: readonly string[]; readonly words: readonly string[] }): Data {
  const copy: Record<string, unknown> = { ...data };
  for (let times = random.between(1, 2); times > 0; times -= 1) {
    const how = random.next();
    if (how < 0.2) copy['verb'] = random.chance(0.7) ? random.pick(known.verbs) : oddText(random);
    else if (how < 0.35) copy['ref'] = random.chance(0.7) && known.refs.length > 0 ? random.pick(known.refs) : oddText(random);
    else if (how < 0.5) copy['seen'] = random.pick([0, 1, 2, 3, 7, 99, -1, 1.5, '1', null, Number.MAX_SAFE_INTEGER]);
    else if (how < 0.55) copy['v'] = random.pick([0, 2, '1', null, 1.0]);
    else {
      const own = Object.keys(copy).filter((key) => !['v', 'verb', 'ref', 'seen', 'msteams'].includes(key));
      const field = own.length > 0 && random.chance(0.7) ? random.pick(own) : random.pick(FIELDS);
      copy[field] = random.chance(0.85) ? oddText(random, known.words) : junk(random);
    }
  }
  return copy;
}

/** Names of inputs and ids that buttons carry. */
const FIELDS = [
  'fact', 'value', 'view', 'card', 'person', 'to', 'from', 'role', 'key', 'mdo', 'invitee', 'answer', 'handover', 'what', 'reason', 'status', 'recipients', 'who', 'how', 'on', 'until', 'gezag', 'step', 'age',
  'month', 'ending', 'code', 'entry', 'slug', 'document', 'tree', 'case', 'danger', 'risk', 'stage', 'purpose', 'option', 'options', 'with', 'other', 'discussed', 'agreed', 'told', 'date', 'time', 'invitees',
  'outside', 'instead', 'plan', 'text', 'q', 'name', 'reference', 'msteams', 'toString',
] as const;

const POISON = ['"__proto__":{"polluted":"p0lluted","isAdmin":true,"role":"stagnatiepunt"}', '"constructor":{"prototype":{"polluted":"p0lluted"}}', '"prototype":{"polluted":"p0lluted"}', '"__proto__":null', '"__proto__":[1]',
  '"constructor":"x"', '"toString":"x"', '"hasOwnProperty":1', '"valueOf":null', '"then":"x"', '"length":-1', '"toJSON":{}'] as const;

/** The activity as text, with keys in some of its objects that reach a prototype when they are copied carelessly. */
export function poisoned(activity: Activity, random: Random): string {
  const text = JSON.stringify(activity);
  const opens = [...text.matchAll(/\{(?=")/g)].map(({ index }) => index);
  const places = opens.filter((_, place) => place === 0 || random.chance(0.4));
  const chosen = random.chance(0.3) ? opens : places;
  let made = '';
  let last = 0;
  for (const place of chosen) {
    made += `${text.slice(last, place + 1)}${random.pick(POISON)},`;
    last = place + 1;
  }
  return made + text.slice(last);
}

const DEPTHS = [10, 40, 48, 49, 50, 51, 52, 60, 500, 10_000] as const;

/** The activity as text, with something very deep at one place. */
export function deep(activity: Activity, random: Random): string {
  const depth = random.pick(DEPTHS);
  const nest = random.chance(0.5) ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
  const place = random.pick(pathsIn(activity));
  const copy = structuredClone(activity) as Record<string, unknown>;
  const holder = holderOf(copy, place);
  const key = place.at(-1);
  const mark = 'hier-komt-het-diepe';
  if (holder !== undefined && key !== undefined) holder[key] = mark;
  return JSON.stringify(copy).replace(`"${mark}"`, nest);
}

/** Around the limit of a body (256 KiB), and far over it. */
const SIZES = [200_000, 262_000, 262_143, 262_144, 262_145, 262_200, 300_000, 1_000_000, 5_000_000] as const;

/** The activity as text, filled up to a size. */
export function huge(activity: Activity, random: Random): string {
  const size = random.next() < 0.9 ? random.pick(SIZES.slice(0, 7)) : random.pick(SIZES);
  const text = JSON.stringify(random.chance(0.5) ? { ...activity, text: '' } : { ...activity, value: { ...(activity['value'] as object | undefined), text: '' } });
  return text.replace('"text":""', `"text":"${'x'.repeat(Math.max(0, size - text.length))}"`);
}

/** Text that is nearly JSON. */
export function broken(activity: Activity, random: Random): string {
  const text = JSON.stringify(activity);
  const cut = random.between(0, text.length - 1);
  switch (random.between(0, 6)) {
    case 0: return text.slice(0, cut);
    case 1: return `${text}${text}`;
    case 2: return `${text.slice(0, cut)}\u0000${text.slice(cut)}`;
    case 3: return `[${text}]`;
    case 4: return random.pick(['', 'null', '1', '"x"', '[]', '{}', 'NaN', '{"type":', '\uFEFF{}', '{"a":1,}', '{\'a\':1}']);
    case 5: return text.replaceAll('"', '\'');
    default: return text.slice(0, cut) + random.pick(['}', ']', '"', ',', '\\', '\n']) + text.slice(cut);
  }
}
