import { describe, expect, it } from 'vitest';
import { toHolder } from '../../../src/registry/rdap/to-holder.ts';
import { aParty, aRecord } from '../support/rdap-json.ts';
import { networkOf } from '../support/whois.ts';

const holderOf = (record: unknown, prefix = '203.0.113.0/24') =>
  toHolder(JSON.stringify(record), networkOf(prefix), 'rdap.example');

describe('the holder of a prefix', () => {
  it('is who the record says', () => {
    expect(holderOf(aRecord())).toEqual({
      handle: '203.0.113.0 - 203.0.113.255',
      name: 'CONTOSO-NET',
      organization: 'Contoso Ltd',
      country: 'GB',
      firstAddress: '203.0.113.0',
      lastAddress: '203.0.113.255',
      parentHandle: '203.0.0.0 - 203.0.255.255',
      type: 'ASSIGNED PA',
      registry: 'rdap.example',
      remarks: [],
      certificates: [],
    });
  });

  it.each([
    [
      'the organization, not the person before it',
      [aParty('A', ['registrant'], 'Ann'), aParty('O', ['registrant'], 'Org', 'org')],
      'Org',
    ],
    [
      'a person’s organization',
      [aParty('A', ['registrant'], 'Ann', 'individual', [['org', {}, 'text', ['Org', 'Unit']]])],
      'Org',
    ],
    ['a person', [aParty('A', ['administrative', 'Registrant'], 'Ann')], 'Ann'],
    [
      'the one within another entity',
      [{ ...aParty('X', ['abuse']), entities: [aParty('O', ['registrant'], 'Org', 'org')] }],
      'Org',
    ],
    ['nobody: a maintainer is only a handle', [aParty('CONTOSO-MNT', ['registrant'])], undefined],
    ['nobody: technical contacts do not hold', [aParty('O', ['technical'], 'Org', 'org')], undefined],
    [
      'the readable one among odd ones',
      [
        7,
        null,
        { roles: 'registrant' },
        { roles: ['registrant'], vcardArray: ['vcard', [['fn']]] },
        aParty('O', [], 'No'),
        aParty('O', ['registrant'], 'Org', 'org'),
      ],
      'Org',
    ],
  ])('is by name %s', (_, entities, organization) => {
    expect(holderOf(aRecord({ entities })).organization).toBe(organization);
  });

  it.each([
    ['a larger range', '203.0.113.128/25'],
    ['a smaller range', '203.0.0.0/16'],
  ])('may hold %s than was asked for', (_, prefix) => {
    expect(holderOf(aRecord(), prefix)).toMatchObject({ firstAddress: '203.0.113.0' });
  });

  it('of IPv6 is read alike', () => {
    const range = { startAddress: '2001:db8::', endAddress: '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff' };
    expect(holderOf(aRecord(range), '2001:db8:100::/40')).toMatchObject({ firstAddress: '2001:db8::' });
  });

  it('keeps what can be read of an odd record', () => {
    const odd = {
      handle: 7,
      country: null,
      type: [],
      name: '',
      entities: 'none',
      remarks: [{ description: 3 }, 'x', { title: 'Only', description: null }],
    };
    const holder = holderOf(aRecord(odd));
    expect(holder).toMatchObject({ handle: '203.0.113.0 - 203.0.113.255', remarks: ['Only'] });
    expect(Object.keys(holder)).not.toContain('country');
    expect(Object.keys(holder)).not.toContain('name');
  });

  it('has remarks and comments, one text each', () => {
    const remarks = [
      { title: 'Registration Comments', description: ['Leased.', 'Ask first.'] },
      { description: 'One line' },
    ];
    const holder = holderOf(aRecord({ remarks, comments: [{ description: ['Last'] }] }));
    expect(holder.remarks).toEqual(['Registration Comments\nLeased.\nAsk first.', 'One line', 'Last']);
  });

  it.each([
    ['no JSON', '<html>'],
    ['no object', '[]'],
    ['an error', '{"errorCode": 500}'],
    ['another class', JSON.stringify(aRecord({ objectClassName: 'autnum' }))],
    [
      'other addresses',
      JSON.stringify(aRecord({ startAddress: '198.51.100.0', endAddress: '198.51.100.255' })),
    ],
    ['another family', JSON.stringify(aRecord({ startAddress: '::', endAddress: 'ffff::' }))],
    ['addresses that are none', JSON.stringify(aRecord({ startAddress: '203.0.113' }))],
    ['something deep', '['.repeat(100_000)],
    [
      'deep entities',
      `${JSON.stringify(aRecord()).slice(0, -1)},"entities":${'[{"entities":'.repeat(9_000)}[]${'}]'.repeat(9_000)}}`,
    ],
  ])('is not made up: %s', (_, body) => {
    const read = () => toHolder(body, networkOf('203.0.113.0/24'), 'rdap.example');
    if (body.includes('"entities":[{"entities"')) expect(read().organization).toBeUndefined();
    else expect(read).toThrow(expect.objectContaining({ kind: 'unreadable' }));
  });
});
