import { type Circuit, type CircuitRef, circuitKey } from './model/circuit.ts';
import type { PeeringKind } from './model/peering.ts';

export const linkNames = ['primary', 'secondary'] as const;
type LinkName = (typeof linkNames)[number];

/** Which of a peering's two BGP sessions are cut. ARM's resources do not show this: metrics and route tables will. */
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

export function createLinks(): Links {
  const cut = new Set<string>();
  const key = (circuit: CircuitRef, peering: PeeringKind, link: LinkName) =>
    `${circuitKey(circuit)} ${peering} ${link}`;
  return {
    set(circuit, peering, link, up) {
      if (up) cut.delete(key(circuit, peering, link));
      else cut.add(key(circuit, peering, link));
    },
    all: (circuits) =>
      circuits.flatMap((circuit) =>
        circuit.peerings.flatMap(({ kind: peering }) =>
          linkNames.map((link) => ({
            circuit: circuit.name,
            resourceGroup: circuit.resourceGroup,
            peering,
            link,
            up: !cut.has(key(circuit, peering, link)),
          })),
        ),
      ),
  };
}
