export const metricNames = ['BgpAvailability', 'ArpAvailability'] as const;
export type MetricName = (typeof metricNames)[number];

/** As the portal shows them. */
export const metricWords: Readonly<Record<MetricName, { readonly title: string; readonly about: string }>> = {
  BgpAvailability: { title: 'Bgp Availability', about: 'BGP Availability from MSEE towards all peers.' },
  ArpAvailability: { title: 'Arp Availability', about: 'ARP Availability from MSEE towards all peers.' },
};
