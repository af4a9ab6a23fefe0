import type { Json } from '../support/control.ts';

/** Something wrong in Azure, by the control calls that bring it about and mend it, and what must be said of it. */
export type IncidentRow = {
  readonly circuit: string;
  readonly path: string;
  readonly bad: Json;
  readonly well: Json;
  /** First line, meaning, and next step. */
  readonly words: readonly string[];
  /** In the same message, once it is over. */
  readonly end: string;
  /** In its thread: how it began and how it ended. */
  readonly story: readonly [string, string];
};

export const incidentRows: Readonly<Record<string, IncidentRow>> = {
  'a write that failed': {
    circuit: 'lon-01',
    path: 'provisioning',
    bad: { state: 'Failed' },
    well: { state: 'Succeeded' },
    words: [
      ":red_circle: *lon-01* · Azure's last write failed\nIt concerns the circuit itself. Traffic usually goes on",
      '*You*: look at the activity log of lon-01, then repeat the change or refresh the circuit.',
    ],
    end: ":large_green_circle: *lon-01* · Azure's writes succeed again after ",
    story: [":red_circle: Azure's last write failed (warning)", ':large_green_circle: over, after '],
  },
  'prefixes that need validation': {
    circuit: 'edge-01',
    path: 'prefixes',
    bad: { validationState: 'ValidationNeeded' },
    well: { validationState: 'Configured' },
    words: [
      ':red_circle: *edge-01* · Microsoft peering, IPv4 · prefixes are ValidationNeeded\nValidationNeeded: ownership could not be confirmed, the BGP session is not enabled.\n',
      '*You*: press *Validate prefixes*: it says for each prefix what to do.',
    ],
    end: ':large_green_circle: *edge-01* · Microsoft peering, IPv4 · prefixes validated after ',
    story: [
      ':red_circle: Microsoft peering, IPv4 · prefixes are ValidationNeeded (warning)',
      ':large_green_circle: over, after ',
    ],
  },
};
