import type { Incident } from '../../../../src/domain/alert/incident.ts';
import { subjectKey } from '../../../../src/domain/alert/subject.ts';
import type { KnownCircuit } from '../../../../src/domain/circuit/known-circuit.ts';
import { createMemoryStore } from '../../../../src/store/memory-store.ts';
import type { AlertFacts } from '../../../../src/usecases/alerts/alert-desk.ts';
import type { AzureFault } from '../../../../src/usecases/ports.ts';
import { createSessionWatch } from '../../../../src/usecases/sessions/session-watch.ts';
import type { SessionReport } from '../../../../src/usecases/sessions/watch-deps.ts';
import { subscription1, t0 } from '../../../support/a-circuit.ts';
import { minute } from '../../../support/an-evidence.ts';
import { anIncident } from '../../../support/an-incident.ts';
import { createFakeTelemetry, type TelemetryWorld } from '../../../support/fake-telemetry.ts';
import { keptLog } from '../../../support/kept-log.ts';

type Options = {
  readonly circuits: readonly KnownCircuit[];
  readonly subscriptionIds?: readonly string[];
  readonly edgeReadsPerLook?: number;
  readonly world?: Partial<TelemetryWorld>;
};

/** The session watch with a store in memory, a fake Azure, a clock moved by hand, and a desk that keeps what it takes. */
export function aSessionWatch({ circuits, world, ...options }: Options) {
  const { subscriptionIds = [subscription1], edgeReadsPerLook = 60 } = options;
  const store = createMemoryStore();
  const fake = createFakeTelemetry(world);
  const taken: AlertFacts[] = [];
  const metrics: string[] = [];
  const clock = { now: t0, looks: 0 };
  const desk = { refuses: undefined as Error | undefined };
  const log = keptLog();

  /** As much of a desk as there must be: what is bad is an incident, at once and without any message. */
  async function take(facts: AlertFacts): Promise<number> {
    if (desk.refuses) throw desk.refuses;
    taken.push(facts);
    const old = new Map(
      (await store.incidents()).map((incident) => [subjectKey(incident.subject), incident]),
    );
    const putIncidents = (facts.conditions ?? []).flatMap(({ subject, verdict }): Incident[] => {
      const known = old.get(subjectKey(subject));
      if (verdict.kind === 'bad') {
        const { trouble, severity } = verdict;
        return [anIncident({ ...known, id: subjectKey(subject), subject, state: 'open', trouble, severity })];
      }
      return known && verdict.kind !== 'unknown' ? [{ ...known, state: 'resolved' }] : [];
    });
    await store.commit({ ...facts.remember, addChanges: facts.changes ?? [], putIncidents });
    return facts.changes?.length ?? 0;
  }

  const watch = createSessionWatch({
    telemetry: fake.telemetry,
    store,
    take,
    subscriptionIds,
    edgeReadsPerLook,
    noteMetrics: (scope: string, fault: AzureFault | undefined) => {
      metrics.push(`${scope} ${fault?.kind ?? 'well'}`);
    },
    now: () => clock.now,
    newLookId: () => `look-${++clock.looks}`,
    log,
  });
  const ready = store.commit({ putCircuits: circuits });

  return {
    ...fake,
    store,
    taken,
    metrics,
    clock,
    desk,
    log,
    /** One look a minute later, in which Azure says this besides. */
    async look(next: Partial<TelemetryWorld> = {}, afterMs = minute): Promise<SessionReport> {
      await ready;
      clock.now += afterMs;
      fake.say(next);
      return watch.look();
    },
    /** What was told since: `bgp-session lon-01 up→down`. */
    changes: () =>
      taken.flatMap(({ changes = [] }) =>
        changes.map(({ circuit, difference }) =>
          'after' in difference && 'before' in difference
            ? `${difference.kind} ${circuit.name} ${String(difference.before)}→${String(difference.after)}`
            : `${difference.kind} ${circuit.name}`,
        ),
      ),
  };
}
