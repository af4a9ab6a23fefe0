import { describe, expect, test } from 'vitest';
import type { PeeringSettings, SettablePeering } from '../../../src/domain/operation/intent.ts';
import { example } from '../support/example.ts';
import { addressOf, serving, startStandIn } from '../support/stand-in.ts';

const ipv4 = { primarySubnet: '192.168.16.252/30', secondarySubnet: '192.168.18.252/30' };

/** The body that is sent for these settings where there is no such peering. */
async function bodyFor(
  peering: SettablePeering,
  settings: PeeringSettings,
): Promise<{ readonly body: unknown; readonly headers: Readonly<Record<string, unknown>> }> {
  const standIn = await startStandIn(serving({}));
  await standIn.writer.send(addressOf(), { kind: 'put-peering', peering, settings });
  const put = standIn.questions.find(({ method }) => method === 'PUT');
  return { body: JSON.parse(put?.body ?? 'null'), headers: put?.headers ?? {} };
}

describe('a new peering', () => {
  test('is sent as the official example does, with its type, and only where there is none', async () => {
    const { properties } = example('ExpressRouteCircuitPeeringCreate').sent('peeringParameters');
    const { body, headers } = await bodyFor('AzurePrivatePeering', { vlanId: 200, peerAsn: 200, ipv4 });
    expect(body).toEqual({ properties: { ...Object(properties), peeringType: 'AzurePrivatePeering' } });
    expect(headers['if-none-match']).toBe('*');
    expect(headers['if-match']).toBeUndefined();
  });

  test('for Microsoft has its prefixes, and as many fields as were asked', async () => {
    const settings = { vlanId: 1, peerAsn: 2, ipv6: { ...ipv4, advertisedPrefixes: ['2001:db8::/48'] } };
    expect((await bodyFor('MicrosoftPeering', settings)).body).toEqual({
      properties: {
        peeringType: 'MicrosoftPeering',
        peerASN: 2,
        vlanId: 1,
        ipv6PeeringConfig: {
          primaryPeerAddressPrefix: ipv4.primarySubnet,
          secondaryPeerAddressPrefix: ipv4.secondarySubnet,
          microsoftPeeringConfig: { advertisedPublicPrefixes: ['2001:db8::/48'] },
        },
      },
    });
  });
});
