import { aHolder, aRoute, aVrp } from './registered.ts';

/** Under these names the registries know the owner of the circuits. */
export const organizationNames = ['Contoso Ltd', 'Contoso Networks'] as const;
const [contoso, contosoNetworks] = organizationNames;

/**
 * The registrations of the seeded circuits' prefixes. What Azure has Configured is registered: lon-01 and most of the
 * rest by an object of its own, lon-01's IPv6 by a covering one. The others each tell a story:
 * - 198.51.100.160/27 (fra-02): ours, with a ROA, and no route object anywhere. Azure asks for proof.
 * - 198.51.100.192/27 (fra-02): leased, its record is another organisation's to edit.
 * - 198.51.100.224/27 (fra-02): ours, nothing announced; somebody tried to sign it.
 * - 192.0.2.0/26 (dal-01): object and ROA name the AS number that announced it before.
 * - 192.0.2.128/26 (edge-01 in America): registered well, and a stale proxy object of a provider contradicts.
 */
export const seededRegistry = {
  routes: [
    aRoute('198.51.100.0/26', 64496, 'RIPE', 'CONTOSO-MNT'),
    aRoute('198.51.100.0/26', 64496, 'RADB', 'MAINT-AS64496'),
    aRoute('198.51.100.64/26', 64496, 'RIPE', 'CONTOSO-MNT'),
    aRoute('2001:db8:100::/40', 64496, 'RIPE', 'CONTOSO-MNT'),
    aRoute('198.51.100.128/27', 64501, 'RIPE', 'CONTOSO-MNT'),
    aRoute('192.0.2.0/26', 64511, 'ARIN', 'MNT-FORMER'),
    aRoute('192.0.2.128/26', 64508, 'ARIN', 'MNT-CONTOSO'),
    aRoute('192.0.2.128/26', 64511, 'RADB', 'MAINT-AS64511'),
  ],
  vrps: [
    aVrp('198.51.100.0/26', 64496, 'ripe'),
    aVrp('198.51.100.64/26', 64496, 'ripe'),
    { ...aVrp('2001:db8:100::/40', 64496, 'ripe'), maxLength: 48 },
    aVrp('198.51.100.128/27', 64501, 'ripe'),
    aVrp('198.51.100.160/27', 64501, 'ripe'),
    aVrp('192.0.2.0/26', 64511, 'arin'),
    aVrp('192.0.2.128/26', 64508, 'arin'),
  ],
  holders: [
    aHolder('198.51.100.0/24', 'RIPE', {
      handle: '198.51.100.0 - 198.51.100.255',
      name: 'CONTOSO-EU',
      organization: contoso,
      country: 'GB',
      type: 'ALLOCATED PA',
    }),
    aHolder('198.51.100.192/27', 'RIPE', {
      handle: '198.51.100.192 - 198.51.100.223',
      name: 'FABRIKAM-LEASE-27',
      organization: 'Fabrikam Hosting B.V.',
      country: 'NL',
      type: 'ASSIGNED PA',
      remarks: ['Leased to customers. Changes by the lessor only.'],
    }),
    aHolder('2001:db8::/32', 'RIPE', {
      handle: '2001:db8::/32',
      name: 'CONTOSO-V6',
      organization: contoso,
      country: 'GB',
      type: 'ALLOCATED-BY-RIR',
    }),
    aHolder('192.0.2.0/24', 'ARIN', {
      handle: 'NET-192-0-2-0-1',
      name: 'CONTOSO-NA',
      organization: contosoNetworks,
      country: 'US',
      type: 'DIRECT ALLOCATION',
    }),
    aHolder('203.0.113.0/24', 'APNIC', {
      handle: '203.0.113.0 - 203.0.113.255',
      name: 'CONTOSO-AP',
      organization: contoso,
      country: 'SG',
      type: 'ASSIGNED PORTABLE',
    }),
  ],
  asSets: [
    { name: 'AS-CONTOSO', source: 'RADB', members: ['AS64496', 'AS64501', 'AS-CONTOSO:AS-AMERICAS'] },
    { name: 'AS-CONTOSO:AS-AMERICAS', source: 'RADB', members: ['AS64507', 'AS64508', 'AS-CONTOSO'] },
  ],
} as const;
