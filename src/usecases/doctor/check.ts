import type { Finding } from './finding.ts';

/** One thing that the doctor looks at. It may throw, and it may take long: whoever runs it knows what to make of that. */
export type Check = {
  readonly name: string;
  /** How long it may take, where that is longer than usual. */
  readonly patienceMs?: number;
  readonly look: () => Promise<readonly Finding[]>;
};
