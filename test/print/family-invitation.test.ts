import { describe, expect, it } from 'vitest';
import { invitationDoc } from '../../src/print/invitation.js';
import { consent, gezag, ib, juf, mdo, open, outsider, play, refer, type Said } from '../support/case.js';
import { inputFor, paper } from '../support/print.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const young: readonly Said[] = [[juf, open({ ageBand: '12-15' })], [juf, gezag('moeder')], [juf, consent('moeder')], [juf, consent('jeugdige')], [juf, refer()]];
const page = (said: readonly Said[], reader = juf) => {
  const doc = invitationDoc(inputFor(route, play(route, ...said), reader));
  return doc && paper(doc);
};

describe('the invitation for the family', () => {
  it('names the jeugdige only when the jeugdige is invited', () => {
    expect(page([...young, [juf, mdo()]])).toContain('Voor de ouders of verzorgers van:');
    expect(page([...young, [juf, mdo({ jeugdige: true })]])).toContain('Voor (de ouders of verzorgers en de jeugdige):');
  });
  it('is there for the owner too, so that it hangs on nobody who left; for others it is not', () => {
    const organisedByIb: readonly Said[] = [...young, [ib, mdo()]];
    expect(page(organisedByIb)).toContain('Naam Ib (IB\'er), De Proefschool, die dit gesprek organiseert');
    expect(page(organisedByIb, outsider)).toBeUndefined();
    expect(page([...young, [juf, mdo()]], ib)).toBeUndefined();
  });
});
