/** As this provider writes a moment: without parts of a second. */
export function toWireMoment(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
