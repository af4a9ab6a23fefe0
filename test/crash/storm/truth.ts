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
const Link = z.object({
  circuit: z.string(),
  link: z.string(),
  sessions: z.array(z.object({ up: z.boolean() })),
});
const World = z.object({ circuits: z.array(Circuit), links: z.array(Link) });

/** What channels are told of with plain messages. */
export type Settings = {
  readonly providerState: string;
  readonly bandwidthMbps: number;
  readonly tier: string;
};

/** A circuit as it really is. */
export type Truth = {
  readonly settings: Settings;
  /** Links on which a session is down. */
  readonly cut: readonly string[];
  /** What makes an incident of it. */
  readonly isBad: boolean;
};

/** Every circuit of the world as the sandbox knows it, by name. */
export async function readTruth(control: Control): Promise<ReadonlyMap<string, Truth>> {
  const { circuits, links } = World.parse(await control.get('world'));
  const cut = links.filter(({ sessions }) => sessions.some(({ up }) => !up));
  const cutOf = (name: string) => cut.filter(({ circuit }) => circuit === name).map(({ link }) => link);
  return new Map(circuits.map((circuit) => [circuit.name, truthOf(circuit, cutOf(circuit.name))]));
}

function truthOf(circuit: z.infer<typeof Circuit>, cut: readonly string[]): Truth {
  const { serviceProviderProvisioningState: providerState, bandwidthMbps, tier } = circuit;
  const states = circuit.peerings.flatMap(({ prefixes }) => prefixes.map((one) => one.validationState));
  return {
    settings: { providerState, bandwidthMbps, tier },
    cut,
    isBad: cut.length > 0 || circuit.provisioningState === 'Failed' || states.includes('ValidationNeeded'),
  };
}
