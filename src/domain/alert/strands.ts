import type { CircuitId } from '../circuit/circuit-id.ts';
import type { Notice, Owed } from './notice.ts';
import { circuitOf, type Subject } from './subject.ts';

/** Messages to one recipient that have a strand in common stay in the order in which they were owed. */
export function strandsOf({
  card,
  replyTo,
  notice,
}: Pick<Owed, 'card' | 'replyTo' | 'notice'>): ReadonlySet<string> {
  const threads = [card, replyTo].filter((name) => name !== undefined);
  return new Set([
    ...threads.map((name) => `thread ${name}`),
    ...circuitsOf(notice).map((id) => `circuit ${id}`),
  ]);
}

/** The circuits that a message names. A digest may be about more of them than it names. */
function circuitsOf(notice: Notice): readonly CircuitId[] {
  switch (notice.kind) {
    case 'change':
      return [notice.change.circuit.id];
    case 'catch-up':
      return notice.changes.map(({ circuit }) => circuit.id);
    case 'request':
    case 'request-ended':
      return [notice.view.target.id];
    case 'incident':
      return ofSubject(notice.view.subject);
    case 'incident-steps':
      return ofSubject(notice.subject);
    case 'digest':
      return notice.view.top.flatMap(({ circuitId }) => (circuitId === '' ? [] : [circuitId]));
    case 'digest-turns':
      return notice.top.flatMap(({ subject }) => ofSubject(subject));
    case 'case':
      return [notice.view.circuit.id];
    case 'case-entries':
      return [notice.circuit.id];
    case 'first-sight':
    case 'channel-lost':
    case 'store-recovered':
      return [];
  }
}

function ofSubject(subject: Subject): readonly CircuitId[] {
  return [circuitOf(subject) ?? []].flat();
}
