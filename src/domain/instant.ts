/** A moment: milliseconds since the epoch, UTC. */
export type Instant = number;
