import type { Entity, RdapNetwork } from './rdap-network.ts';

/**
 * The name of the organization to which a range is registered. RIPE calls maintainers registrants too, by nothing but
 * their handle: those are nobody's name.
 */
export function registrantOf({ entities }: RdapNetwork): string | undefined {
  const everybody: readonly Entity[] = entities.flatMap((entity) => [entity, ...entity.entities]);
  const registrants = everybody
    .filter(({ roles }) => roles.some((role) => role.toLowerCase() === 'registrant'))
    .map(readParty);
  const named = registrants.filter(({ name, handle }) => name !== undefined && name !== handle);
  return (named.find(({ isOrganization }) => isOrganization) ?? named[0])?.name;
}

function readParty({ handle, vcardArray }: Entity) {
  const lines = vcardArray?.[1] ?? [];
  const told = (wanted: string) => textIn(lines.find(([name]) => name.toLowerCase() === wanted)?.[3]);
  const isOrganization = told('kind')?.toLowerCase() === 'org';
  const [full, organization] = [told('fn'), told('org')];
  return { handle, isOrganization, name: isOrganization ? (full ?? organization) : (organization ?? full) };
}

/** A structured value is a list: the organization, then its units. */
function textIn(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}
