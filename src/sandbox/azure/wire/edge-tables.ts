import { type Circuit, circuitKey } from '../model/circuit.ts';
import type { Peering } from '../model/peering.ts';
import { familiesOf, type LinkName, type SessionPlace } from '../model/session.ts';
import { linkAddresses } from '../model/subnet.ts';
import { numberOf, type Received } from '../telemetry/received.ts';
import type { CircuitTelemetry } from '../telemetry/telemetry.ts';

/** What one of Microsoft's two edge routers knows of a peering, at a moment. */
export type EdgeView = {
  readonly circuit: Circuit;
  readonly peering: Peering;
  readonly link: LinkName;
  readonly telemetry: CircuitTelemetry;
  readonly received: Received;
  /** World time. */
  readonly now: number;
};

const sessions = ({ peering, link }: EdgeView): readonly SessionPlace[] =>
  familiesOf(peering).map((family) => ({ peering: peering.kind, link, family }));

/** `routeTablesSummary`: one neighbor for each address family. */
export function toRouteSummary(view: EdgeView) {
  return sessions(view).flatMap((place) => {
    const addresses = linkAddresses(view.peering, place.link, place.family);
    const standing = view.telemetry.standing({ what: 'bgp', ...place });
    if (!addresses || standing === 'absent') return [];
    const told = {
      neighbor: addresses.yours,
      v: 4,
      as: view.peering.peerASN,
      upDown: ageOf(view, place),
      statePfxRcd: standing === 'up' ? countAsTold(view, place) : stateWhenDown(view),
    };
    return [told];
  });
}

/** For how long it is as it is. What never turned in this world is older than the world. */
function ageOf({ telemetry, now }: EdgeView, place: SessionPlace): string {
  const subject = { what: 'bgp', ...place } as const;
  if (!telemetry.wasUp(subject)) return 'never';
  const since = telemetry.since(subject);
  return since === undefined ? '6w3d' : upDown(now - since);
}

/** A number on some routers, the same number as text on others: both were met. */
function countAsTold({ circuit, received }: EdgeView, place: SessionPlace): number | string {
  const count = received.of(circuit, place);
  return numberOf(`${circuitKey(circuit)} ${place.link}`) % 2 === 0 ? count : String(count);
}

/** Without layer 2 the router does not even try. */
function stateWhenDown({ peering, link, telemetry }: EdgeView): string {
  return telemetry.standing({ what: 'arp', peering: peering.kind, link }) === 'up' ? 'Active' : 'Idle';
}

/** `routeTables`: what the owner advertises there. */
export function toRouteTable(view: EdgeView) {
  return sessions(view).flatMap((place) => {
    const { circuit, peering, received } = view;
    const nextHop = linkAddresses(peering, place.link, place.family)?.yours;
    if (nextHop === undefined || view.telemetry.standing({ what: 'bgp', ...place }) !== 'up') return [];
    const networks = networksOf(peering, place, received.of(circuit, place));
    return networks.map((network) => ({
      network,
      nextHop,
      locPrf: '',
      weight: 0,
      path: `${peering.peerASN}`,
    }));
  });
}

function networksOf({ kind, microsoft, ipv6 }: Peering, { family }: SessionPlace, count: number) {
  const own = kind === 'MicrosoftPeering' ? (family === 'ipv4' ? microsoft : ipv6?.microsoft) : undefined;
  const known = own?.prefixes.map(({ prefix }) => prefix) ?? [];
  return Array.from({ length: count }, (_, index) => {
    const made =
      family === 'ipv4'
        ? `10.${128 + ((index >> 8) % 128)}.${index % 256}.0/24`
        : `2001:db8:${(index + 1).toString(16)}::/48`;
    return known[index] ?? made;
  });
}

/** `arpTables`: both ends of the wire, or Microsoft's alone when nobody answers (docs: troubleshooting-arp). */
export function toArpTable({ circuit, peering, link, telemetry, now }: EdgeView) {
  const place = { what: 'arp', peering: peering.kind, link } as const;
  const addresses = linkAddresses(peering, link, 'ipv4');
  const standing = telemetry.standing(place);
  if (!addresses || standing === 'absent') return [];
  const minutes = Math.floor((now - (telemetry.since(place) ?? 0)) / 60_000) % 240;
  const seed = `${circuitKey(circuit)} ${peering.kind} ${link}`;
  const yours = { age: minutes, interface: 'On-Prem', ipAddress: addresses.yours, macAddress: mac(seed) };
  const microsofts = {
    age: 0,
    interface: 'Microsoft',
    ipAddress: addresses.microsofts,
    macAddress: mac(`msee ${seed}`),
  };
  return standing === 'up' ? [yours, microsofts] : [microsofts];
}

/** As routers write it: 0200.5e01.2a3b. Locally administered, so nobody's. */
function mac(seed: string): string {
  const hex = numberOf(seed).toString(16).padStart(8, '0');
  return `0200.${hex.slice(0, 4)}.${hex.slice(4)}`;
}

const hour = 3_600_000;

/** 00:04:12, 5d03h, 6w3d. */
function upDown(ms: number): string {
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0');
  if (ms < 24 * hour) return `${two(ms / hour)}:${two((ms % hour) / 60_000)}:${two((ms % 60_000) / 1_000)}`;
  const days = Math.floor(ms / (24 * hour));
  if (days < 7) return `${days}d${two((ms % (24 * hour)) / hour)}h`;
  return `${Math.floor(days / 7)}w${days % 7}d`;
}
