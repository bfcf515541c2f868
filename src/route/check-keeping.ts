import type { RouteFault } from './model.js';
import { knownIds, unknown, type Parts } from './parts.js';
import { faultAt } from './source.js';

/** Keeping and deleting: every case step has its own number of days, and no other; the roles and rules exist; somebody may delete. */
export function checkKeeping(parts: Parts): readonly RouteFault[] {
  if (!parts.keeping) return [];
  const { data, source } = parts.keeping;
  const faults: RouteFault[] = [];
  const roles = knownIds(parts.roles);
  const rules = knownIds(parts.rules);
  data.deleteBy.roles.forEach((role, index) => {
    if (roles && !roles.has(role)) faults.push(faultAt(source, ['deleteBy', 'roles', index], unknown('role', role, roles)));
  });
  data.rules.forEach((rule, index) => {
    if (rules && !rules.has(rule)) faults.push(faultAt(source, ['rules', index], unknown('rule', rule, rules)));
  });
  if (!data.deleteBy.owner && data.deleteBy.roles.length === 0) faults.push(faultAt(source, ['deleteBy'], 'nobody could delete a case; needed: the owner, or a role', 'key'));
  if (!parts.steps.complete || parts.steps.broken.size > 0) return faults;
  const steps = parts.steps.items.filter((step) => step.data.caseStep).map((step) => step.data.id);
  const extra = Object.keys(data.retention).filter((step) => !steps.includes(step));
  const missing = steps.filter((step) => !Object.hasOwn(data.retention, step));
  return [
    ...faults,
    ...extra.map((step) => faultAt(source, ['retention', step], unknown('case step', step, steps), 'key')),
    ...missing.map((step) => faultAt(source, ['retention'], `the case step '${step}' is missing; needed: ${steps.join(', ')}`, 'key')),
  ];
}
