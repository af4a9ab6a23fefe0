import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whatChanged } from '../../../src/domain/approval/what-changed.ts';
import { aPlan } from '../../support/a-request.ts';

const vlan = { field: 'VLAN ID', before: '100', after: '200' };
const asn = { field: 'Peer ASN', before: '65010', after: '65020' };

describe('what changed since a plan was approved', () => {
  it('is nothing between equal plans, in whatever order Azure lists things', () => {
    const pair = fc.record({ field: fc.string(), before: fc.string(), after: fc.string() });
    const fact = fc.record({ name: fc.string(), value: fc.string() });
    const shuffled = fc.tuple(fc.array(pair), fc.array(fact)).chain(([changes, seen]) =>
      fc.record({
        plan: fc.constant(aPlan({ changes, seen })),
        mixed: fc
          .tuple(
            fc.shuffledSubarray(changes, { minLength: changes.length }),
            fc.shuffledSubarray(seen, { minLength: seen.length }),
          )
          .map(([left, right]) => aPlan({ changes: left, seen: right })),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ plan, mixed }) => {
        expect(whatChanged(plan, mixed)).toEqual([]);
      }),
    );
  });

  it('is the circuit itself, when another was made under its name', () => {
    const approved = aPlan({ resourceGuid: 'A-1' });
    expect(whatChanged(approved, aPlan({ resourceGuid: 'a-1' }))).toEqual([]);
    expect(whatChanged(approved, aPlan({ resourceGuid: 'b-2' }))).toMatchObject([{ field: 'Circuit' }]);
    // Not told is not changed.
    expect(whatChanged(approved, aPlan({}))).toEqual([]);
  });

  it('is what a field is now, when it would be changed from something else', () => {
    const now = aPlan({ changes: [{ ...vlan, before: '150' }] });
    expect(whatChanged(aPlan({ changes: [vlan] }), now)).toEqual([
      { field: 'VLAN ID', before: '100', after: '150' },
    ]);
  });

  it('is that somebody else made a part of it so', () => {
    const approved = aPlan({ changes: [vlan, asn] });
    expect(whatChanged(approved, aPlan({ changes: [asn] }))).toEqual([vlan]);
  });

  it('is that a field was moved away from what is wanted', () => {
    const now = aPlan({ changes: [vlan, asn] });
    expect(whatChanged(aPlan({ changes: [asn] }), now)).toEqual([
      { field: 'VLAN ID', before: '200', after: '100' },
    ]);
  });

  it('is that a field would be made something else than approved', () => {
    const now = aPlan({ changes: [{ ...vlan, after: '300' }] });
    expect(whatChanged(aPlan({ changes: [vlan] }), now)).toEqual([
      { field: 'VLAN ID', before: '200', after: '300' },
    ]);
  });

  it('is a fact that is different, new or gone; of several of one name the whole list', () => {
    const approved = aPlan({
      seen: [
        { name: 'Link', value: 'conn-a' },
        { name: 'Link', value: 'conn-b' },
        { name: 'Status', value: 'Enabled' },
        { name: 'Global Reach', value: 'gr-1' },
      ],
    });
    const now = aPlan({
      seen: [
        { name: 'Link', value: 'conn-c' },
        { name: 'Link', value: 'conn-a' },
        { name: 'Status', value: 'Disabled' },
        { name: 'Authorization', value: 'auth-1' },
      ],
    });
    expect(whatChanged(approved, now)).toEqual([
      { field: 'Link', before: 'conn-a, conn-b', after: 'conn-a, conn-c' },
      { field: 'Status', before: 'Enabled', after: 'Disabled' },
      { field: 'Global Reach', before: 'gr-1', after: '' },
      { field: 'Authorization', before: '', after: 'auth-1' },
    ]);
  });

  it('is that another rule applies', () => {
    const [changed] = whatChanged(aPlan({ policy: 'peering' }), aPlan({ policy: 'peering-layer-3' }));
    expect(changed).toMatchObject({ before: 'peering', after: 'peering-layer-3' });
  });
});
