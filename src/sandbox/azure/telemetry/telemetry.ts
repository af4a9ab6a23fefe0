import type { WorldClock } from '../../world/clock.ts';
import type { Links } from '../links.ts';
import { type Circuit, lineKey } from '../model/circuit.ts';
import { linksOf, servedPeerings, sessionsOf } from '../model/session.ts';
import { createHistory, type Spent, type Standing } from './history.ts';
import type { Marks } from './marks.ts';
import { type Subject, subjectKey } from './subjects.ts';

/** What Azure can tell of the sessions of its circuits, now and of the time before. */
export interface Telemetry {
  /** Makes the change and records what it turns. */
  during(circuit: Circuit, change: () => void): void;
  /** The circuit has become another: what that turned is recorded. */
  changed(before: Circuit, after: Circuit): void;
  of(circuit: Circuit): CircuitTelemetry;
}

export interface CircuitTelemetry {
  standing(subject: Subject): Standing;
  spent(subject: Subject, from: number, to: number): Spent;
  /** Whether it was ever up, as far as is kept. */
  wasUp(subject: Subject): boolean;
  /** When it turned last; undefined: not in this world. */
  since(subject: Subject): number | undefined;
}

type Standings = ReadonlyMap<string, Standing>;

export function createTelemetry(clock: WorldClock, links: Links, marks: Marks): Telemetry {
  const history = createHistory();

  function standings(circuit: Circuit): Standings {
    const gap = marks.hasGap(circuit);
    const maintained = marks.maintained(circuit);
    const line = lineKey(circuit);
    const all = new Map<string, Standing>();
    const put = (subject: Subject, up: boolean, seenUp: boolean) => {
      all.set(subjectKey(line, subject), up ? 'up' : 'down');
      all.set(subjectKey(line, { ...subject, seen: true }), gap ? 'gap' : seenUp ? 'up' : 'down');
    };
    for (const peering of servedPeerings(circuit)) {
      for (const place of sessionsOf(peering)) {
        const up = links.isUp(circuit, place);
        put({ what: 'bgp', ...place }, up, up && !maintained.includes(place.link));
      }
      for (const place of linksOf(peering)) {
        const up = links.answersArp(circuit, place);
        put({ what: 'arp', ...place }, up, up);
      }
    }
    return all;
  }

  function record(before: Standings, after: Standings): void {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      history.record(key, before.get(key) ?? 'absent', after.get(key) ?? 'absent', clock.now());
    }
  }

  return {
    during(circuit, change) {
      const before = standings(circuit);
      change();
      record(before, standings(circuit));
    },
    changed: (before, after) => record(standings(before), standings(after)),
    of(circuit) {
      const line = lineKey(circuit);
      const now = standings(circuit);
      const standing = (subject: Subject) => now.get(subjectKey(line, subject)) ?? 'absent';
      return {
        standing,
        spent: (subject, from, to) => history.spent(subjectKey(line, subject), standing(subject), from, to),
        wasUp: (subject) => history.wasUp(subjectKey(line, subject)),
        since: (subject) => history.since(subjectKey(line, subject)),
      };
    },
  };
}
