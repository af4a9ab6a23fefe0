import type { Actor, NextAction, ProviderWait } from '../../../domain/circuit/next-step.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { chaseWords, orderedWords, provisioningWords, type StepWords } from './provider-wait.ts';

export type SayableStep = {
  readonly who: Actor;
  readonly action: NextAction | 'link-vnets';
  readonly wait?: ProviderWait;
};

/** What to do, in words that follow `*You*:`. Sources: expressroute-workflows.md, facts/azure.md 4.1–4.3 and 5. */
const deeds: Readonly<Record<Exclude<SayableStep['action'], keyof typeof waits>, string>> = {
  'wait-for-azure': 'Azure is carrying out a change. Nothing to do until it ends.',
  'mend-failed-write':
    "the last change in Azure failed. Look at the circuit's activity log, then repeat the change or refresh the circuit.",
  'mend-disabled-circuit':
    'Status is Disabled outside of a change: no traffic passes. Open a support request with Microsoft.',
  'give-service-key':
    'give the service key to the provider and order the connection. Billing has begun with the key.',
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
  const { first, more } = wordsOf(step, provider);
  return more.mrkdwn === '' ? first : md`${first} ${more}`;
}

/** The same in one sentence, for a list. */
export function shortStepLine(step: SayableStep, provider: string): Mrkdwn {
  return wordsOf(step, provider).first;
}

/** Steps that tell of an order what people recorded of it. */
const waits = {
  'wait-for-order': orderedWords,
  'wait-for-provisioning': provisioningWords,
  'chase-provider': chaseWords,
} as const;

function wordsOf({ who, action, wait = {} }: SayableStep, provider: string): StepWords {
  if (action === 'wait-for-order' || action === 'wait-for-provisioning' || action === 'chase-provider')
    return waits[action](wait, provider);
  const [first = '', ...more] = deeds[action].split(/(?<=\.) /u);
  const name = actorName(who, provider);
  if (who === 'nobody' || action === 'wait-for-azure') return sentences(md`${first}`, more);
  return sentences(who === 'you' ? md`*${name}*: ${first}` : md`*${name}* ${first}`, more);
}

function sentences(first: Mrkdwn, more: readonly string[]): StepWords {
  return { first, more: md`${more.join(' ')}` };
}

/** What waits for the reader, short enough for a line of a list. */
const errands: Readonly<Partial<Record<SayableStep['action'], string>>> = {
  'mend-failed-write': 'repair the failed change',
  'mend-disabled-circuit': 'open a support request',
  'give-service-key': 'order it with its service key',
  'chase-provider': 'ask the provider, who is late',
  'configure-routing': 'configure routing',
  'enable-peering': 'enable the routing domain',
  'prove-prefix-ownership': 'prove who owns the prefixes',
  'reenable-or-delete': 're-enable or delete it',
  'ask-about-unknown-state': 'ask what this state means',
  'link-vnets': 'link a virtual network',
};

/** Who must act and, where it is the reader, on what; for a list. */
export function waitingFor({ who, action }: SayableStep, provider: string): string {
  if (who === 'nobody') return 'nothing to do';
  return who === 'you' ? `you: ${errands[action] ?? 'look at it'}` : `waits for ${actorName(who, provider)}`;
}
