import { show } from '../parts.js';
import type { Views } from '../views.js';
import { allSheet } from './all.js';
import { caseCard } from './present.js';

export const caseViews = {
  case: { form: false, closed: true, draw: ({ parts, loaded, view }) => show(parts, 'case', caseCard(loaded, view)) },
  all: { form: false, closed: true, draw: ({ parts, loaded, view }) => show(parts, 'sheet', allSheet(loaded, view)) },
} satisfies Views;
