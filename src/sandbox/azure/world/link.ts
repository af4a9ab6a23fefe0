import type { LinkState, Links } from '../links.ts';
import type { Circuit } from '../model/circuit.ts';
import { type Family, familiesOf } from '../model/session.ts';
import type { Received } from '../telemetry/received.ts';

export type WorldLink = LinkState & {
  /** `received`: how many prefixes you advertise there while it is up. */
  readonly sessions: readonly { readonly family: Family; readonly up: boolean; readonly received: number }[];
};

export function toWorldLinks(circuit: Circuit, links: Links, received: Received): readonly WorldLink[] {
  return links.of(circuit).map((state) => {
    const peering = circuit.peerings.find(({ kind }) => kind === state.peering);
    const { peering: kind, link } = state;
    const sessions = (peering ? familiesOf(peering) : []).map((family) => {
      const place = { peering: kind, link, family };
      return { family, up: links.isUp(circuit, place), received: received.of(circuit, place) };
    });
    return { ...state, sessions };
  });
}
