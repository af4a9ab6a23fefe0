import type { ProviderWait } from '../../../domain/circuit/next-step.ts';
import { type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { moment } from '../time.ts';

/** A step in two sentences: the first says it all, the second what follows. */
export type StepWords = { readonly first: Mrkdwn; readonly more: Mrkdwn };

/** The provider has the order, as far as people recorded it. `provider`: '' where Azure does not name it. */
export function orderedWords(wait: ProviderWait, provider: string): StepWords {
  const order = wait.orderNumber ? md`order ${wait.orderNumber}` : md`the order`;
  const held = wait.since === undefined ? md`has ${order}` : md`has had ${order} since ${moment(wait.since)}`;
  const promise = wait.promisedOn ? md`; it is promised for ${wait.promisedOn}` : nothing;
  return {
    first: md`*${provider || 'The provider'}* ${held}${promise}.`,
    more: md`Its state becomes Provisioning when the provider begins.`,
  };
}

export function provisioningWords(wait: ProviderWait, provider: string): StepWords {
  return {
    first: md`*${provider || 'The provider'}* is setting up the connection${inBrackets(wait)}.`,
    more: md`Configure no routing before the state is Provisioned.`,
  };
}

/** The provider is late. */
export function chaseWords(wait: ProviderWait, provider: string): StepWords {
  const number = wait.orderNumber ? md`Order number: ${wait.orderNumber}. ` : nothing;
  const since =
    wait.since === undefined ? nothing : md`, and it has been waited for since ${moment(wait.since)}`;
  return {
    first: wait.promisedOn
      ? md`*You*: ask ${provider || 'the provider'} for it: it was promised for ${wait.promisedOn}.`
      : md`*You*: ask ${provider || 'the provider'} for a day: nothing was promised${since}.`,
    more: md`${number}\`/circuit order\` records the new day.`,
  };
}

function inBrackets({ orderNumber, promisedOn }: ProviderWait): Mrkdwn {
  if (orderNumber && promisedOn) return md` (order ${orderNumber}, promised for ${promisedOn})`;
  if (orderNumber) return md` (order ${orderNumber})`;
  return promisedOn ? md` (promised for ${promisedOn})` : nothing;
}
