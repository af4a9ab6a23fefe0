import type { OrderRefusal } from '../../usecases/record-order.ts';
import type { KeyRefusal } from '../../usecases/view-service-key.ts';
import { md } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';

/** What can be wrong in the form of an order. */
export type OrderFormRefusal =
  | { readonly code: 'order-provider-missing' }
  | { readonly code: 'vlan-wish-malformed'; readonly value: string }
  | { readonly code: 'promised-day-malformed'; readonly value: string };

/** It was created from here a moment ago; no poll has seen it yet. */
export type NewCircuitRefusal = { readonly code: 'circuit-not-seen-yet'; readonly name: string };

/** Why there is no service key to see, and no order to record. Sources: facts/azure.md 1.2, 5 (oddity 2). */
export const orderWords: WordsOf<KeyRefusal | OrderRefusal | OrderFormRefusal | NewCircuitRefusal> = {
  'key-not-needed': ({ name }) => ({
    what: md`*${name}* is on ExpressRoute Direct: the port is your own, and no provider needs its service key.`,
    next: md`Configure its routing: \`/circuit peering ${name}\`.`,
  }),
  'key-not-ready': ({ name }) => ({
    what: md`Azure has not issued the service key of *${name}* yet, or is in the middle of changing the circuit.`,
    next: md`Ask again in a minute: the key is there when the provisioning state is Succeeded.`,
  }),
  'circuit-not-seen-yet': ({ name }) => ({
    what: md`*${name}* was created a moment ago, and I have not read it from Azure yet.`,
    next: md`Press again in a minute.`,
  }),
  'order-not-needed': ({ name }) => ({
    what: md`*${name}* is on ExpressRoute Direct: the port is your own, and nothing is ordered from a provider.`,
    next: md`Configure its routing: \`/circuit peering ${name}\`.`,
  }),
  'order-provider-missing': () => ({
    what: md`The order names no provider.`,
    next: md`Write whom the connection is ordered from.`,
  }),
  'vlan-wish-malformed': ({ value }) => ({
    what: md`${value} is no VLAN.`,
    next: md`VLANs are whole numbers from 1 to 4094; leave it empty to let the provider choose.`,
  }),
  'promised-day-malformed': ({ value }) => ({
    what: md`${value} is no day.`,
    next: md`Choose one of the calendar, or none.`,
  }),
};
