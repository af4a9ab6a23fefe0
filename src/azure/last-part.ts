/** The name at the end of an ARM id. */
export function lastPart(id: string): string {
  return id.split('/').filter(Boolean).at(-1) ?? '';
}
