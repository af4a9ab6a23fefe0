import type { Connectivity } from '../../circuit/connectivity.ts';
import { isSame } from '../../open-enum.ts';
import type { CaseFacts } from './case.ts';

/** Whether traffic can flow for every family of the prefixes: one link is enough. Undefined: it is not known. */
export function isSessionUp(
  { prefixes }: Pick<CaseFacts, 'prefixes'>,
  connectivity: Pick<Connectivity, 'sessions'> | undefined,
): boolean | undefined {
  const families = [...new Set(prefixes.map(({ family }) => family))];
  const sessions = connectivity?.sessions.filter(({ peering }) => isSame(peering, 'MicrosoftPeering')) ?? [];
  const each = families.map((family) => sessions.filter((session) => session.family === family));
  if (each.some((known) => known.length === 0)) return undefined;
  return each.every((known) => known.some(({ state }) => state === 'up'));
}
