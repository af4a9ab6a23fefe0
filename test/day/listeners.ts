import type { Day } from './open-day.ts';

export type Listener = {
  readonly name: keyof Day['channels'];
  /** As the table names it. */
  readonly called: string;
  readonly subscribe: string;
  /** Another command typed there. */
  readonly also?: string;
};

/** Six channels that wish for different things. */
export const listeners: readonly Listener[] = [
  { name: 'netOps', called: 'everything', subscribe: '' },
  { name: 'noc', called: 'critical only', subscribe: 'severity:critical' },
  {
    name: 'london',
    called: 'London, quiet 22:00–07:00 UTC',
    subscribe: 'location:London',
    also: 'quiet 22:00-07:00 UTC',
  },
  { name: 'frankfurt', called: 'Frankfurt, warnings', subscribe: 'location:Frankfurt severity:warning' },
  { name: 'orders', called: 'provider and orders', subscribe: 'kind:provider-state,bandwidth,circuit-found' },
  { name: 'americas', called: 'Washington, warnings', subscribe: 'location:Washington severity:warning' },
];
