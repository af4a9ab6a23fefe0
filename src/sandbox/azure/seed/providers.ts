import recorded from '../data/service-providers.json' with { type: 'json' };

/** Providers that the seeded circuits use and the recorded catalogue, taken in a test subscription, lacks. */
const named: Readonly<Record<string, readonly string[]>> = {
  'AT&T NetBond': ['Chicago', 'Dallas', 'New York', 'Silicon Valley', 'Washington DC'],
  Colt: ['Amsterdam', 'Dublin', 'Frankfurt', 'London', 'Paris'],
  Equinix: [
    'Amsterdam',
    'Frankfurt',
    'London',
    'London2',
    'New York',
    'Paris',
    'Seattle',
    'Washington DC',
    'Zurich',
  ],
  Interxion: ['Amsterdam', 'Amsterdam2', 'Frankfurt', 'Paris'],
  Megaport: ['Amsterdam', 'Dallas', 'Dublin', 'London', 'London2', 'New York', 'Seattle'],
  Orange: ['Amsterdam', 'London', 'Paris', 'Washington DC'],
  Verizon: ['Chicago', 'New York', 'Washington DC'],
  Zayo: ['Chicago', 'Dallas', 'New York', 'Seattle'],
};

const offers = [50, 100, 200, 500, 1000, 2000, 5000, 10000];

/** In the form of the recorded entries, the empty places in the id included: the name alone identifies a provider. */
const worldProviders = Object.entries(named).map(([name, peeringLocations]) => ({
  name,
  id: '/subscriptions//resourceGroups//providers/Microsoft.Network/expressRouteServiceProviders/',
  type: 'Microsoft.Network/expressRouteServiceProviders',
  properties: {
    provisioningState: 'Succeeded',
    peeringLocations,
    bandwidthsOffered: offers.map((mbps) => ({
      offerName: mbps < 1000 ? `${mbps}Mbps` : `${mbps / 1000}Gbps`,
      valueInMbps: mbps,
    })),
  },
}));

/** Who sells circuits, and where: the recorded catalogue with the providers of this world. */
export const serviceProviders = [...recorded, ...worldProviders];
