import type { Random } from '../random.js';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A good token with something changed; undefined where the change means nothing (the last bits of a base64 text). */
export function spoilt(good: string, random: Random): string | undefined {
  const made = change(good, random);
  return sameMeaning(good, made) ? undefined : made;
}

function change(good: string, random: Random): string {
  const at = random.between(0, good.length - 1);
  switch (random.between(0, 7)) {
    case 0: return good.slice(0, at) + random.pick([...LETTERS]) + good.slice(at + 1);
    case 1: return good.slice(0, at) + good.slice(at + 1);
    case 2: return good.slice(0, at) + random.pick([...LETTERS, '.', '=', '+', '/', ' ', '%', '\t']) + good.slice(at);
    case 3: return good.slice(0, at);
    case 4: return good.slice(at);
    case 5: {
      const parts = good.split('.');
      return [parts[random.between(0, 2)], parts[random.between(0, 2)], parts[random.between(0, 2)]].join('.');
    }
    case 6: return good.slice(0, at) + good.slice(at).split('').reverse().join('');
    default: {
      const parts = good.split('.');
      const part = random.between(0, 2);
      const bytes = Buffer.from(parts[part] ?? '', 'base64url');
      const where = random.between(0, bytes.length - 1);
      bytes[where] = (bytes[where] ?? 0) ^ (1 << random.between(0, 7));
      parts[part] = bytes.toString('base64url');
      return parts.join('.');
    }
  }
}

/** What is signed is the text of the first two parts; of the third only the bytes count. White space around a header's value is no part of it. */
function sameMeaning(one: string, other: string): boolean {
  const [a, b, c = ''] = one.split('.');
  const [x, y, z = '', ...more] = other.trim().split('.');
  return more.length === 0 && a === x && b === y && /^[\w-]*$/.test(z) && Buffer.from(c, 'base64url').equals(Buffer.from(z, 'base64url'));
}
