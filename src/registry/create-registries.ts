import { type Network, networkAround } from '../domain/peering/addresses.ts';
import type { HolderSight, IrrSight, PrefixEvidence, RpkiSight } from '../domain/validation/evidence.ts';
import type { Log, Now } from '../usecases/ports.ts';
import type { Registries } from '../usecases/validation/registries.ts';
import { startDeadline } from './deadline.ts';
import { createIrr, type IrrServer } from './irr/ask-irr.ts';
import { noteSilences } from './note-silences.ts';
import { createRdap } from './rdap/ask-rdap.ts';
import { createVrpList, type VrpList } from './rpki/vrp-list.ts';
import { createVrpSource } from './rpki/vrp-source.ts';

/** Where the registries are. */
export type RegistryDoor = {
  readonly irr: readonly IrrServer[];
  /** An address or a file. Undefined: RPKI is not looked at. */
  readonly vrpUrl?: string | undefined;
  readonly refreshMs: number;
  readonly rdapUrl: string;
};

/** Milliseconds. */
export type Patience = {
  /** For a connection to a whois server. */
  readonly connectMs: number;
  /** For a whole look, however many prefixes it has. */
  readonly lookMs: number;
  /** For reading the VRP list, which goes on when a look does not wait for it any longer. */
  readonly listMs: number;
};

export type RegistriesDeps = RegistryDoor & {
  readonly now: Now;
  readonly log: Log;
  readonly timeouts?: Partial<Patience>;
};

/** Asked when nobody says otherwise: the largest collection of routing registries, and RIPE's own. */
export const usualIrrServers: readonly IrrServer[] = [
  { host: 'whois.radb.net', port: 43, style: 'irrd' },
  { host: 'whois.ripe.net', port: 43, style: 'ripe' },
];

const usualPatience: Patience = { connectMs: 3_000, lookMs: 10_000, listMs: 120_000 };

export function createRegistries({ now, log, timeouts, ...door }: RegistriesDeps): Registries {
  const { connectMs, lookMs, listMs } = { ...usualPatience, ...timeouts };
  const ending = new AbortController();
  const irr = door.irr.map((server) => ({ label: labelOf(server), ask: createIrr(server, connectMs, now) }));
  const rdap = createRdap(door.rdapUrl, now);
  const { refreshMs, vrpUrl } = door;
  const vrps = vrpUrl
    ? createVrpList({ open: createVrpSource(vrpUrl), refreshMs, readMs: listMs, now, log })
    : noVrps;

  async function lookAt(
    networks: readonly Network[],
    signal: AbortSignal,
  ): Promise<readonly PrefixEvidence[]> {
    signal.throwIfAborted();
    const [servers, rpki, holders] = await Promise.all([
      Promise.all(irr.map(async ({ label, ask }) => ({ label, told: await ask(networks, signal) }))),
      vrps.covering(networks, signal),
      rdap(networks, signal),
    ]);
    return networks.map((network, index) =>
      evidenceOf(
        network,
        servers.flatMap(({ label, told }) => sightAt(label, told[index])),
        rpki[index],
        holders[index],
      ),
    );
  }

  return {
    async look(prefixes, signal) {
      const networks = prefixes.map(readPrefix);
      const distinct = new Map(networks.map((network) => [network.text, network]));
      if (distinct.size === 0) return [];
      const deadline = startDeadline(lookMs, [signal, ending.signal]);
      try {
        const seen = await lookAt([...distinct.values()], deadline.signal);
        noteSilences(seen, log);
        const evidence = new Map(seen.map((each) => [each.prefix, each]));
        return networks.flatMap(({ text }) => evidence.get(text) ?? []);
      } finally {
        deadline.end();
      }
    },
    refresh: vrps.refresh,
    async stop() {
      ending.abort();
      await vrps.stop();
    },
  };
}

const notConfigured = { kind: 'silent', why: 'not-configured' } as const;

const noVrps: VrpList = {
  covering: async (networks) => networks.map(() => notConfigured),
  refresh: async () => {},
  stop: async () => {},
};

/** Only what this gives back is ever sent to a server. Throws for what is no prefix: nobody should ask. */
function readPrefix(prefix: string): Network {
  const network = networkAround(prefix);
  if (!network) throw new Error('The registries were asked about something that is no prefix');
  return network;
}

function sightAt(server: string, told: IrrSight['told'] | undefined): readonly IrrSight[] {
  return told ? [{ server, told }] : [];
}

function evidenceOf(
  { text, family }: Network,
  irr: readonly IrrSight[],
  rpki: RpkiSight = notConfigured,
  holder: HolderSight = notConfigured,
): PrefixEvidence {
  return { prefix: text, family, irr, rpki, holder };
}

function labelOf({ host, port }: IrrServer): string {
  return `${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
}
