import type { Control, Json } from '../support/control.ts';

/** A change in Azure, by the control call that brings it about, and what must be said of it. */
export type ChangeRow = {
  readonly circuit: string;
  readonly path: string;
  readonly body: Json;
  /** First line, meaning, and next step. */
  readonly words: readonly string[];
  readonly prepare?: (control: Control) => Promise<unknown>;
};

const provider = (circuit: string, state: string, words: readonly string[], from?: string): ChangeRow => ({
  circuit,
  path: 'provider',
  body: { state },
  words,
  ...(from && { prepare: (control) => control.post(`azure/circuits/${circuit}/provider`, { state: from }) }),
});

const orderedByLayer3 = {
  name: 'mad-01',
  provider: 'Orange',
  peeringLocation: 'Madrid',
  state: 'Provisioning',
};

export const changeRows: Readonly<Record<string, ChangeRow>> = {
  'a provider that takes up an order': provider('sea-01', 'Provisioning', [
    ':hourglass_flowing_sand: *sea-01* · provider state NotProvisioned → *Provisioning*\nThe provider has the service key and works on it.\n',
    '*Zayo* is setting up the connection. Configure no routing before the state is Provisioned.',
  ]),
  'a provider that is done': provider('lon-02', 'Provisioned', [
    ':large_green_circle: *lon-02* · provider state Provisioning → *Provisioned*\nThe provider is done: the circuit can be used. Routing can be configured now.\n',
    '*You*: configure a routing domain',
  ]),
  'a layer 3 provider that is done': {
    circuit: 'mad-01',
    path: 'provider',
    body: { state: 'Provisioned' },
    words: ['Provisioning → *Provisioned*', '*Orange* configures routing: this is a layer 3 service.'],
    prepare: (control) =>
      control.post('azure/circuits', { ...orderedByLayer3, tags: { 'trunkline-layer': '3' } }),
  },
  'a provider that gives an order back': provider('lon-02', 'NotProvisioned', [
    'provider state Provisioning → *NotProvisioned*',
    '*You*: give the service key to the provider and order the connection.',
  ]),
  'a provider that begins to take a circuit down': provider('nyc-01', 'Deprovisioning', [
    ':large_yellow_circle: *nyc-01* · provider state Provisioned → *Deprovisioning*\nThe provider is taking the connection down.\n',
    '*Equinix* is taking the connection down. Delete the circuit afterwards: Microsoft bills it until then.',
  ]),
  "the same in Azure's newer word": provider('nyc-01', 'DeProvisioned', [
    'provider state Provisioned → *DeProvisioned*',
    '*Equinix* is taking the connection down.',
  ]),
  'a circuit that was taken down': provider('nyc-02', 'NotProvisioned', [
    'provider state Deprovisioning → *NotProvisioned*\nThe connection is down: nothing goes over this circuit any more.\n',
    '*You*: have the provider enable it again, or delete it.',
  ]),
  'a provider state that nobody knows': provider('lon-01', 'Rebalancing', [
    'provider state Provisioned → *Rebalancing*\nTrunkline does not know this state and shows it as Azure says it.\n',
    '*You*: ask the provider, or look in the portal, what this state means.',
  ]),
  'the way back from such a state': provider(
    'lon-01',
    'Provisioned',
    ['provider state Rebalancing → *Provisioned*', 'Nothing to do.'],
    'Rebalancing',
  ),
  'a failed circuit that recovers, where nobody was told that it failed': {
    circuit: 'dal-01',
    path: 'provisioning',
    body: { state: 'Succeeded' },
    words: [
      ":large_green_circle: *dal-01* · Azure's writes succeed again\nThe circuit's provisioning state is Succeeded.\n",
    ],
  },
  'a peering that was added': {
    circuit: 'nyc-01',
    path: 'peerings',
    body: { peering: 'microsoft', present: true },
    words: [
      ':large_blue_circle: *nyc-01* · Microsoft peering added, Enabled\nA routing domain was configured.\n',
      'Nothing to do.',
    ],
  },
  'a peering that was removed': {
    circuit: 'nyc-01',
    path: 'peerings',
    body: { peering: 'private', present: false },
    words: [
      '*nyc-01* · Azure private peering removed\nNothing is routed over this domain any more.\n',
      '*You*: configure a routing domain',
    ],
  },
  'a peering that was disabled': {
    circuit: 'nyc-01',
    path: 'peerings',
    body: { peering: 'private', state: 'Disabled' },
    words: [
      ':red_circle: *nyc-01* · Azure private peering: BGP provisioning Enabled → *Disabled*\nAzure does not run BGP for this routing domain',
      '*You*: enable the routing domain that is Disabled',
    ],
  },
  'a peering that somebody else changed': {
    circuit: 'nyc-01',
    path: 'peerings',
    body: { peering: 'private', vlanId: 777, peerASN: 64999, lastModifiedBy: 'Provider' },
    words: [
      ':pencil2: *nyc-01* · Azure private peering changed (last modified by Provider)',
      '• VLAN ID: 110 → *777*',
      '• Peer ASN: 64504 → *64999*',
      '• Last modified by: Customer → *Provider*',
    ],
  },
  'the verdict on one prefix': {
    circuit: 'fra-02',
    path: 'prefixes',
    body: { prefix: '198.51.100.192/27', validationState: 'ManuallyVerified' },
    words: [
      ':large_green_circle: *fra-02* · Microsoft peering: prefix 198.51.100.192/27 ManualValidationNeeded → *ManuallyVerified*\nVerified by Microsoft by hand.\n',
      '*You*: prove',
    ],
  },
  'a verdict that nobody knows': {
    circuit: 'fra-02',
    path: 'prefixes',
    body: { prefix: '198.51.100.192/27', validationState: 'RouteOriginUnclear' },
    words: ['ManualValidationNeeded → *RouteOriginUnclear*\nA state that Trunkline does not know.\n'],
  },
  'more bandwidth': {
    circuit: 'lon-01',
    path: 'bandwidth',
    body: { mbps: 2_000 },
    words: [
      '*lon-01* · bandwidth 1 Gbps → *2 Gbps*\nThe provider must raise it too before the traffic can follow. It cannot be lowered again.\n',
    ],
  },
  'more bandwidth on ExpressRoute Direct': {
    circuit: 'was-direct-01',
    path: 'bandwidth',
    body: { mbps: 40_000 },
    words: ['*was-direct-01* · bandwidth 10 Gbps → *40 Gbps*'],
  },
  'another SKU': {
    circuit: 'nyc-01',
    path: 'sku',
    body: { tier: 'Premium', family: 'UnlimitedData' },
    words: [
      '*nyc-01* · SKU Standard MeteredData → *Premium UnlimitedData*\nPrice and limits',
      'Nothing to do.',
    ],
  },
};
