import type { Request } from '../../approval/request.ts';
import type { Change } from '../../circuit/changes.ts';
import type { CircuitId } from '../../circuit/circuit-id.ts';
import type { Instant } from '../../instant.ts';
import type { AlertRules } from '../alert-rules.ts';
import type { Audience } from '../audience.ts';
import type { Digest } from '../digest.ts';
import type { Incident, Telling } from '../incident.ts';
import type { Held } from '../quiet.ts';
import { subjectKey } from '../subject.ts';

/** What a look found, and all that decides who is told of it. */
export type TellInput = {
  /** Unique among all looks: names what is owed because of it. */
  readonly id: string;
  readonly now: Instant;
  readonly rules: Pick<AlertRules, 'digestOver'>;
  readonly changes: readonly Change[];
  /** Incidents as they stood before the look. */
  readonly before: readonly Incident[];
  /** As they stand now: all that are not resolved or may come back, and those that a digest or something held names. */
  readonly incidents: readonly Incident[];
  readonly audience: Audience;
  readonly digests: readonly Digest[];
  readonly held: readonly Held[];
  /** Those that may have made the changes. */
  readonly requests: readonly Request[];
  /** Azure's region of a circuit, lower case. */
  readonly regionOf: (circuitId: CircuitId) => string | undefined;
  /** A channel that can be reached again: what is open and was not told there is news to it. */
  readonly backIn?: string;
  /** Nobody looked for so long: plain changes are told together. */
  readonly gathered?: { readonly since: Instant; readonly until: Instant };
};

/** The same, sorted for finding. */
export type Scene = TellInput & {
  readonly byId: ReadonlyMap<string, Incident>;
  readonly beforeById: ReadonlyMap<string, Incident>;
  /** What the look changed. */
  readonly moved: readonly Incident[];
  /** By subject: the incident that a change of now is a step of. */
  readonly live: ReadonlyMap<string, Incident>;
};

export function toScene(input: TellInput): Scene {
  const beforeById = byIdOf(input.before);
  const moved = input.incidents.filter(({ id, revision }) => beforeById.get(id)?.revision !== revision);
  // Later ones win: what is open now goes before what ended in this look, and before what had been suspected until now.
  const stories = [...input.before.filter(isUnresolved), ...moved, ...input.incidents.filter(isUnresolved)];
  const live = new Map(stories.map((incident) => [subjectKey(incident.subject), incident]));
  return { ...input, byId: byIdOf(input.incidents), beforeById, moved, live };
}

function byIdOf(incidents: readonly Incident[]): ReadonlyMap<string, Incident> {
  return new Map(incidents.map((incident) => [incident.id, incident]));
}

function isUnresolved({ state }: Incident): boolean {
  return state !== 'resolved';
}

/** How a channel knows of an incident before this look is told. */
export function tellingIn(incident: Incident, channelId: string): Telling | undefined {
  return incident.tellings.find((telling) => telling.channelId === channelId);
}

/** Steps of this look. */
export function newSteps({ beforeById }: Scene, { id, steps }: Incident): Incident['steps'] {
  const last = lastStep(beforeById.get(id));
  return steps.filter(({ n }) => n > last);
}

export function lastStep(incident: Pick<Incident, 'steps'> | undefined): number {
  return incident?.steps.at(-1)?.n ?? 0;
}
