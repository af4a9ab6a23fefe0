import { specialRangeOf } from '../peering/address-kind.ts';
import { parseNetwork } from '../peering/addresses.ts';
import { addressFamilies } from '../peering/peering.ts';
import { prefixLimit } from '../peering/prefixes.ts';
import type { AskedPrefix } from './preflight.ts';
import type { ListFinding, ShapeReason } from './preflight-reason.ts';

/** What is wrong with a prefix whoever has registered it. Azure itself takes all of these (facts 4.2). */
export function shapeReason({ prefix, family }: AskedPrefix): ShapeReason | undefined {
  const read = parseNetwork(prefix);
  if (!read.ok) return read.refusal.kind === 'malformed' ? { kind: 'malformed' } : read.refusal;
  if (read.value.family !== family) return { kind: 'malformed' };
  if (read.value.length === 0) return { kind: 'default-route' };
  const special = specialRangeOf(read.value);
  return special && { kind: 'not-public', special: special.kind, range: special.range };
}

/** BGP drops the session above the limit, whatever the prefixes are. */
export function listFindings(prefixes: readonly AskedPrefix[]): readonly ListFinding[] {
  return addressFamilies.flatMap((family) => {
    const count = prefixes.filter((asked) => asked.family === family).length;
    return count > prefixLimit ? [{ kind: 'too-many', family, count, limit: prefixLimit }] : [];
  });
}
