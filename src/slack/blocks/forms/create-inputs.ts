import { createHash } from 'node:crypto';
import type { ProviderOffer, ResourceGroup } from '../../../domain/operation/circuit-sight.ts';
import { actionIds } from '../../action-ids.ts';
import type { Input } from '../../writes/values.ts';

/** What the form of a new circuit is made of. */
export type CreateForm = {
  readonly metadata: string;
  readonly subscriptionIds: readonly string[];
  /** Of the chosen subscription. */
  readonly resourceGroups: readonly ResourceGroup[];
  /** The live catalogue. */
  readonly offers: readonly ProviderOffer[];
  readonly chosen: CreateChoice;
  /** Typed after the command. */
  readonly name?: string;
  /** Why the lists are not what was asked for, as Azure says it. */
  readonly trouble?: string;
};

/** What the rest of the form depends on; '' where nothing is chosen yet. */
export type CreateChoice = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly provider: string;
};

/** Names of the inputs. Those that depend on a choice have its mark added, so that another choice empties them. */
export const createInputs = {
  name: { block: 'create.name', action: 'create.name' },
  subscription: { block: 'create.subscription', action: actionIds.createSubscription },
  resourceGroup: { block: 'create.group', action: actionIds.createGroup },
  region: { block: 'create.region', action: 'create.region' },
  provider: { block: 'create.provider', action: actionIds.createProvider },
  location: { block: 'create.location', action: 'create.location' },
  bandwidth: { block: 'create.bandwidth', action: 'create.bandwidth' },
  tier: { block: 'create.tier', action: 'create.tier' },
  family: { block: 'create.family', action: 'create.family' },
  tags: { block: 'create.tags', action: 'create.tags' },
} as const satisfies Record<string, Input>;

/** An input whose content depends on a choice. */
export function dependent({ block, action }: Input, ...choices: readonly string[]): Input {
  const mark = createHash('sha256').update(JSON.stringify(choices)).digest('hex').slice(0, 12);
  return { block: `${block}.${mark}`, action };
}
