import { describe, expect, it } from 'vitest';
import { readRouteObjects } from '../../../src/registry/irr/rpsl.ts';
import { networkOf, routeText } from '../support/whois.ts';

const network = networkOf('203.0.113.0/25');

describe('route objects', () => {
  it('are read with what continues them, without comments, once each', () => {
    const text = [
      'route:      203.0.113.0/24   # the whole',
      'descr:      origin: AS1',
      'origin:     as64496',
      'mnt-by:     ONE-MNT,',
      '            TWO-MNT',
      '+           THREE-MNT # and more',
      'mnt-by:     FOUR-MNT',
      'source:     ripe # Filtered',
      'rpki-ov-state: valid',
    ].join('\r\n');
    const maintainers = ['ONE-MNT', 'TWO-MNT', 'THREE-MNT', 'FOUR-MNT'];
    const object = { prefix: '203.0.113.0/24', origin: 64_496, source: 'RIPE', maintainers };
    expect(readRouteObjects(`${text}\n\n${text}`, network)).toEqual([object]);
  });

  it('of IPv6 get their canonical prefix', () => {
    const text = routeText('2001:DB8:0:0::/32');
    expect(readRouteObjects(text, networkOf('2001:db8:100::/40'))).toMatchObject([
      { prefix: '2001:db8::/32' },
    ]);
  });

  it('that do not cover the prefix are left out', () => {
    const text = ['203.0.113.0/24', '203.0.113.0/26', '198.51.100.0/24', '::/0'].map((prefix) =>
      routeText(prefix),
    );
    expect(readRouteObjects(text.join('\n\n'), network)).toMatchObject([{ prefix: '203.0.113.0/24' }]);
  });

  it('that are ROAs in disguise are none, and that is no silence', () => {
    expect(readRouteObjects(routeText('203.0.113.0/24', 'AS64496', 'RPKI'), network)).toEqual([]);
  });

  it.each([
    ['of other prefixes alone', routeText('198.51.100.0/24')],
    ['without a readable origin', routeText('203.0.113.0/24', 'AS4294967296')],
    ['of another class', 'inetnum: 203.0.113.0 - 203.0.113.255\nsource: RIPE'],
    ['that are a web page', '<html>\n<body>203.0.113.0/24</body>'],
    [
      'more than anybody reads',
      Array.from({ length: 2_001 }, () => routeText('203.0.113.0/24')).join('\n\n'),
    ],
  ])('%s are not taken for none', (_, text) => {
    expect(() => readRouteObjects(text, network)).toThrow(expect.objectContaining({ kind: 'unreadable' }));
  });
});
