import { z } from 'zod';
import type { Control } from '../../support/control.ts';

const Circuit = z.object({
  name: z.string(),
  id: z.string(),
  serviceProviderProvisioningState: z.string().default(''),
  provisioningState: z.string(),
  tier: z.string(),
  bandwidthMbps: z.number(),
  peerings: z.array(z.object({ prefixes: z.array(z.object({ validationState: z.string().optional() })) })),
});
const Link = z.object({ circuit: z.string(), sessions: z.array(z.object({ up: z.boolean() })) });
const World = z.object({ circuits: z.array(Circuit), links: z.array(Link) });

/** What channels are told of with plain messages. */
export type Settings = {
  readonly providerState: string;
  readonly bandwidthMbps: number;
  readonly tier: string;
};

/** A circuit as it really is. `isBad`: what makes an incident of it. */
export type Truth = { readonly settings: Settings; readonly isBad: boolean };

/** Every circuit of the world as the sandbox knows it, by name. */
export async function readTruth(control: Control): Promise<ReadonlyMap<string, Truth>> {
  const { circuits, links } = World.parse(await control.get('world'));
  const cut = new Set(
    links.filter(({ sessions }) => sessions.some(({ up }) => !up)).map(({ circuit }) => circuit),
  );
  return new Map(
    circuits.map((circuit) => [circuit.name, truthOf(circuit, cut.has(circuit.name) || cut.has(circuit.id))]),
  );
}

function truthOf(circuit: z.infer<typeof Circuit>, isCut: boolean): Truth {
  const { serviceProviderProvisioningState: providerState, bandwidthMbps, tier } = circuit;
  const states = circuit.peerings.flatMap(({ prefixes }) => prefixes.map((one) => one.validationState));
  return {
    settings: { providerState, bandwidthMbps, tier },
    isBad: isCut || circuit.provisioningState === 'Failed' || states.includes('ValidationNeeded'),
  };
}
