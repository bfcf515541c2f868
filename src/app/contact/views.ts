import { show } from '../parts.js';
import type { Views } from '../views.js';
import { contactForm, contactsSheet } from './present.js';

export const contactViews = {
  'contact-form': { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', contactForm(loaded, view, typed)) },
  contacts: { form: false, closed: true, draw: ({ parts, loaded, view }) => show(parts, 'sheet', contactsSheet(loaded, view)) },
} satisfies Views;
