import type { WorldClock } from '../../world/clock.ts';
import type { Circuit } from '../model/circuit.ts';
import type { PeeringKind } from '../model/peering.ts';
import { familiesOf, type LinkName, linksOf, servedPeerings } from '../model/session.ts';
import type { Subject } from '../telemetry/subjects.ts';
import type { CircuitTelemetry } from '../telemetry/telemetry.ts';
import type { BatchQuery } from './batch-query.ts';
import type { MetricName } from './metric-names.ts';

/** Dimension values; their spelling in the real answers is not confirmed by any source (facts/azure.md 3.1). */
const peeringTypes: Readonly<Record<PeeringKind, string>> = {
  AzurePrivatePeering: 'Private',
  MicrosoftPeering: 'Microsoft',
  AzurePublicPeering: 'Public',
};
const peers: Readonly<Record<LinkName, string>> = { primary: 'Primary', secondary: 'Secondary' };

/** One line of a chart: what was measured of some subjects together. */
export type Series = { readonly labels: readonly Label[]; readonly subjects: readonly Subject[] };
type Label = { readonly name: string; readonly value: string };
type Measured = {
  readonly values: Readonly<Record<'PeeringType' | 'Peer', string>>;
  readonly subjects: readonly Subject[];
};

/** The series of one metric of a circuit: one for each combination of the dimensions that the filter names. */
export function seriesOf(circuit: Circuit, metric: MetricName, { filter }: BatchQuery): readonly Series[] {
  const all = measured(circuit, metric);
  if (all.length === 0) return [];
  if (!filter) return [{ labels: [], subjects: all.flatMap(({ subjects }) => subjects) }];
  const fitting = all.filter(({ values }) =>
    filter.every(
      ({ dimension, wanted }) => wanted === '*' || values[dimension].toLowerCase() === wanted.toLowerCase(),
    ),
  );
  // Azure writes the names of dimensions in lower case.
  const labels = ({ values }: Measured) =>
    filter.map(({ dimension }) => ({ name: dimension.toLowerCase(), value: values[dimension] }));
  const groups = Map.groupBy(fitting, (one) => JSON.stringify(labels(one)));
  return [...groups.values()].flatMap((group) =>
    group
      .slice(0, 1)
      .map((first) => ({ labels: labels(first), subjects: group.flatMap(({ subjects }) => subjects) })),
  );
}

/** The two address families of a link are one series. */
function measured(circuit: Circuit, metric: MetricName): readonly Measured[] {
  return servedPeerings(circuit).flatMap((peering) =>
    linksOf(peering).map((place) => ({
      values: { PeeringType: peeringTypes[place.peering], Peer: peers[place.link] },
      subjects:
        metric === 'ArpAvailability'
          ? [{ what: 'arp', ...place, seen: true }]
          : familiesOf(peering).map((family) => ({ what: 'bgp', ...place, family, seen: true })),
    })),
  );
}

/** In world time; `timeStamp` as it is told. */
type Step = { readonly start: number; readonly end: number; readonly timeStamp: string };

/** The step that is under way counts what has passed of it; steps to come have no point. */
export function stepsOf(
  { from, until, stepMs }: BatchQuery,
  clock: Pick<WorldClock, 'now' | 'told'>,
): readonly Step[] {
  const told = clock.told();
  const aheadMs = clock.now() - told;
  const first = Math.floor(from / stepMs) * stepMs;
  const count = Math.max(0, Math.ceil((Math.min(until, told) - first) / stepMs));
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * stepMs;
    const end = Math.min(start + stepMs, told);
    return { start: start + aheadMs, end: end + aheadMs, timeStamp: timeText(start) };
  });
}

/** A point for each step, without an average where nothing was measured or a part of it is lost. */
export function pointsOf(
  telemetry: CircuitTelemetry,
  subjects: readonly Subject[],
  steps: readonly Step[],
  { withAverage }: BatchQuery,
) {
  return steps.map(({ start, end, timeStamp }) => {
    const average = averageOf(telemetry, subjects, start, end);
    return { timeStamp, ...(withAverage && average !== undefined && { average }) };
  });
}

/** Per cent of the time. */
function averageOf(telemetry: CircuitTelemetry, subjects: readonly Subject[], start: number, end: number) {
  const parts = subjects.map((subject) => telemetry.spent(subject, start, end));
  const up = parts.reduce((sum, part) => sum + part.up, 0);
  const down = parts.reduce((sum, part) => sum + part.down, 0);
  const isLost = parts.some(({ gap }) => gap > 0);
  return isLost || up + down === 0 ? undefined : (100 * up) / (up + down);
}

export function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
