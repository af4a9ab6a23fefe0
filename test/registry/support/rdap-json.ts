/** A registration as RIPE's RDAP writes one. */
export function aRecord(overrides: Record<string, unknown> = {}) {
  return {
    objectClassName: 'ip network',
    handle: '203.0.113.0 - 203.0.113.255',
    startAddress: '203.0.113.0',
    endAddress: '203.0.113.255',
    ipVersion: 'v4',
    name: 'CONTOSO-NET',
    type: 'ASSIGNED PA',
    country: 'GB',
    parentHandle: '203.0.0.0 - 203.0.255.255',
    entities: [
      aParty('CONTOSO-MNT', ['registrant']),
      aParty('ORG-CL1', ['registrant'], 'Contoso Ltd', 'org'),
    ],
    ...overrides,
  };
}

export function aParty(
  handle: string,
  roles: readonly string[],
  name = handle,
  kind = 'individual',
  more: readonly unknown[] = [],
) {
  const lines = [
    ['version', {}, 'text', '4.0'],
    ['fn', {}, 'text', name],
    ['kind', {}, 'text', kind],
    ...more,
  ];
  return { objectClassName: 'entity', handle, roles, vcardArray: ['vcard', lines] };
}
