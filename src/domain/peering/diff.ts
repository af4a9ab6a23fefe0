import type { Difference, FieldChange } from '../circuit/changes.ts';
import { isSame } from '../open-enum.ts';
import {
  type AddressFamily,
  addressFamilies,
  type Peering,
  type PeeringFamily,
  type PublicPrefixes,
} from './peering.ts';
import { prefixListsOf } from './reading.ts';

/** The differences between two settled sights of a circuit's routing domains; their order means nothing. */
export function diffPeerings(before: readonly Peering[], after: readonly Peering[]): readonly Difference[] {
  const old = byName(before);
  const now = byName(after);
  return [
    ...[...now].flatMap(([name, peering]) => {
      const was = old.get(name);
      return was ? diffPeering(was, peering) : added(peering);
    }),
    ...[...old].flatMap(([name, { type }]): readonly Difference[] =>
      now.has(name) ? [] : [{ kind: 'peering-removed', peering: type }],
    ),
  ];
}

function byName(peerings: readonly Peering[]): ReadonlyMap<string, Peering> {
  return new Map(peerings.map((peering) => [peering.name.toLowerCase(), peering]));
}

/** A new peering whose prefixes already wait for validation says both. */
function added(peering: Peering): readonly Difference[] {
  const waiting = prefixListsOf(peering).filter(({ list }) => isSame(list.state, 'ValidationNeeded'));
  return [
    { kind: 'peering-added', peering: peering.type, state: peering.state },
    ...waiting.map(
      ({ family, list }): Difference => ({
        kind: 'prefixes-state',
        peering: peering.type,
        family,
        before: 'NotConfigured',
        after: list.state,
      }),
    ),
  ];
}

function diffPeering(before: Peering, after: Peering): readonly Difference[] {
  const { type: peering } = after;
  const differences: Difference[] = [];
  if (!isSame(before.state, after.state)) {
    differences.push({ kind: 'peering-state', peering, before: before.state, after: after.state });
  }
  for (const family of addressFamilies) differences.push(...diffPrefixes(before, after, family));
  const fields = changedFields(before, after);
  if (fields.length > 0) {
    differences.push({ kind: 'peering-changed', peering, by: after.lastModifiedBy, fields });
  }
  return differences;
}

function diffPrefixes(before: Peering, after: Peering, family: AddressFamily): readonly Difference[] {
  const list = after[family]?.publicPrefixes;
  if (!list) return [];
  const was = before[family]?.publicPrefixes;
  const part = { peering: after.type, family };
  const beforeState = was?.state ?? 'NotConfigured';
  return [
    ...(isSame(beforeState, list.state)
      ? []
      : [{ kind: 'prefixes-state', ...part, before: beforeState, after: list.state } as const]),
    ...list.each.flatMap(({ prefix, state }): readonly Difference[] => {
      const old = was?.each.find((entry) => entry.prefix === prefix)?.state;
      // Nothing said of a prefix and NotConfigured mean the same: Azure has not looked at it yet.
      if (state === undefined || isSame(old ?? 'NotConfigured', state)) return [];
      return [{ kind: 'prefix-state', ...part, prefix, before: old, after: state }];
    }),
  ];
}

function changedFields(before: Peering, after: Peering): readonly FieldChange[] {
  // Azure does not say who set a new peering until it is written: to learn it later is no change.
  const old = fieldsOf({ ...before, lastModifiedBy: before.lastModifiedBy ?? after.lastModifiedBy });
  const now = fieldsOf({ ...after, lastModifiedBy: after.lastModifiedBy ?? before.lastModifiedBy });
  return diffFields(old, now);
}

type Fields = Readonly<Record<string, string>>;

/** What of a peering is a setting, whether it is so or is to be so. */
export type SettingsSight = Pick<Peering, 'vlanId' | 'peerAsn' | 'lastModifiedBy'> & {
  readonly [F in AddressFamily]?: FamilySight;
};
type FamilySight = Pick<PeeringFamily, 'primarySubnet' | 'secondarySubnet' | 'routeFilter'> & {
  readonly publicPrefixes?: Pick<PublicPrefixes, 'advertised' | 'customerAsn' | 'routingRegistry'>;
};

/** What is not the same in both; a field that one does not have is empty there. */
export function diffFields(before: Fields, after: Fields): readonly FieldChange[] {
  return Object.keys({ ...before, ...after })
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** The settings that people agree on with their provider, in the portal's words. lastModifiedBy says who set them. */
export function fieldsOf(settings: SettingsSight): Fields {
  return {
    'VLAN ID': text(settings.vlanId),
    'Peer ASN': text(settings.peerAsn),
    'Last modified by': text(settings.lastModifiedBy),
    ...familyFields(settings.ipv4, 'IPv4'),
    ...familyFields(settings.ipv6, 'IPv6'),
  };
}

function familyFields(settings: FamilySight | undefined, label: string): Fields {
  return {
    [`${label} primary subnet`]: text(settings?.primarySubnet),
    [`${label} secondary subnet`]: text(settings?.secondarySubnet),
    [`${label} route filter`]: text(settings?.routeFilter),
    ...publicFields(settings?.publicPrefixes, label),
  };
}

function publicFields(list: FamilySight['publicPrefixes'], label: string): Fields {
  return {
    [`${label} advertised public prefixes`]: [...(list?.advertised ?? [])].sort().join(', '),
    [`${label} customer ASN`]: text(list?.customerAsn),
    [`${label} routing registry`]: text(list?.routingRegistry),
  };
}

function text(value: string | number | undefined): string {
  return value === undefined ? '' : String(value);
}
