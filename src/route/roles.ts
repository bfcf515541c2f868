import type { Route } from './model.js';
import type { RoleData } from './schema.js';

/** The role that people mean by a text: its id, label, local name or an alias, however it is capitalised or joined. */
export function roleFrom(route: Pick<Route, 'roles' | 'region'>, text: string): RoleData | undefined {
  const wanted = plainRole(text);
  if (wanted === '') return undefined;
  for (const role of route.roles.values()) {
    if ([...roleTexts(role), roleLabel(route, role.id)].some((name) => plainRole(name) === wanted)) return role;
  }
  return undefined;
}

/** The name of a role in this region; the id itself when there is no such role. */
export function roleLabel(route: Pick<Route, 'roles' | 'region'>, id: string): string {
  const local = Object.hasOwn(route.region.roleNames, id) ? route.region.roleNames[id] : undefined;
  return local ?? route.roles.get(id)?.label ?? id;
}

/** Whom to call for this role in this region, if the region says so. */
export function contactOf(route: Pick<Route, 'region'>, roleId: string): string | undefined {
  return Object.hasOwn(route.region.contacts, roleId) ? route.region.contacts[roleId] : undefined;
}

/** Everything by which a role is called, apart from its local name. */
export function roleTexts(role: RoleData): readonly string[] {
  return [role.id, role.label, ...role.aliases];
}

/** Without capitals, accents, spaces, underscores, apostrophes and hyphens: "IB’er", "ib-er" and "iber" are one. */
export function plainRole(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/[\p{M}\p{Pd}\s_'’‘ʼ`´]/gu, '');
}
