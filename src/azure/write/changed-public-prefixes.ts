import type { FamilySettings } from '../../domain/operation/intent.ts';
import { type Change, isRaw, listAt, type Raw, textAt, valueAt, withAll } from '../raw.ts';

/**
 * A microsoftPeeringConfig with these settings. An entry of advertisedPublicPrefixInfo holds a prefix's signature: it
 * stays as it is with its prefix and goes with it; Azure makes those of new prefixes (facts/azure.md 4.3).
 */
export function changedPublicPrefixes(config: Raw, settings: FamilySettings): Raw {
  const { advertisedPrefixes, customerAsn, routingRegistry } = settings;
  return withAll(config, [
    ...(advertisedPrefixes ? prefixChanges(config, advertisedPrefixes) : []),
    ...(isNobodys(valueAt(config, 'customerASN'), customerAsn)
      ? []
      : [[['customerASN'], customerAsn] as const]),
    ...(isNone(textAt(config, 'routingRegistryName'), routingRegistry)
      ? []
      : [[['routingRegistryName'], routingRegistry] as const]),
  ]);
}

function prefixChanges(config: Raw, wanted: readonly string[]): readonly Change[] {
  const old = listAt(config, 'advertisedPublicPrefixes');
  const kept = old.filter((prefix) => wanted.some((other) => isSame(prefix, other)));
  const added = wanted.filter((prefix) => !old.some((other) => isSame(prefix, other)));
  const removed = old.filter((prefix) => !kept.includes(prefix));
  const info = listAt(config, 'advertisedPublicPrefixInfo');
  const staying = info.filter((entry) => !removed.some((prefix) => isSame(prefix, prefixOf(entry))));
  return [
    [['advertisedPublicPrefixes'], [...kept, ...added]],
    ...(staying.length === info.length ? [] : [[['advertisedPublicPrefixInfo'], staying] as const]),
  ];
}

function prefixOf(entry: unknown): unknown {
  return isRaw(entry) ? entry.prefix : undefined;
}

/** IPv6 is written in either case. */
function isSame(a: unknown, b: unknown): boolean {
  return typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase();
}

/** 0 and nothing both mean that there is no customer ASN. */
function isNobodys(now: unknown, wanted: number | undefined): boolean {
  return wanted === undefined && (now === undefined || now === null || now === 0);
}

/** NONE, an empty text and nothing all mean that there is no registry. */
function isNone(now: string, wanted: string | undefined): boolean {
  return (wanted === undefined && /^(none)?$/iu.test(now)) || isSame(now, wanted);
}
