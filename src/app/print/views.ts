import { show } from '../parts.js';
import type { Views } from '../views.js';
import { printSheet } from './present.js';

export const printViews = {
  print: { form: false, closed: true, draw: ({ parts, loaded, view }) => show(parts, 'sheet', printSheet(loaded, view)) },
} satisfies Views;
