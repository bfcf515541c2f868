import type { RouteFault } from './model.js';
import { knownIds, unknown, type Parts } from './parts.js';
import { besideActions, caseActions, forEverybody } from './rights.js';
import { compileRights, type RightsData } from './schema-rights.js';
import { faultAt, shown, type Source } from './source.js';

/** Who may do what: every action is named exactly once, and every role and group exists. */
export function checkRights(parts: Parts): readonly RouteFault[] {
  if (!parts.rights) return [];
  const { data, source } = parts.rights;
  const roles = knownIds(parts.roles);
  return [...groups(data, source, roles), ...names(data, source, roles), ...actions(data, source), ...everybody(data, source, roles)];
}

function groups({ groups: all, case: commands, beside }: RightsData, source: Source, roles: ReadonlySet<string> | undefined): RouteFault[] {
  const used = new Set([...Object.values(commands), ...Object.values(beside)].flat());
  return Object.entries(all).flatMap(([group, members]) => [
    ...(roles?.has(group) === true ? [faultAt(source, ['groups', group], `the group ${shown(group)} has the name of a role`, 'key')] : []),
    ...(used.has(group) ? [] : [faultAt(source, ['groups', group], `the group ${shown(group)} is not used`, 'key')]),
    ...members.flatMap((role, at) => [
      ...(roles && !roles.has(role) ? [faultAt(source, ['groups', group, at], unknown('role', role, roles))] : []),
      ...(members.indexOf(role) < at ? [faultAt(source, ['groups', group, at], `${shown(role)} stands in this group twice`)] : []),
    ]),
  ]);
}

function names({ groups: all, case: commands, beside }: RightsData, source: Source, roles: ReadonlySet<string> | undefined): RouteFault[] {
  const known = roles && new Set([...Object.keys(all), ...roles]);
  return Object.entries({ case: commands, beside }).flatMap(([part, rows]) => Object.entries(rows).flatMap(([action, who]) => who.flatMap((name, at) => [
    ...(known && !known.has(name) ? [faultAt(source, [part, action, at], unknown('group or role', name, known))] : []),
    ...(who.indexOf(name) < at ? [faultAt(source, [part, action, at], `${shown(name)} stands here twice`)] : []),
  ])));
}

/** A command that stands nowhere could be given by nobody; one that stands twice has two answers. */
function actions({ time, case: commands, beside }: RightsData, source: Source): RouteFault[] {
  const ofCase: readonly string[] = caseActions;
  const ofBeside: readonly string[] = besideActions;
  return [
    ...time.flatMap((action, at) => [
      ...(ofCase.includes(action) ? [] : [faultAt(source, ['time', at], unknown('case command', action, ofCase))]),
      ...(Object.hasOwn(commands, action) || time.indexOf(action) < at ? [faultAt(source, ['time', at], `the case command ${shown(action)} stands here twice`)] : []),
    ]),
    ...Object.keys(commands).filter((action) => !ofCase.includes(action)).map((action) => faultAt(source, ['case', action], unknown('case command', action, ofCase), 'key')),
    ...Object.keys(beside).filter((action) => !ofBeside.includes(action)).map((action) => faultAt(source, ['beside', action], unknown('action', action, ofBeside), 'key')),
    ...ofCase.filter((action) => !Object.hasOwn(commands, action) && !time.includes(action)).map((action) => faultAt(source, ['case'], `the case command ${shown(action)} is missing`, 'key')),
    ...ofBeside.filter((action) => !Object.hasOwn(beside, action)).map((action) => faultAt(source, ['beside'], `the action ${shown(action)} is missing`, 'key')),
  ];
}

/** From everywhere there is a way to safety: no role may be left out. */
function everybody(data: RightsData, source: Source, roles: ReadonlySet<string> | undefined): RouteFault[] {
  const rights = compileRights(data);
  return forEverybody.filter((action) => Object.hasOwn(data.beside, action)).flatMap((action) => {
    const without = [...(roles ?? [])].filter((role) => rights.roles.get(action)?.has(role) !== true);
    return without.length > 0 ? [faultAt(source, ['beside', action], `${shown(action)} is for everybody; missing: ${without.join(', ')}`)] : [];
  });
}
