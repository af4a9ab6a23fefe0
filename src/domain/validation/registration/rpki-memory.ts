import type { RpkiSight } from '../evidence.ts';
import { type OriginValidity, validateOrigin } from '../origin-validation.ts';
import type { RpkiMemory, RpkiState } from './registration.ts';
import type { Turn } from './turn.ts';

/** So many ROAs of one prefix are kept. Ours. */
const vrpsKept = 4;

/** The worse first. */
const ranks: readonly RpkiState[] = ['invalid', 'not-found', 'valid'];

/** Undefined: nothing was ever told, or the RPKI is not looked at any more. */
export function rememberRpki(
  before: RpkiMemory | undefined,
  sight: RpkiSight,
  turn: Turn,
): RpkiMemory | undefined {
  const now = sight.kind === 'told' ? told(before, sight, turn) : before;
  if (!now || (sight.kind === 'silent' && sight.why === 'not-configured')) return undefined;
  const { had, ...rest } = now;
  const after = hadAfter(now, turn);
  return after === undefined ? rest : { ...rest, had: after };
}

function told(
  before: RpkiMemory | undefined,
  sight: Extract<RpkiSight, { kind: 'told' }>,
  turn: Turn,
): RpkiMemory {
  const validity = validateOrigin(turn.prefix, turn.asn, sight.value.vrps);
  const { state } = validity;
  const had = before?.had;
  return { at: sight.at, state, vrps: contradicting(validity), ...(had === undefined ? {} : { had }) };
}

function contradicting(validity: OriginValidity): RpkiMemory['vrps'] {
  if (validity.state !== 'invalid') return [];
  const text = (vrp: RpkiMemory['vrps'][number]) => `${vrp.prefix} ${vrp.asn} ${vrp.maxLength}`;
  return validity.by.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)).slice(0, vrpsKept);
}

function hadAfter({ state, had }: RpkiMemory, { isAccepted, isFresh }: Turn): RpkiState | undefined {
  if (!isAccepted) return isFresh ? undefined : had;
  return isFresh || had === undefined || ranks.indexOf(state) > ranks.indexOf(had) ? state : had;
}
