import type { RegistryTrouble, SessionSight, Trouble } from '../condition.ts';
import type { Incident, StepWhat } from '../incident.ts';
import { isWorse } from '../severity.ts';

type Standing = Pick<Incident, 'severity' | 'trouble'>;

/** Whether a step tells of something more that is wrong. What changed for the better, or sideways, is no such news. */
export function isTurnForTheWorse(what: StepWhat, before: Standing | undefined): boolean {
  switch (what.kind) {
    case 'opened':
    case 'bad-again':
    case 'reopened':
      return true;
    case 'changed':
      return before === undefined || isMore(before, what);
    default:
      return false;
  }
}

function isMore(before: Standing, now: Standing): boolean {
  if (before.severity !== now.severity) return isWorse(now.severity, before.severity);
  return hasMore(before.trouble, now.trouble);
}

/** Where a trouble has parts: whether one more of them is bad. Of the others any other fact counts. */
function hasMore(before: Trouble, now: Trouble): boolean {
  if (before.kind === 'connectivity' && now.kind === before.kind) {
    return now.sessions.some((session) => isLost(session, sameIn(before.sessions, session)));
  }
  if (before.kind === 'validation' && now.kind === before.kind) {
    const refused = new Set(before.prefixes.map(({ prefix }) => prefix));
    return now.omitted > before.omitted || now.prefixes.some(({ prefix }) => !refused.has(prefix));
  }
  if (before.kind === 'registry' && now.kind === before.kind) {
    const lost = new Set(lossesIn(before));
    return now.omitted > before.omitted || lossesIn(now).some((loss) => !lost.has(loss));
  }
  if (before.kind === 'certificate' && now.kind === before.kind) {
    const ending = new Set(before.prefixes.map(({ prefix }) => prefix));
    return now.omitted > before.omitted || now.prefixes.some(({ prefix }) => !ending.has(prefix));
  }
  if (before.kind === 'provisioning' && now.kind === before.kind) {
    return now.parts.some((part) => !before.parts.includes(part));
  }
  return true;
}

function lossesIn({ prefixes }: RegistryTrouble): readonly string[] {
  return prefixes.flatMap(({ prefix, losses }) => losses.map(({ kind }) => `${prefix} ${kind}`));
}

function sameIn(sessions: readonly SessionSight[], { link, family }: SessionSight): SessionSight | undefined {
  return sessions.find((session) => session.link === link && session.family === family);
}

function isLost(now: SessionSight, before: SessionSight | undefined): boolean {
  return (now.state === 'down' && before?.state !== 'down') || (now.arp === 'down' && before?.arp !== 'down');
}
