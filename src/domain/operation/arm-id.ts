/** The name at the end of an ARM id. */
export function lastPartOf(id: string): string {
  return id.split('/').at(-1) ?? id;
}

/** The Azure subscription that an ARM id names, in lower case; '' when it names none. */
export function subscriptionOf(id: string): string {
  return /^\/subscriptions\/([^/]+)/iu.exec(id)?.[1]?.toLowerCase() ?? '';
}
