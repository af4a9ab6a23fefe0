import type { Channel, Circuit, Person, World } from '../../../../src/sandbox/page/client/data/wire.ts';

const person = (id: string, name: string, roles: readonly string[]): Person => ({
  id,
  name,
  roles,
  directMessage: `D${id.slice(1)}`,
});

export const vera = person('U0VERA0001', 'vera', ['viewer']);
export const omar = person('U0OMAR0001', 'omar', ['operator']);
const people = [vera, omar];
const bot = 'U0TRUNKBOT';

const channel = (id: string, name: string, more: Partial<Channel> = {}): Channel => ({
  id,
  name,
  kind: 'public',
  members: [...people.map((one) => one.id), bot],
  ...more,
});

const channels = [
  channel('C0NETOPS001', 'network-ops', { topic: 'Circuits' }),
  channel('C0GENERAL01', 'general'),
  channel('C0PRIVATE01', 'noc-private', { kind: 'private', members: [omar.id, bot] }),
  ...people.map(({ id, name }) => channel(`D${id.slice(1)}`, name, { kind: 'im', members: [id, bot] })),
];

const aCircuit = (name: string, more: Partial<Circuit> = {}): Circuit => ({
  name,
  resourceGroup: 'rg-net',
  subscriptionId: 'one',
  serviceProviderProvisioningState: 'Provisioned',
  provisioningState: 'Succeeded',
  ...more,
});

/** As many circuits as a large estate has. */
const circuits = [
  aCircuit('lon-01', {
    id: '/circuits/LON-01',
    location: 'uksouth',
    maintenance: ['secondary'],
    unseenProviderState: 'NotProvisioned',
    peerings: [
      {
        name: 'MicrosoftPeering',
        state: 'Enabled',
        advertisedPublicPrefixesState: 'Configured',
        prefixes: [
          {
            prefix: '192.0.2.0/24',
            validationState: 'Configured',
            wantedRoute: { origin: 64496, source: 'RIPE' },
          },
        ],
        globalReach: ['gr-1'],
        routeFilter: 'rf-1',
      },
    ],
  }),
  ...Array.from({ length: 499 }, (_, index) => aCircuit(`bulk-${index}`)),
];

const aLink = { circuit: 'lon-01', resourceGroup: 'rg-net', peering: 'MicrosoftPeering' } as const;

export const cannedWorld = (now: number): World => ({
  now,
  people,
  channels,
  circuits,
  links: [
    {
      ...aLink,
      link: 'primary',
      up: true,
      sessions: [
        { family: 'ipv4', up: true, received: 47 },
        { family: 'ipv6', up: true, received: 5 },
      ],
    },
    {
      ...aLink,
      link: 'secondary',
      up: false,
      arp: false,
      sessions: [{ family: 'ipv4', up: false, received: 47 }],
    },
  ],
  connections: [
    {
      name: 'conn-1',
      circuitId: '/circuits/lon-01',
      gatewayId: '/gateways/gw-1',
      connectionStatus: 'Connected',
    },
    {
      name: 'conn-2',
      circuitId: '/circuits/other',
      gatewayId: '/gateways/gw-2',
      connectionStatus: 'Connected',
    },
  ],
  failoverTests: [
    { circuitId: '/circuits/lon-01', link: 'Primary', category: 'BgpDisconnect', status: 'Running' },
  ],
  plannedMaintenance: [
    { trackingId: 'ERPM-1', title: 'Router work', from: now - 1_000, until: now + 3_600_000 },
  ],
  tickets: [
    {
      name: 'case-7',
      ticketId: '2601050010000007',
      title: 'Ownership of 192.0.2.0/24',
      description: 'We hold it.\n<b>Please</b> validate it.',
      status: 'Open',
      severity: 'Moderate',
      circuit: 'lon-01',
      createdAt: now - 60_000,
      communications: [
        { name: 'm-1', direction: 'inbound', sender: 'jo@microsoft.example', body: 'Whose is it?', at: now },
      ],
      files: [{ name: 'loa.pdf', bytes: 41_423 }],
    },
  ],
  support: { plan: 'ProDirect', api: true, allowed: true },
  faults: [],
  registry: {
    advertised: [
      {
        prefix: '192.0.2.0/24',
        routes: [{ prefix: '192.0.2.0/24', origin: 64511, source: 'RADB' }],
        vrps: [{ prefix: '192.0.2.0/24', asn: 64496, maxLength: 26 }],
        holder: { organization: 'Contoso Ltd', registry: 'RIPE' },
      },
    ],
  },
});
