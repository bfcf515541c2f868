import { forgetAt } from '../../case/record/keeping.js';
import { chatOf } from '../parts.js';
import type { React } from '../reacting.js';

export const reactToRecord: React = (event, { before, after, now, route, anew, timer }) => {
  switch (event.type) {
    case 'CaseClosed': return [timer('retention', forgetAt(route, after) ?? now)];
    case 'CaseTookOver': return [timer('merge-end', now, event.data.from)];
    case 'CaseMergedInto': return [timer('retention', forgetAt(route, after) ?? now), ...(before?.people ?? []).map((one) => anew('merged', chatOf(one.person)))];
    default: return [];
  }
};
