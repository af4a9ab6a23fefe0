import type { Hono } from 'hono';
import { z } from 'zod';
import { unpeer } from '../live/global-reach.ts';
import { registerAdvertised } from '../live/register-advertised.ts';
import { type Circuit, withoutPeering, withPeering } from '../model/circuit.ts';
import { newPeering, prefixConfig } from '../model/new-peering.ts';
import type { Peering, PeeringKind } from '../model/peering.ts';
import { anyState, type ControlDeps, done, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';
import { anyPeering, withNamedPeering } from './find-peering.ts';

const body = z.strictObject({
  peering: anyPeering,
  present: z.boolean().optional(),
  state: anyState.optional(),
  provisioningState: anyState.optional(),
  vlanId: z.number().int().optional(),
  peerASN: z.number().int().optional(),
  lastModifiedBy: z.string().max(100).optional(),
});
type Body = z.infer<typeof body>;

/** `POST /circuits/{name}/peerings {peering, present?, …}`: adds, removes or changes a peering behind the owner's back. */
export function addPeeringControl(app: Hono, { estate, registry }: ControlDeps): void {
  app.post('/circuits/:name/peerings', (context) =>
    withBody(context.req, body, (wanted) =>
      withNamed(estate, context.req.param('name'), (circuit) => {
        const { peering: kind, present } = wanted;
        const missing = !circuit.peerings.some((peering) => peering.kind === kind);
        if (present && missing) {
          const made = changed(plainPeering(circuit, kind), wanted);
          registerAdvertised(registry, [made]);
          estate.updateCircuit(circuit, (old) => withPeering(old, made));
          return done({ peering: kind });
        }
        return withNamedPeering(circuit, kind, (peering) => {
          const after = estate.updateCircuit(circuit, (old) =>
            present === false ? withoutPeering(old, kind) : withPeering(old, changed(peering, wanted)),
          );
          unpeer(estate, circuit, after ?? circuit);
          return done({ peering: kind });
        });
      }),
    ),
  );
}

function changed(
  peering: Peering,
  { state, provisioningState, vlanId, peerASN, lastModifiedBy }: Body,
): Peering {
  return {
    ...peering,
    ...(state !== undefined && { state }),
    ...(provisioningState !== undefined && { provisioningState }),
    ...(vlanId !== undefined && { vlanId }),
    ...(peerASN !== undefined && { peerASN }),
    ...(lastModifiedBy !== undefined && { lastModifiedBy }),
  };
}

function plainPeering({ delivery }: Circuit, kind: PeeringKind): Peering {
  const site = delivery.kind === 'provider' ? delivery.peeringLocation : 'Direct';
  const net = kind === 'AzurePrivatePeering' ? '192.168.200' : '203.0.113';
  return newPeering(kind, site, {
    peerASN: 64511,
    vlanId: 900,
    primaryPeerAddressPrefix: `${net}.200/30`,
    secondaryPeerAddressPrefix: `${net}.204/30`,
    ...(kind === 'MicrosoftPeering' && { microsoft: prefixConfig(64511, 'Configured', ['192.0.2.64/27']) }),
  });
}
