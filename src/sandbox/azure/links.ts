import type { FailoverTests } from './live/failover-tests.ts';
import { type Circuit, type CircuitRef, circuitKey } from './model/circuit.ts';
import { cuts } from './model/failover-test.ts';
import type { PeeringKind } from './model/peering.ts';

export const linkNames = ['primary', 'secondary'] as const;
type LinkName = (typeof linkNames)[number];

/**
 * Which of a peering's two BGP sessions are down: cut by hand, or by a failover test. ARM's resources do not show this:
 * metrics and route tables will.
 */
export interface Links {
  set(circuit: CircuitRef, peering: PeeringKind, link: LinkName, up: boolean): void;
  all(circuits: readonly Circuit[]): readonly LinkState[];
}

export type LinkState = {
  readonly circuit: string;
  readonly resourceGroup: string;
  readonly peering: PeeringKind;
  readonly link: LinkName;
  readonly up: boolean;
};

export function createLinks(failoverTests: Pick<FailoverTests, 'of'>): Links {
  const cut = new Set<string>();
  const key = (circuit: CircuitRef, peering: PeeringKind, link: LinkName) =>
    `${circuitKey(circuit)} ${peering} ${link}`;

  function statesOf(circuit: Circuit): readonly LinkState[] {
    const tested = failoverTests
      .of(circuit)
      .filter(cuts)
      .map((test) => test.link.toLowerCase());
    return circuit.peerings.flatMap(({ kind: peering }) =>
      linkNames.map((link) => ({
        circuit: circuit.name,
        resourceGroup: circuit.resourceGroup,
        peering,
        link,
        up: !cut.has(key(circuit, peering, link)) && !tested.includes(link),
      })),
    );
  }

  return {
    set(circuit, peering, link, up) {
      if (up) cut.delete(key(circuit, peering, link));
      else cut.add(key(circuit, peering, link));
    },
    all: (circuits) => circuits.flatMap(statesOf),
  };
}
