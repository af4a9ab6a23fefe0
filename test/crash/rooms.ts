import { channels, directOf } from '../support/person.ts';
import { cutCircuits } from './storm/changes.ts';

/** A conversation that listens, what it asked for, and what it is therefore to be told. */
export type Room = {
  readonly channel: string;
  readonly subscribe: string;
  readonly hears: (circuit: string) => boolean;
  /** Of the plain changes. */
  readonly wants: (difference: string) => boolean;
  readonly hearsIncidents: boolean;
};

const everything = () => true;

export const rooms: readonly Room[] = [
  {
    channel: channels.netOps,
    subscribe: 'subscribe',
    hears: everything,
    wants: everything,
    hearsIncidents: true,
  },
  {
    channel: channels.approvals,
    subscribe: 'subscribe kind:bandwidth,sku,circuit-found,circuit-gone',
    hears: everything,
    wants: (difference) => !difference.startsWith('provider-state'),
    hearsIncidents: false,
  },
  {
    channel: channels.nocPrivate,
    subscribe: 'subscribe severity:warning',
    hears: everything,
    wants: (difference) =>
      /^circuit-gone|^provider-state .*→(?:NotProvisioned|Deprovisioning)\./u.test(difference),
    hearsIncidents: true,
  },
  {
    channel: directOf('omar'),
    subscribe: `subscribe circuit:${cutCircuits[0]}`,
    hears: (circuit) => circuit === cutCircuits[0],
    wants: everything,
    hearsIncidents: true,
  },
];
