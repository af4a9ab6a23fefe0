import { z } from 'zod';
import type { Actor, NextAction } from '../../domain/circuit/next-step.ts';

/** Spelt out so that an actor or an action added to the domain does not compile until it can be read back. */
const actors = {
  you: 'you',
  provider: 'provider',
  microsoft: 'microsoft',
  nobody: 'nobody',
} as const satisfies { [A in Actor]: A };

const actions = {
  'wait-for-azure': 'wait-for-azure',
  'mend-failed-write': 'mend-failed-write',
  'mend-disabled-circuit': 'mend-disabled-circuit',
  'give-service-key': 'give-service-key',
  'wait-for-order': 'wait-for-order',
  'wait-for-provisioning': 'wait-for-provisioning',
  'chase-provider': 'chase-provider',
  'configure-routing': 'configure-routing',
  'wait-for-provider-routing': 'wait-for-provider-routing',
  'enable-peering': 'enable-peering',
  'prove-prefix-ownership': 'prove-prefix-ownership',
  'wait-for-prefix-validation': 'wait-for-prefix-validation',
  'reenable-or-delete': 'reenable-or-delete',
  'wait-for-deprovisioning': 'wait-for-deprovisioning',
  'ask-about-unknown-state': 'ask-about-unknown-state',
  nothing: 'nothing',
} as const satisfies { [A in NextAction]: A };

const ProviderWait = z.object({
  since: z.number().optional(),
  orderNumber: z.string().optional(),
  promisedOn: z.string().optional(),
});

export const NextStep = z.object({
  who: z.enum(actors),
  action: z.enum(actions),
  wait: ProviderWait.optional(),
});
