/**
 * Whether Azure takes a name for a connection or an authorization: 1 to 80 letters, digits, underscores, periods and
 * hyphens, beginning with a letter or digit and ending with one or an underscore. Source: resource-name-rules.md.
 */
export function isResourceName(name: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$/u.test(name);
}
