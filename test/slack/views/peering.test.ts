import { describe, expect, test } from 'vitest';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import type { SettablePeering } from '../../../src/domain/operation/intent.ts';
import { planPeering } from '../../../src/domain/operation/plans/peering.ts';
import type { PeeringInput } from '../../../src/domain/peering/input.ts';
import type { Peering, PeeringFamily } from '../../../src/domain/peering/peering.ts';
import { peeringModal } from '../../../src/slack/blocks/forms/peering.ts';
import { peeringInputs, prefixesInput } from '../../../src/slack/blocks/forms/peering-inputs.ts';
import { refusalText } from '../../../src/slack/blocks/refusal.ts';
import { readPeering } from '../../../src/slack/views/peering.ts';
import type { FormValues } from '../../../src/slack/writes/values.ts';
import { somePrefixes } from '../../domain/support/a-ground.ts';
import { aKnownCircuit, aMicrosoftPeering, aPeering } from '../../support/a-circuit.ts';
import { typedKey } from '../../support/an-intent.ts';
import { anOrder } from '../../support/an-order.ts';
import { asShown, choosing, ticking, typing } from '../../support/form-values.ts';
import { aCircuitSight, somePlanInputs } from '../../support/plan-inputs.ts';

function formOf({ circuit }: KnownCircuit, peering: SettablePeering, byProvider = false): FormValues {
  return asShown(peeringModal({ circuit, peering, byProvider, metadata: '' }));
}

/** Fills inputs in, one after the other. */
function fill(values: FormValues, ...typed: readonly (readonly [PeeringInput, string])[]): FormValues {
  return typed.reduce((filled, [name, value]) => typing(filled, peeringInputs[name], value), values);
}

const confirmed = (values: FormValues) => ticking(values, peeringInputs.edge);
const registered = (values: FormValues) => choosing(values, peeringInputs.registry, 'RIPENCC');

/** What is wrong, by the input's name, in the words that the person reads. */
function problemsOf(values: FormValues, known: KnownCircuit, peering: SettablePeering) {
  const read = readPeering(values, known, peering);
  if (read.ok) return {};
  return Object.fromEntries(
    Object.entries(read.refusal).map(([block, refusal]) => [block, refusalText(refusal)]),
  );
}

function settingsOf(values: FormValues, known: KnownCircuit, peering: SettablePeering) {
  const read = readPeering(values, known, peering);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.settings;
}

describe('a form that is submitted as it stands changes nothing', () => {
  const list = (more: Partial<PeeringFamily['publicPrefixes']>) =>
    ({ advertised: ['203.0.113.0/24'], state: 'Configured', each: [], ...more }) as const;
  const ipv6 = (more: Parameters<typeof list>[0]): Partial<Peering> => ({
    ipv6: {
      primarySubnet: '2001:DB8:1::/126',
      secondarySubnet: '2001:db8:1::4/126',
      publicPrefixes: list({ advertised: ['2001:DB8:2::/48'], ...more }),
    },
  });
  const ipv4 = (more: Parameters<typeof list>[0]): Partial<Peering> => ({
    ipv4: { ...aMicrosoftPeering().ipv4, publicPrefixes: list(more) },
  });

  test.each<[string, Peering]>([
    ['private', aPeering()],
    [
      'private, of IPv6 alone',
      aPeering({ ipv4: undefined, ipv6: { primarySubnet: 'fd00::/126', secondarySubnet: 'fd00::4/126' } }),
    ],
    ['Microsoft', aMicrosoftPeering()],
    ['Microsoft, of both families', aMicrosoftPeering('Configured', ipv6({}))],
    [
      'with another customer ASN in each family',
      aMicrosoftPeering('Configured', ipv6({ customerAsn: 64_511, routingRegistry: 'ARIN' })),
    ],
    [
      'with a customer ASN in IPv6 alone',
      aMicrosoftPeering('Configured', { ...ipv4({}), ...ipv6({ customerAsn: 64_511 }) }),
    ],
    ['without any registry', aMicrosoftPeering('Configured', ipv4({}))],
    ['with a registry of old', aMicrosoftPeering('Configured', ipv4({ routingRegistry: 'LEVEL3' }))],
    ['with 200 prefixes', aMicrosoftPeering('Configured', ipv4({ advertised: somePrefixes(200) }))],
  ])('%s', (_name, peering) => {
    const known = aKnownCircuit({ peerings: [peering] });
    const type = peering.type === 'MicrosoftPeering' ? 'MicrosoftPeering' : 'AzurePrivatePeering';
    const read = readPeering(confirmed(formOf(known, type)), known, type);
    expect(read.ok ? {} : read.refusal).toEqual({});
    const sight = aCircuitSight({ peerings: [peering] });
    expect(read.ok && planPeering(read.value, somePlanInputs({ sight }))).toEqual({
      ok: false,
      refusal: { code: 'nothing-to-change', name: 'lon-01' },
    });
  });
});

