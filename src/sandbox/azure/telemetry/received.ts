import { createHash } from 'node:crypto';
import { type Circuit, circuitKey, lineKey } from '../model/circuit.ts';
import type { Family, SessionPlace } from '../model/session.ts';

/** How many prefixes the owner's routers advertise in each session. */
export interface Received {
  of(circuit: Circuit, place: SessionPlace): number;
  set(circuit: Circuit, place: SessionPlace, prefixes: number): void;
}

export function createReceived(): Received {
  const told = new Map<string, number>();
  const key = (circuit: Circuit, { peering, link, family }: SessionPlace) =>
    `${lineKey(circuit)} ${peering} ${link} ${family}`;
  return {
    of: (circuit, place) => told.get(key(circuit, place)) ?? usual(circuit, place),
    set(circuit, place, prefixes) {
      told.set(key(circuit, place), prefixes);
    },
  };
}

/** A believable number, the same at every start and on both links: a company's networks, or what it may advertise. */
function usual(circuit: Circuit, { peering, family }: SessionPlace): number {
  if (peering !== 'AzurePrivatePeering') return advertised(circuit, family);
  const seed = numberOf(circuitKey(circuit));
  return family === 'ipv4' ? 18 + (seed % 160) : 3 + (seed % 14);
}

function advertised({ peerings }: Circuit, family: Family): number {
  const peering = peerings.find(({ kind }) => kind === 'MicrosoftPeering');
  const config = family === 'ipv4' ? peering?.microsoft : peering?.ipv6?.microsoft;
  return config?.prefixes.length ?? 0;
}

/** A number below 2^32 that is always the same for the same text. */
export function numberOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
