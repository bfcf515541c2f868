import type { Understood } from '../../knowledge/understand.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';

/**
 * What this person means by a text. The full name of a colleague in the register is no child's: it is taken out before
 * anybody is told that a child was named.
 */
export async function heardAs(parts: Parts, person: Person, text: string): Promise<Understood> {
  const role = person.registered ? person.role : undefined;
  const understood = parts.understand(text, role);
  if (!understood.refused.includes('name')) return understood;
  const without = await withoutColleagues(parts, text);
  return without === text ? understood : parts.understand(without, role);
}

/** The text with the full names of registered colleagues of this region replaced. */
async function withoutColleagues(parts: Pick<Parts, 'store' | 'route'>, text: string): Promise<string> {
  const people = await parts.store.peopleOfRegion(parts.route.region.region);
  return people.filter(({ name }) => name.includes(' ')).reduce((rest, { name }) => rest.replaceAll(new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'giu'), 'een collega'), text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
