import type { FailoverTests } from './live/failover-tests.ts';
import { type Circuit, lineKey } from './model/circuit.ts';
import { cuts } from './model/failover-test.ts';
import type { Peering, PeeringKind } from './model/peering.ts';
import {
  type Family,
  familiesOf,
  type LinkName,
  type LinkPlace,
  linksOf,
  type SessionPlace,
} from './model/session.ts';

/** 2: nothing passes, not even ARP. 3: the BGP session alone. */
export type Layer = 2 | 3;

export type LinkChange = LinkPlace & {
  readonly up: boolean;
  /** Of a cut: 3 when it is not told. A restoration without it mends both. */
  readonly layer?: Layer;
  /** Both when it is not told. */
  readonly family?: Family;
};

/**
 * Which of a peering's BGP sessions are down: cut by hand, or by a failover test. ARM's resources do not show this:
 * metrics and the tables of Microsoft's edge do.
 */
export interface Links {
  set(circuit: Circuit, change: LinkChange): void;
  isUp(circuit: Circuit, place: SessionPlace): boolean;
  answersArp(circuit: Circuit, place: LinkPlace): boolean;
  of(circuit: Circuit): readonly LinkState[];
}

export type LinkState = {
  readonly circuit: string;
  readonly resourceGroup: string;
  readonly peering: PeeringKind;
  readonly link: LinkName;
  /** All its sessions are. */
  readonly up: boolean;
  readonly arp: boolean;
};

export function createLinks(failoverTests: Pick<FailoverTests, 'of'>): Links {
  const cut = new Set<string>();
  const wireKey = (circuit: Circuit, { peering, link }: LinkPlace) =>
    `${lineKey(circuit)} ${peering} ${link}`;
  const sessionKey = (circuit: Circuit, place: SessionPlace) => `${wireKey(circuit, place)} ${place.family}`;

  const answersArp = (circuit: Circuit, place: LinkPlace) => !cut.has(wireKey(circuit, place));

  function isUp(circuit: Circuit, place: SessionPlace): boolean {
    const isTested = failoverTests
      .of(circuit)
      .some((test) => cuts(test) && test.link.toLowerCase() === place.link);
    return answersArp(circuit, place) && !cut.has(sessionKey(circuit, place)) && !isTested;
  }

  function keysOf(circuit: Circuit, place: LinkPlace, up: boolean, layer?: Layer, family?: Family) {
    const wire = layer === 2 || (up && layer === undefined && family === undefined);
    const sessions = layer === 2 ? [] : family === undefined ? (['ipv4', 'ipv6'] as const) : [family];
    return [
      ...(wire ? [wireKey(circuit, place)] : []),
      ...sessions.map((one) => sessionKey(circuit, { ...place, family: one })),
    ];
  }

  function stateOf(circuit: Circuit, peering: Peering, place: LinkPlace): LinkState {
    const { name, resourceGroup } = circuit;
    const up = familiesOf(peering).every((family) => isUp(circuit, { ...place, family }));
    return { circuit: name, resourceGroup, ...place, up, arp: answersArp(circuit, place) };
  }

  return {
    set(circuit, { up, layer, family, ...place }) {
      for (const key of keysOf(circuit, place, up, layer, family)) {
        if (up) cut.delete(key);
        else cut.add(key);
      }
    },
    isUp,
    answersArp,
    of: (circuit) =>
      circuit.peerings.flatMap((peering) =>
        linksOf(peering).map((place) => stateOf(circuit, peering, place)),
      ),
  };
}
