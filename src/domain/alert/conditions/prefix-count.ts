import type { Connectivity } from '../../circuit/connectivity.ts';
import type { ExpectedSession } from '../../peering/expected-sessions.ts';
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
 * How the prefixes on the expected sessions of one peering and family stand together; undefined: none is expected. While
 * one with something wrong is down, nobody can tell.
 */
export function countVerdict(
  connectivity: Connectivity | undefined,
  kind: CountSubject['kind'],
  expected: readonly ExpectedSession[],
): Verdict | undefined {
  if (expected.length === 0) return undefined;
  const sessions = expected.flatMap(
    (place) => connectivity?.sessions.filter((session) => isSamePlace(session, place)) ?? [],
  );
  const counted = sessions.flatMap((session) => countedOf(session, expected));
  const turn = turns[kind];
  const [worst, ...others] = counted.filter(({ prefixTurn }) => prefixTurn === turn);
  if (worst)
    return kind === 'prefix-limit'
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
