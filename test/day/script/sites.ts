export type Site = {
  readonly location: string;
  readonly provider: string;
  readonly peeringLocation: string;
};

/** Where the circuits of the day are. */
export const sites: readonly Site[] = [
  { location: 'westeurope', provider: 'Equinix', peeringLocation: 'Amsterdam' },
  { location: 'uksouth', provider: 'Megaport', peeringLocation: 'London' },
  { location: 'germanywestcentral', provider: 'Interxion', peeringLocation: 'Frankfurt' },
  { location: 'eastus', provider: 'Equinix', peeringLocation: 'Washington DC' },
  { location: 'southeastasia', provider: 'Singtel', peeringLocation: 'Singapore' },
];