describe('what is typed is read', () => {
  const known = aKnownCircuit();

  test('for a private peering', () => {
    const empty = formOf(known, 'AzurePrivatePeering');
    const values = fill(
      empty,
      ['vlan', ' 100 '],
      ['peer-asn', 'AS65010'],
      ['shared-key', typedKey],
      ['ipv4-primary', '192.168.15.16/29'],
      ['ipv6-primary', 'fd00::/126'],
      ['ipv6-secondary', 'fd00::4/126'],
    );
    expect(readPeering(values, known, 'AzurePrivatePeering')).toEqual({
      ok: true,
      value: {
        operation: 'peering',
        deed: 'set',
        target: expect.objectContaining({ name: 'lon-01' }),
        peering: 'AzurePrivatePeering',
        settings: {
          vlanId: 100,
          peerAsn: 65_010,
          sharedKey: typedKey,
          ipv4: { primarySubnet: '192.168.15.16/29', secondarySubnet: '' },
          ipv6: { primarySubnet: 'fd00::/126', secondarySubnet: 'fd00::4/126' },
        },
        overrideLayer3: false,
        edgeConfirmed: false,
      },
    });
  });

  test('for a Microsoft peering: prefixes one a line or with commas, one ASN and registry for both families', () => {
    const values = fill(
      confirmed(registered(formOf(known, 'MicrosoftPeering'))),
      ['vlan', '300'],
      ['peer-asn', '64510'],
      ['customer-asn', '64511'],
      ['ipv4-primary', '198.51.100.0/29'],
      ['ipv4-prefixes', ' 203.0.113.0/24\r\n\n203.0.112.0/24, 203.0.111.0/24 '],
      ['ipv6-primary', '2001:db8:1::/125'],
      ['ipv6-prefixes', '2001:db8:2::/48'],
    );
    expect(settingsOf(values, known, 'MicrosoftPeering')).toMatchObject({
      ipv4: {
        advertisedPrefixes: ['203.0.113.0/24', '203.0.112.0/24', '203.0.111.0/24'],
        customerAsn: 64_511,
        routingRegistry: 'RIPENCC',
      },
      ipv6: { advertisedPrefixes: ['2001:db8:2::/48'], customerAsn: 64_511, routingRegistry: 'RIPENCC' },
    });
  });

  test('a customer ASN that is changed is changed in both families, one that is emptied is gone', () => {
    const both = aMicrosoftPeering('Configured', {
      ipv6: {
        primarySubnet: '2001:db8:1::/126',
        secondarySubnet: '2001:db8:1::4/126',
        publicPrefixes: {
          advertised: ['2001:db8:2::/48'],
          state: 'Configured',
          each: [],
          customerAsn: 64_500,
        },
      },
    });
    const there = aKnownCircuit({ peerings: [both] });
    const form = confirmed(formOf(there, 'MicrosoftPeering'));
    const asns = (typed: string) => {
      const { ipv4, ipv6 } = settingsOf(fill(form, ['customer-asn', typed]), there, 'MicrosoftPeering');
      return [ipv4?.customerAsn, ipv6?.customerAsn];
    };
    expect(asns('64502')).toEqual([64_502, 64_502]);
    expect(asns('')).toEqual([undefined, undefined]);
    expect(asns('64510')).toEqual([64_510, 64_500]);
  });

  test('a list that stands in several inputs is one list', () => {
    const publicPrefixes = { advertised: somePrefixes(200), state: 'Configured', each: [] } as const;
    const long = aMicrosoftPeering('Configured', { ipv4: { ...aMicrosoftPeering().ipv4, publicPrefixes } });
    const there = aKnownCircuit({ peerings: [long] });
    const form = confirmed(formOf(there, 'MicrosoftPeering'));
    expect(Object.keys(form)).toContain(prefixesInput('ipv4', 1).block);
    const shorter = typing(form, prefixesInput('ipv4', 1), '203.0.200.0/24');
    const read = settingsOf(shorter, there, 'MicrosoftPeering').ipv4?.advertisedPrefixes ?? [];
    expect(read.at(0)).toBe('203.0.0.0/24');
    expect(read.at(-1)).toBe('203.0.200.0/24');
  });

  test('an emptied family is no longer wanted', () => {
    const there = aKnownCircuit({
      peerings: [aPeering({ ipv6: { primarySubnet: 'fd00::/126', secondarySubnet: 'fd00::4/126' } })],
    });
    const values = fill(formOf(there, 'AzurePrivatePeering'), ['ipv6-primary', ''], ['ipv6-secondary', '']);
    expect(settingsOf(values, there, 'AzurePrivatePeering')).not.toHaveProperty('ipv6');
  });
});

