import type { RefusalId } from '../../../src/case/refusals.js';
import { consent, gezag, jgz, juf, open, type Said } from '../../support/case.js';
import { talk } from '../../support/contact.js';
import type { Refused } from './refused.js';

const noted = (changes: Parameters<typeof talk>[0]): readonly Said[] => [[juf, open()], [juf, talk(changes)]];

/** The JGZ was brought in, and then the mother took her consent back. */
const stopped: readonly Said[] = [
  [juf, open()], [juf, gezag('moeder')], [juf, consent('moeder')], [juf, { type: 'invite-person', who: jgz, told: true, duo: false }],
  [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })],
];

export const contactRefused: Refused = {
  'contact-in-future': noted({ on: '2026-11-24' }),
  'contact-with': noted({ with: [`person:${juf.person}`] }),
  'contact-with-unknown': noted({ with: ['moeder', `person:${jgz.person}`] }),
  'contact-discussed': noted({ discussedId: null }),
  'sharing-stopped': [...stopped, [jgz, talk()]],
  'contact-agreed': noted({ agreedId: null }),
};
/** Decided by the app, before or after: tested there. */
export const contactOfTheApp: readonly RefusalId[] = ['print-not-now', 'print-no-address'];
