import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { expectedSessions, yourAddress } from '../../../src/domain/peering/expected-sessions.ts';
import { type Link, links } from '../../../src/domain/peering/link.ts';
import type { Peering } from '../../../src/domain/peering/peering.ts';
import type { ArpEntry, Availability, Neighbor } from '../../../src/domain/peering/session-evidence.ts';
import { type Azure, AzureFault, type Now } from '../../../src/usecases/ports.ts';
import type { CircuitConnection, EdgeAsk, Telemetry } from '../../../src/usecases/telemetry.ts';
import { aNeighbor, minute } from '../../support/an-evidence.ts';
import { createCircuitsSaid } from './circuits-said.ts';
import { createLevels, namesIn } from './levels.ts';
import type { AzureSays } from './situation.ts';

type Fault = NonNullable<AzureSays['faults']['list']>;
const shortNames: Readonly<Record<string, string>> = {
  AzurePrivatePeering: 'private',
  MicrosoftPeering: 'microsoft',
};

/** An Azure that says what a situation lets it say: levels that stand until it says otherwise. */
export function createAzureSaid(now: Now) {
  const circuits = createCircuitsSaid();
  const metrics = { bgp: createLevels<number | null>(100), arp: createLevels<number | null>(100) };
  const routes = createLevels<number | string>(47);
  const arpTable = createLevels<'answers' | 'silent'>('answers');
  const connections = createLevels<string | null>(null);
  const faults = createLevels<Fault | null>(null);

  /** `from`: since when it is so. */
  function hear(says: Partial<AzureSays>, from = now()): void {
    circuits.hear(says.circuits ?? {});
    hearEach(metrics.bgp, says.bgp, from);
    hearEach(metrics.arp, says.arp, from);
    hearEach(routes, says.routes, from);
    hearEach(arpTable, says.arpTable, from);
    hearEach(connections, says.connections, from);
    hearEach(faults, says.faults, from);
  }

  function hearEach<T>(
    levels: ReturnType<typeof createLevels<T>>,
    says: Readonly<Record<string, T>> | undefined,
    from: Instant,
  ): void {
    for (const [pattern, value] of Object.entries(says ?? {}))
      for (const name of namesIn(pattern)) levels.say(name, value, from);
  }

  function mayAnswer(door: keyof AzureSays['faults']): void {
    const fault = faults.at(door, now());
    if (!fault) return;
    const { kind, retryAfterSeconds } = fault;
    const patience = retryAfterSeconds === undefined ? {} : { retryAfterMs: retryAfterSeconds * 1_000 };
    throw new AzureFault(kind, `Azure is ${kind}.`, patience);
  }

  const placeOf = (circuit: Circuit, { name }: Pick<Peering, 'name'>, link: Link) =>
    `${circuit.name} ${shortNames[name] ?? name} ${link}`;

  /** The families are told apart where the situation does. */
  function seriesOf(circuit: Circuit, peering: Peering, link: Link, from: Instant, until: Instant) {
    return (['bgp', 'arp'] as const).flatMap((metric): readonly Availability[] => {
      const place = placeOf(circuit, peering, link);
      const families = (['ipv4', 'ipv6'] as const).filter((family) => peering[family]);
      const isApart = families.some((family) => metrics[metric].has(`${place} ${family}`));
      const about = { circuitId: circuit.id, metric, peering: peering.type, link };
      if (!isApart) return [{ ...about, points: pointsOf(metric, place, from, until) }];
      return families.map((family) => ({
        ...about,
        family,
        points: pointsOf(metric, `${place} ${family}`, from, until),
      }));
    });
  }

  function pointsOf(metric: 'bgp' | 'arp', place: string, from: Instant, until: Instant) {
    const first = Math.ceil(from / minute) * minute;
    const count = Math.max(0, Math.floor((until - first) / minute));
    return Array.from({ length: count }, (_, index) => first + index * minute).flatMap((at) => {
      const percent = metrics[metric].at(place, at + minute - 1);
      return percent === null ? [] : [{ at, percent }];
    });
  }

  function peeringOf({ target, peering: name }: EdgeAsk) {
    const circuit = circuits.named(target.name);
    const peering = circuit?.peerings.find((each) => each.name === name);
    if (!circuit || !peering) throw new AzureFault('not-found', 'Azure knows no such peering.');
    return { circuit, peering };
  }

  const azure: Azure = {
    async listCircuits(subscriptionId) {
      mayAnswer('list');
      return {
        circuits: circuits.all().filter((circuit) => circuit.subscriptionId === subscriptionId),
        unreadable: [],
      };
    },
    listLinks: () => Promise.reject(new Error('a poll asks for no links')),
  };

  const telemetry: Pick<Telemetry, 'availability' | 'routeSummary' | 'arpTable' | 'connectionStatuses'> = {
    async availability({ circuitIds, from, until }) {
      mayAnswer('metrics');
      const asked = circuits.all().filter(({ id }) => circuitIds.includes(id));
      return asked.flatMap((circuit) =>
        circuit.peerings.flatMap((peering) =>
          links.flatMap((link) => seriesOf(circuit, peering, link, from, until)),
        ),
      );
    },
    async routeSummary(ask): Promise<readonly Neighbor[]> {
      mayAnswer('edge');
      const { circuit, peering } = peeringOf(ask);
      const place = placeOf(circuit, peering, ask.link);
      return expectedSessions(circuit)
        .filter((each) => each.peeringName === peering.name && each.link === ask.link)
        .map(({ subnet, family, peerAsn }) => {
          const name = routes.has(`${place} ${family}`) ? `${place} ${family}` : place;
          return aNeighbor(yourAddress(subnet) ?? '', routes.at(name, now()), peerAsn);
        });
    },
    async arpTable(ask): Promise<readonly ArpEntry[]> {
      mayAnswer('edge');
      const { circuit, peering } = peeringOf(ask);
      const answers = arpTable.at(placeOf(circuit, peering, ask.link), now()) === 'answers';
      const subnet = ask.link === 'primary' ? peering.ipv4?.primarySubnet : peering.ipv4?.secondarySubnet;
      const address = yourAddress(subnet ?? '') ?? '';
      const microsofts: ArpEntry = { side: 'microsoft', address: '192.0.2.2', mac: '0a00.0000.0001' };
      return [{ side: 'yours', address, ...(answers ? { mac: '0a00.0000.0002' } : {}) }, microsofts];
    },
    async connectionStatuses() {
      mayAnswer('graph');
      return connections.names().flatMap((key): readonly CircuitConnection[] => {
        const [circuitName = '', name = ''] = key.split(' ');
        const circuit = circuits.named(circuitName);
        const status = connections.at(key, now());
        if (!circuit || status === null) return [];
        return [{ circuitId: circuit.id, name, resourceGroup: 'rg-hub', gateway: 'gw-hub', status }];
      });
    },
  };

  return { hear, azure, telemetry, circuit: circuits.named };
}

export type AzureSaid = ReturnType<typeof createAzureSaid>;
