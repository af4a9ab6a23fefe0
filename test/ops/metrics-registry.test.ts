import { expect, test } from 'vitest';
import { createMetricsRegistry } from '../../src/ops/metrics-registry.ts';
import type { Gauges } from '../../src/usecases/life-signs/meter.ts';

const quiet: Gauges = {
  incidentsOpen: { info: 0, warning: 0, critical: 0 },
  outboxDepth: 0,
  outboxOldestAgeSeconds: 0,
};

const aRegistry = (gauges: Gauges = quiet) => createMetricsRegistry(async () => gauges);

async function linesOf(registry: ReturnType<typeof aRegistry>): Promise<readonly string[]> {
  return (await registry.text()).split('\n');
}

test('what is counted stands in the text with its kind', async () => {
  const registry = aRegistry();
  const { meter } = registry;
  meter.poll('partial', 0.3);
  meter.change('bgp-session');
  meter.change('bgp-session');
  meter.azureCall('metrics', 'throttled');
  meter.armReadsRemaining(11_998);
  meter.edgeReads(3);
  meter.slackCall('ok');
  meter.slackCall('throttled');
  meter.storeWrite('failed', 0.004);
  meter.heartbeat('ok');
  expect(await linesOf(registry)).toEqual(
    expect.arrayContaining([
      'trunkline_polls_total{result="partial"} 1',
      'trunkline_poll_duration_seconds_bucket{le="0.5"} 1',
      'trunkline_poll_duration_seconds_bucket{le="0.25"} 0',
      'trunkline_changes_total{kind="bgp-session"} 2',
      'trunkline_arm_calls_total{host="metrics",result="throttled"} 1',
      'trunkline_arm_reads_remaining 11998',
      'trunkline_edge_reads_total 3',
      'trunkline_slack_calls_total{result="ok"} 1',
      'trunkline_slack_calls_total{result="throttled"} 1',
      'trunkline_slack_throttled_total 1',
      'trunkline_store_writes_total{result="failed"} 1',
      'trunkline_store_write_seconds_count 1',
      'trunkline_heartbeat_total{result="ok"} 1',
    ]),
  );
});

test('how much is wrong and owed is read when it is asked for', async () => {
  const lines = await linesOf(
    aRegistry({
      incidentsOpen: { info: 0, warning: 2, critical: 1 },
      outboxDepth: 7,
      outboxOldestAgeSeconds: 1.5,
    }),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      'trunkline_incidents_open{severity="info"} 0',
      'trunkline_incidents_open{severity="warning"} 2',
      'trunkline_incidents_open{severity="critical"} 1',
      'trunkline_outbox_depth 7',
      'trunkline_outbox_oldest_age_seconds 1.5',
    ]),
  );
});

test('the process is measured too', async () => {
  expect(await aRegistry().text()).toContain('process_resident_memory_bytes');
});

test('each registry counts by itself', async () => {
  aRegistry().meter.heartbeat('ok');
  expect(await aRegistry().text()).not.toContain('trunkline_heartbeat_total{result="ok"} 1');
});
