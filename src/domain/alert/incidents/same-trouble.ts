import { isEqual } from '../../equality.ts';
import { isSame } from '../../open-enum.ts';
import type { BlindReason, BlindTrouble, SessionSight, Trouble } from '../condition.ts';

/** Of the prefixes that were told to be left, so few are left. */
const anotherFall = 0.5;

type Of<K extends Trouble['kind']> = Extract<Trouble, { kind: K }>;

/**
 * Whether what is told of a trouble still holds. Counts, times and the words of a broken session move at each look, and
 * what nobody can tell any more is no news: none of that is another trouble.
 */
export function isSameTrouble(told: Trouble, now: Trouble): boolean {
  switch (told.kind) {
    case 'connectivity':
      return told.kind === now.kind && told.extent === now.extent && areSameSessions(told, now);
    case 'prefix-limit':
      return told.kind === now.kind && told.link === now.link && told.limit === now.limit;
    case 'prefix-drop':
      return told.kind === now.kind && told.link === now.link && now.prefixes > told.prefixes * anotherFall;
    case 'provisioning':
      return told.kind === now.kind && isEqual(told.parts.toSorted(), now.parts.toSorted());
    case 'status':
      return told.kind === now.kind && isSame(told.status, now.status);
    case 'validation':
      return told.kind === now.kind && areSamePrefixes(told, now);
    case 'registry':
      return told.kind === now.kind && areSameLosses(told, now);
    case 'certificate':
      return told.kind === now.kind && told.stage === now.stage && areSameEnds(told, now);
    case 'vnet-link':
      return told.kind === now.kind && told.status === now.status;
    case 'blind':
      return told.kind === now.kind && isSameBlindness(told, now);
  }
}

/**
 * Of the same trouble: whether its message still says what is known. Which table tells it, and whether ARP answers beside
 * a session that is down, is no step in the story, but says where to look.
 */
export function isAsTold(told: Trouble, now: Trouble): boolean {
  if (told.kind !== 'connectivity' || told.kind !== now.kind) return true;
  return told.sessions.every((old) => {
    const session = sessionLike(old, now.sessions);
    return (
      session &&
      holds(old.arp, session.arp) &&
      !(old.basis === 'metric' && session.basis === 'routes' && old.state === 'down')
    );
  });
}

function sessionLike({ link, family }: SessionSight, all: readonly SessionSight[]) {
  return all.find((session) => session.link === link && session.family === family);
}

function areSameSessions({ extent, sessions: told }: Of<'connectivity'>, { sessions }: Of<'connectivity'>) {
  return (
    told.length === sessions.length &&
    told.every((old) => {
      const session = sessionLike(old, sessions);
      const isArpNews = extent === 'layer-2' && session && !holds(old.arp, session.arp);
      return session && holds(old.state, session.state) && !isArpNews;
    })
  );
}

function holds(told: SessionSight['state'], now: SessionSight['state']): boolean {
  return told === now || now === 'unknown';
}

function areSamePrefixes(told: Of<'validation'>, now: Of<'validation'>): boolean {
  return (
    isSame(told.state, now.state) &&
    told.omitted === now.omitted &&
    told.prefixes.length === now.prefixes.length &&
    told.prefixes.every(({ prefix, state }) =>
      now.prefixes.some((other) => other.prefix === prefix && isSame(other.state, state)),
    )
  );
}

/** Which ROAs contradict, and which AS number stands in the place of ours, is not another loss. */
function areSameLosses(told: Of<'registry'>, now: Of<'registry'>): boolean {
  const namesOf = ({ prefixes }: Of<'registry'>) =>
    prefixes.flatMap(({ prefix, losses }) => losses.map(({ kind }) => `${prefix} ${kind}`)).sort();
  return told.omitted === now.omitted && isEqual(namesOf(told), namesOf(now));
}

function areSameEnds(told: Of<'certificate'>, now: Of<'certificate'>): boolean {
  const namesOf = ({ prefixes }: Of<'certificate'>) => prefixes.map(({ prefix }) => prefix).sort();
  return told.omitted === now.omitted && isEqual(namesOf(told), namesOf(now));
}

/** No answer comes as a time-out now and as a 503 then: for whoever waits it is one thing. */
const noAnswer: readonly BlindReason[] = ['unreachable', 'unavailable'];

/** Amounts that change what must be done: days until credentials end, messages put aside. */
const bands: Readonly<Partial<Record<BlindReason, readonly number[]>>> = {
  'credentials-expiring': [1, 3, 7],
  'refused-message': [10, 100],
};

function isSameBlindness(told: BlindTrouble, now: BlindTrouble): boolean {
  if (noAnswer.includes(told.reason) && noAnswer.includes(now.reason)) return true;
  return told.reason === now.reason && bandOf(told) === bandOf(now);
}

function bandOf({ reason, amount = 0 }: BlindTrouble): number {
  return (bands[reason] ?? []).filter((least) => amount >= least).length;
}
