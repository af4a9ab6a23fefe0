import { addressAt, type Network, networkAround } from '../../domain/peering/addresses.ts';
import type { Vrp } from '../../domain/validation/evidence.ts';
import type { PackedPrefix } from './packed-prefix.ts';
import { packNetwork } from './packed-prefix.ts';
import { createRows, type VrpRow } from './vrp-rows.ts';

export type VrpEntry = {
  readonly prefix: PackedPrefix;
  readonly maxLength: number;
  readonly asn: number;
  readonly anchor: string;
  readonly expires: number;
};

export interface VrpTable {
  readonly size: number;
  /** Those that cover the network and have not expired, the longest prefix first. `nowSeconds`: since the epoch. */
  covering(network: Network, nowSeconds: number): readonly Vrp[];
}

export interface VrpTableBuilder {
  add(entry: VrpEntry): void;
  readonly size: number;
  build(): VrpTable;
}

/** There are five trust anchors; a list that names more than this loses the names of the rest. */
const mostAnchors = 255;

export function createVrpTable(): VrpTableBuilder {
  const families = { ipv4: createRows(1), ipv6: createRows(4) };
  /** Place 0 is for those that have no name. */
  const anchors = [''];
  let size = 0;

  function placeOf(anchor: string): number {
    const known = anchors.indexOf(anchor);
    if (known >= 0) return known;
    return anchors.length > mostAnchors ? 0 : anchors.push(anchor) - 1;
  }

  return {
    add({ prefix, anchor, ...rest }) {
      const family = prefix.words.length === 1 ? families.ipv4 : families.ipv6;
      family.add({ ...prefix, ...rest, anchor: placeOf(anchor) });
      size += 1;
    },
    get size() {
      return size;
    },
    build() {
      const find = { ipv4: families.ipv4.build(), ipv6: families.ipv6.build() };
      return {
        size,
        covering: (network, nowSeconds) =>
          find[network.family](packNetwork(network), network.length)
            .filter(({ expires }) => expires === 0 || expires > nowSeconds)
            .map((row) => toVrp(row, network, anchors[row.anchor])),
      };
    },
  };
}

function toVrp({ length, maxLength, asn }: VrpRow, network: Network, anchor: string | undefined): Vrp {
  const around = networkAround(`${addressAt(network, 0)}/${length}`);
  const prefix = around?.text ?? network.text;
  return { prefix, maxLength, asn, ...(anchor ? { ta: anchor } : {}) };
}
