import { canonicalText } from '../../domain/peering/network.ts';
import type { PrefixEvidence } from '../../domain/validation/evidence.ts';
import { silentEvidence } from '../../domain/validation/judge-preflight.ts';
import { shapeReason } from '../../domain/validation/prefix-shape.ts';
import type { AskedPrefix } from '../../domain/validation/preflight.ts';
import type { Registries } from './registries.ts';

/**
 * Asks the registries about the prefixes that can be in them, each once. When the time is over all of them are silent:
 * no answer is made of half of one.
 */
export async function lookWithin(
  registries: Pick<Registries, 'look'>,
  asked: readonly AskedPrefix[],
  budgetMs: number,
): Promise<readonly PrefixEvidence[]> {
  const sound = asked.filter((one) => shapeReason(one) === undefined);
  const prefixes = [...new Set(sound.map(({ prefix }) => canonicalText(prefix)))];
  if (prefixes.length === 0) return [];
  const patience = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), budgetMs);
  });
  const looked = registries.look(prefixes, patience.signal);
  const first = await Promise.race([looked, late]).finally(() => clearTimeout(timer));
  if (first !== 'late') return first;
  // Its end, an AbortError, is nobody's business any more.
  looked.catch(() => undefined);
  patience.abort();
  return sound.map((one) => silentEvidence(one, 'timed-out'));
}
