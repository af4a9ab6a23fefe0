import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { severities } from '../domain/alert/severity.ts';
import type { Gauges, Meter } from '../usecases/life-signs/meter.ts';

export interface MetricsRegistry {
  readonly meter: Meter;
  readonly contentType: string;
  /** All of it in the text form of Prometheus. */
  text(): Promise<string>;
}

/** Seconds. A write takes milliseconds, a poll of many pages seconds. */
const writeBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const pollBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** Numbers about Trunkline. Labels are kinds of things: no circuit, subscription, channel or person is in them. */
export function createMetricsRegistry(readGauges: () => Promise<Gauges>): MetricsRegistry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const setGauges = addGauges(registry);
  return {
    meter: addMeter(registry),
    contentType: registry.contentType,
    async text() {
      setGauges(await readGauges());
      return registry.metrics();
    },
  };
}

function addGauges(registry: Registry): (gauges: Gauges) => void {
  const registers = [registry];
  const incidents = new Gauge({
    name: 'trunkline_incidents_open',
    help: 'Incidents that are open, by severity',
    labelNames: ['severity'],
    registers,
  });
  const depth = new Gauge({
    name: 'trunkline_outbox_depth',
    help: 'Messages that are owed and not delivered',
    registers,
  });
  const age = new Gauge({
    name: 'trunkline_outbox_oldest_age_seconds',
    help: 'Age of the oldest message that is owed; 0 when none is',
    registers,
  });
  return ({ incidentsOpen, outboxDepth, outboxOldestAgeSeconds }) => {
    for (const severity of severities) incidents.set({ severity }, incidentsOpen[severity]);
    depth.set(outboxDepth);
    age.set(outboxOldestAgeSeconds);
  };
}

function addMeter(registry: Registry): Meter {
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `trunkline_${name}`, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `trunkline_${name}`, help, buckets, registers: [registry] });

  const polls = counter('polls_total', 'Polls: ok, partial (some subscriptions not read), failed', 'result');
  const pollSeconds = histogram('poll_duration_seconds', 'How long polls take', pollBuckets);
  const changes = counter('changes_total', 'Changes seen, by kind', 'kind');
  const azure = counter('arm_calls_total', 'Calls of ARM and of the metrics batch', 'host', 'result');
  const remaining = new Gauge({
    name: 'trunkline_arm_reads_remaining',
    help: 'Reads that ARM says are left, at its last answer',
    registers: [registry],
  });
  const edge = counter('edge_reads_total', 'Route tables asked for at Microsoft’s edge');
  const slack = counter('slack_calls_total', 'Calls of Slack’s Web API', 'result');
  const throttled = counter('slack_throttled_total', 'Calls that Slack answered with 429');
  const writes = counter('store_writes_total', 'Writes of the store’s file', 'result');
  const writeSeconds = histogram('store_write_seconds', 'How long writes of the store take', writeBuckets);
  const heartbeats = counter('heartbeat_total', 'Calls of HEARTBEAT_URL', 'result');

  return {
    poll(result, seconds) {
      polls.inc({ result });
      pollSeconds.observe(seconds);
    },
    change: (kind) => changes.inc({ kind }),
    azureCall: (host, result) => azure.inc({ host, result }),
    armReadsRemaining: (count) => remaining.set(count),
    edgeReads: (count) => edge.inc(count),
    slackCall(result) {
      slack.inc({ result });
      if (result === 'throttled') throttled.inc();
    },
    storeWrite(result, seconds) {
      writes.inc({ result });
      writeSeconds.observe(seconds);
    },
    heartbeat: (result) => heartbeats.inc({ result }),
  };
}
