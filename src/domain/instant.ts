/** A moment: milliseconds since the epoch, UTC. */
export type Instant = number;

/** `2026-03-02 03:12 UTC`: for where nobody's zone is known. */
export function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
