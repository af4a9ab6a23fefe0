import type { Change } from '../circuit/changes.ts';
import type { Digest } from './digest.ts';
import type { Incident } from './incident.ts';
import type { Held } from './quiet.ts';
import { subjectKey } from './subject.ts';
import { subjectOf } from './subject-of-change.ts';

/** A look takes its time: a change of it may be older than the incident that it opened. */
const lookMs = 60_000;

/**
 * Whether a channel is told of a change by something else than a message of the change: as a step of an incident that
 * is told there, as a line of a digest, or later, when what holds it is over.
 */
export function toldOtherwise(
  channelId: string,
  told: {
    readonly incidents: readonly Incident[];
    readonly digests: readonly Digest[];
    readonly held: readonly Held[];
  },
): (change: Change) => boolean {
  const isHere = (entry: { readonly channelId: string }) => entry.channelId === channelId;
  const incidents = told.incidents.filter(({ tellings }) => tellings.some(isHere));
  const stories = Map.groupBy(incidents, ({ subject }) => subjectKey(subject));
  const lines = told.digests.filter(isHere).flatMap((digest) => digest.lines);
  const ids = new Set([
    ...lines.flatMap((line) => (line.kind === 'change' ? line.changeId : [])),
    ...told.held.filter(isHere).flatMap(({ what }) => (what.kind === 'change' ? what.change.id : [])),
  ]);
  return (change) => {
    const subject = subjectOf(change);
    const about = (subject && stories.get(subjectKey(subject))) ?? [];
    return ids.has(change.id) || about.some((incident) => isStepOf(incident, change));
  };
}

function isStepOf({ firstBadAt, resolvedAt = Number.POSITIVE_INFINITY }: Incident, { at }: Change): boolean {
  return firstBadAt - lookMs <= at && at <= resolvedAt;
}
