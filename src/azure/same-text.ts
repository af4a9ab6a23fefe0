/** ARM's ids and names are the same in any casing (facts/azure.md, oddity 6). */
export function isSameText(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
