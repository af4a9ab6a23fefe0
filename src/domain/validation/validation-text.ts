import type { RouteObject, Vrp } from './evidence.ts';

/** `AS1`, `AS1 and AS2`, `AS1, AS2 and AS3`; of many the first ones. */
export function asns(numbers: readonly number[], joint = 'and'): string {
  return listed(
    numbers.map((asn) => `AS${asn}`),
    joint,
  );
}

/** Longer lists are cut: they stand in sentences. */
const listLimit = 6;

export function listed(items: readonly string[], joint = 'and'): string {
  const more = items.length - listLimit;
  const all = more > 0 ? [...items.slice(0, listLimit), `${more} more`] : items;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** `203.0.113.0/24 AS64510 in RIPE (CONTOSO-MNT)`. */
export function routeText({ prefix, origin, source, maintainers = [] }: RouteObject): string {
  const by = maintainers.length > 0 ? ` (${listed(maintainers)})` : '';
  return `${prefix} AS${origin} in ${source}${by}`;
}

/** `203.0.112.0/23 up to /24, AS64510 (ripe)`. AS0 is told as what it means. */
export function vrpText({ prefix, maxLength, asn, ta }: Vrp): string {
  const whose = asn === 0 ? 'nobody (AS0)' : `AS${asn}`;
  return `${prefix} up to /${maxLength}, ${whose}${ta === undefined ? '' : ` (${ta})`}`;
}
