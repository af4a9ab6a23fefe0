import type { Connectivity } from '../../circuit/connectivity.ts';
import type { KnownCircuit } from '../../circuit/known-circuit.ts';
import { isSame } from '../../open-enum.ts';
import { type ExpectedSession, expectedSessions } from '../../peering/expected-sessions.ts';
import type { PrefixTurn, Session } from '../../peering/session.ts';
import { isSamePlace } from '../../peering/session-place.ts';
import type { Verdict } from '../condition.ts';
import type { Subject } from '../subject.ts';
import { dropVerdict } from './prefix-drop.ts';
import { limitVerdict } from './prefix-limit.ts';

/** A session whose prefixes are counted. */
export type Counted = Session & { readonly prefixes: number; readonly limit: number };

type CountSubject = Extract<Subject, { readonly kind: 'prefix-limit' | 'prefix-drop' }>;

const turns: Readonly<Record<CountSubject['kind'], PrefixTurn>> = {
  'prefix-limit': 'near-limit',
  'prefix-drop': 'fell',
};

/**
 * How the prefixes of one peering and family stand on both links together; undefined: no session is expected. While a
 * session with something wrong is down, nobody can tell.
 */
export function countVerdict(
  { circuit }: KnownCircuit,
  connectivity: Connectivity | undefined,
  subject: CountSubject,
): Verdict | undefined {
  const expected = expectedSessions(circuit).filter(
    ({ peering, family }) => isSame(peering, subject.peering) && family === subject.family,
  );
  if (expected.length === 0) return undefined;
  const sessions = expected.flatMap(
    (place) => connectivity?.sessions.filter((session) => isSamePlace(session, place)) ?? [],
  );
  const counted = sessions.flatMap((session) => countedOf(session, expected));
  const turn = turns[subject.kind];
  const [worst, ...others] = counted.filter(({ prefixTurn }) => prefixTurn === turn);
  if (worst)
    return subject.kind === 'prefix-limit'
      ? limitVerdict([worst, ...others])
      : dropVerdict([worst, ...others], counted);
  const isHidden = sessions.some(({ prefixTurn, prefixes }) => prefixTurn === turn && prefixes === undefined);
  return { kind: counted.length === 0 || isHidden ? 'unknown' : 'good' };
}

function countedOf(session: Session, expected: readonly ExpectedSession[]): readonly Counted[] {
  const limit = expected.find((place) => isSamePlace(place, session))?.limit;
  const { prefixes, state } = session;
  return state === 'up' && prefixes !== undefined && limit !== undefined
    ? [{ ...session, prefixes, limit }]
    : [];
}
