/** The body with which a small circuit is ordered. */
export const anOrder = {
  location: 'uksouth',
  tags: { owner: 'network-core' },
  sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix',
      peeringLocation: 'London',
      bandwidthInMbps: 200,
    },
  },
};
