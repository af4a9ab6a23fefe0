import type { FieldChange } from '../circuit/changes.ts';
import type { FamilySettings, PeeringSettings } from '../operation/intent.ts';
import { diffFields, fieldsOf, type SettingsSight } from './diff.ts';
import { canonicalText } from './network.ts';
import { addressFamilies, type Peering, type PeeringFamily, type PeeringType } from './peering.ts';
import { familyName, peeringName } from './peering-name.ts';

/**
 * What would be different with these settings in place of those that are there; undefined: no peering. Each field names
 * its peering, since the lines stand alone in the audit trail. What is not set from here stays: the route filter.
 */
export function plannedChanges(
  type: PeeringType,
  before: Peering | undefined,
  wanted: PeeringSettings | undefined,
): readonly FieldChange[] {
  const old = before ? sightOf(before) : {};
  const now = wanted ? settingsSight(wanted, before) : {};
  const name = peeringName(type);
  const named = (changes: readonly FieldChange[]) =>
    changes.map((change) => ({ ...change, field: `${name} ${change.field}` }));
  return [
    ...(before && wanted ? [] : [{ field: name, before: whether(before), after: whether(wanted) }]),
    ...named(diffFields(fieldsOf(old), fieldsOf(now))),
    ...keyChanges(`${name} MD5 key`, before, wanted),
    // Last: there may be hundreds, and what a message has no room for is left out at its end.
    ...named(prefixChanges(before, wanted)),
  ];
}

function whether(there: object | undefined): string {
  return there ? 'configured' : '';
}

/** Without the prefixes: a list of two hundred is no value that can be read, so each is a field of its own. */
function sightOf({ vlanId, peerAsn, ipv4, ipv6 }: Peering): SettingsSight {
  return { vlanId, peerAsn, ipv4: ipv4 && familySight(ipv4), ipv6: ipv6 && familySight(ipv6) };
}

function familySight(family: PeeringFamily): PeeringFamily {
  const { primarySubnet, secondarySubnet, publicPrefixes } = family;
  return {
    ...family,
    primarySubnet: primarySubnet && canonicalText(primarySubnet),
    secondarySubnet: secondarySubnet && canonicalText(secondarySubnet),
    publicPrefixes: publicPrefixes && { ...publicPrefixes, advertised: [] },
  };
}

function settingsSight(wanted: PeeringSettings, before: Peering | undefined): SettingsSight {
  const { vlanId, peerAsn, ipv4, ipv6 } = wanted;
  return {
    vlanId,
    peerAsn,
    ipv4: ipv4 && wantedSight(ipv4, before?.ipv4),
    ipv6: ipv6 && wantedSight(ipv6, before?.ipv6),
  };
}

function wantedSight(
  { primarySubnet, secondarySubnet, customerAsn, routingRegistry }: FamilySettings,
  before: PeeringFamily | undefined,
): SettingsSight['ipv4'] {
  return {
    primarySubnet,
    secondarySubnet,
    routeFilter: before?.routeFilter,
    publicPrefixes: { advertised: [], customerAsn, routingRegistry },
  };
}

function prefixChanges(
  before: Peering | undefined,
  wanted: PeeringSettings | undefined,
): readonly FieldChange[] {
  return addressFamilies.flatMap((family) => {
    const mark = (prefixes: readonly string[] = []) =>
      Object.fromEntries(
        prefixes.map((prefix) => [`${familyName(family)} advertised public prefix ${prefix}`, 'advertised']),
      );
    return diffFields(
      mark(before?.[family]?.publicPrefixes?.advertised),
      mark(wanted?.[family]?.advertisedPrefixes),
    );
  });
}

/** Azure does not tell whether there is a key, and what it is nobody is told. */
function keyChanges(
  field: string,
  before: Peering | undefined,
  wanted: PeeringSettings | undefined,
): readonly FieldChange[] {
  if (wanted?.sharedKey === undefined) return [];
  return [before ? { field, before: 'not shown', after: 'changed' } : { field, before: '', after: 'set' }];
}