describe('what is mistyped is said at its input', () => {
  const known = aKnownCircuit({ peerings: [aMicrosoftPeering()] });
  const form = fill(
    formOf(known, 'AzurePrivatePeering'),
    ['vlan', '100'],
    ['peer-asn', '65010'],
    ['ipv4-primary', '192.168.15.16/30'],
    ['ipv4-secondary', '192.168.15.20/30'],
  );

  test.each<[PeeringInput, string, string]>([
    ['vlan', 'abc', 'abc is no VLAN ID: those are whole numbers from 1 to 4094.'],
    ['vlan', '1e2', '1e2 is no VLAN ID'],
    ['vlan', '4095', '4095 is no VLAN ID'],
    ['vlan', '300', 'VLAN 300 is used by Microsoft peering of this circuit'],
    ['peer-asn', '1.0', 'Your ASN: 1.0 is no AS number: those are whole numbers from 1 to 4294967295.'],
    ['peer-asn', '99999999999', '99999999999 is no AS number'],
    ['peer-asn', '65515', 'Your ASN: 65515, one of 65515 to 65520, is kept by Azure for itself.'],
    ['shared-key', 'not-allowed', 'other characters than letters A–Z, a–z and digits'],
    ['ipv4-primary', '192.168.15.17/30', 'Did you mean 192.168.15.16/30?'],
    [
      'ipv4-secondary',
      '198.51.100.4/30',
      'overlaps 198.51.100.4/30, which Microsoft peering of this circuit uses.',
    ],
    ['ipv4-secondary', '', 'IPv4 secondary subnet is missing'],
    ['ipv6-primary', '10.0.0.0/30', 'IPv6 primary subnet: 10.0.0.0/30 is not IPv6.'],
  ])('%s “%s”: %s', (name, typed, words) => {
    const problems = problemsOf(fill(form, [name, typed]), known, 'AzurePrivatePeering');
    expect(Object.keys(problems)).toEqual([peeringInputs[name].block]);
    expect(problems[peeringInputs[name].block]).toContain(words);
  });

  test('on Microsoft peering: the edge, the prefixes and the customer ASN', () => {
    const empty = formOf(aKnownCircuit(), 'MicrosoftPeering');
    const values = fill(
      registered(empty),
      ['vlan', '300'],
      ['peer-asn', '64510'],
      ['customer-asn', 'x'],
      ['ipv4-primary', '198.51.100.0/29'],
    );
    expect(problemsOf(values, aKnownCircuit(), 'MicrosoftPeering')).toEqual({
      [peeringInputs.edge.block]: expect.stringContaining('asymmetric routing'),
      [peeringInputs['ipv4-prefixes'].block]: expect.stringContaining('needs at least one'),
      [peeringInputs['customer-asn'].block]: expect.stringContaining('x is no AS number'),
    });
  });

  test('where the provider manages layer 3: the override, and with it nothing', () => {
    const theirs = aKnownCircuit({ peerings: [aPeering()] }, { order: anOrder({ layer: 3 }) });
    const values = fill(formOf(theirs, 'AzurePrivatePeering', true), ['vlan', '200']);
    expect(problemsOf(values, theirs, 'AzurePrivatePeering')).toEqual({
      [peeringInputs.override.block]: expect.stringContaining(
        'Equinix manages the routing of lon-01 (layer 3)',
      ),
    });
    const overridden = ticking(values, peeringInputs.override);
    expect(readPeering(overridden, theirs, 'AzurePrivatePeering')).toMatchObject({
      ok: true,
      value: { overrideLayer3: true },
    });
  });

  test('each problem stands at an input that the form has: Slack takes no other', () => {
    const theirs = aKnownCircuit({ tags: { 'trunkline-layer': '3' } });
    const ours = formOf(theirs, 'AzurePrivatePeering');
    const blocks = Object.keys(problemsOf(ours, theirs, 'AzurePrivatePeering'));
    expect(blocks.length).toBeGreaterThan(2);
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(blocks));
  });

  test('a key is in no problem', () => {
    const values = fill(form, ['shared-key', `${typedKey}-`], ['vlan', 'x']);
    expect(JSON.stringify(problemsOf(values, known, 'AzurePrivatePeering'))).not.toContain(typedKey);
  });
});
