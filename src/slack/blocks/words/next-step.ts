import type { Actor, NextAction } from '../../../domain/circuit/next-step.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';

export type SayableStep = { readonly who: Actor; readonly action: NextAction | 'link-vnets' };

/** What to do, in words that follow `*You*:`. Sources: expressroute-workflows.md, facts/azure.md 4.1–4.3 and 5. */
const deeds: Readonly<Record<SayableStep['action'], string>> = {
  'wait-for-azure': 'Azure is carrying out a change. Nothing to do until it ends.',
  'mend-failed-write':
    "the last change in Azure failed. Look at the circuit's activity log, then repeat the change or refresh the circuit.",
  'mend-disabled-circuit':
    'Status is Disabled outside of a change: no traffic passes. Open a support request with Microsoft.',
  'give-service-key':
    'give the service key to the provider and order the connection. Billing has begun with the key.',
  'wait-for-provisioning':
    'is setting up the connection. Configure no routing before the state is Provisioned.',
  'configure-routing':
    'configure a routing domain (Azure private or Microsoft peering). With a layer 3 provider, the provider does it.',
  'wait-for-provider-routing':
    'configures routing: this is a layer 3 service. Do not change its peerings yourself.',
  'enable-peering': 'enable the routing domain that is Disabled; nothing is routed over it.',
  'prove-prefix-ownership':
    'prove that the advertised prefixes and the AS number are yours (registry record, signature or support ticket). Until then the BGP session is not enabled.',
  'wait-for-prefix-validation': 'is checking the advertised prefixes against the routing registries.',
  'reenable-or-delete':
    'have the provider enable it again, or delete it. Microsoft bills it until the circuit itself is deleted.',
  'wait-for-deprovisioning':
    'is taking the connection down. Delete the circuit afterwards: Microsoft bills it until then.',
  'ask-about-unknown-state': 'ask the provider, or look in the portal, what this state means.',
  'link-vnets': 'link a virtual network gateway: routing stands and nothing uses it yet.',
  nothing: 'Nothing to do.',
};

export function actorName(who: Actor, provider: string): string {
  switch (who) {
    case 'you':
      return 'You';
    case 'provider':
      return provider || 'The provider';
    case 'microsoft':
      return 'Microsoft';
    case 'nobody':
      return 'Nobody';
  }
}

/** `*You*: give the service key …`, `*Equinix* is setting up …`. */
export function nextStepLine(step: SayableStep, provider: string): Mrkdwn {
  return told(step, provider, deeds[step.action]);
}

/** The same in one sentence, for a list. */
export function shortStepLine(step: SayableStep, provider: string): Mrkdwn {
  return told(step, provider, deeds[step.action].replace(/(?<=\.) .*$/u, ''));
}

function told({ who, action }: SayableStep, provider: string, deed: string): Mrkdwn {
  if (who === 'nobody' || action === 'wait-for-azure') return md`${deed}`;
  const name = actorName(who, provider);
  return who === 'you' ? md`*${name}*: ${deed}` : md`*${name}* ${deed}`;
}

/** Who must act, for a list: short. */
export function waitingFor({ who }: Pick<SayableStep, 'who'>, provider: string): string {
  return who === 'nobody' ? 'nothing to do' : `waits for ${who === 'you' ? 'you' : actorName(who, provider)}`;
}
