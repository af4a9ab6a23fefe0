import { randomUUID } from 'node:crypto';
import { createAzure } from './azure/create-azure.ts';
import { openCases } from './compose/open-cases.ts';
import { openDoctor } from './compose/open-doctor.ts';
import { openMemory } from './compose/open-memory.ts';
import { openRegistries } from './compose/open-registries.ts';
import { openSigning } from './compose/open-signing.ts';
import { startWatching } from './compose/start-watching.ts';
import type { Undo } from './compose/undo.ts';
import type { Config } from './config.ts';
import { blindConditions } from './domain/alert/blindness.ts';
import { planIntent } from './domain/operation/plan-intent.ts';
import { azureDoorOf, slackOptionsOf } from './doors.ts';
import { createHeartbeat } from './ops/heartbeat.ts';
import { createMetricsRegistry } from './ops/metrics-registry.ts';
import { startOpsServer } from './ops/ops-server.ts';
import { openRules } from './rules/open-rules.ts';
import { refusalText } from './slack/blocks/refusal.ts';
import { createSlack, isPassing } from './slack/create-slack.ts';
import { createAccessDesk } from './usecases/access/access-desk.ts';
import { createGatekeeper } from './usecases/access/gatekeeper.ts';
import { createMemberships } from './usecases/access/memberships.ts';
import { noteRules } from './usecases/access/note-rules.ts';
import { alertRulesOf } from './usecases/alerts/alert-rules.ts';
import { openAlertDesk } from './usecases/alerts/open-alert-desk.ts';
import { seedAlertsChannel } from './usecases/alerts-channel.ts';
import { casePreflightOf } from './usecases/cases/case-preflight.ts';
import { createFreshnessBoard } from './usecases/freshness.ts';
import { readGauges } from './usecases/life-signs/read-gauges.ts';
import { unreadyReasons } from './usecases/life-signs/unready-reasons.ts';
import { createVitals } from './usecases/life-signs/vitals.ts';
import type { Log, Now } from './usecases/ports.ts';
import { openRequestDesk } from './usecases/requests/open-request-desk.ts';
import { createRequestRun } from './usecases/requests/run-requests.ts';
import { tellRecovery } from './usecases/tell-recovery.ts';
import { createPreflightBoard } from './usecases/validation/preflight-board.ts';
import { startLaneRunner } from './watch/lane-runner.ts';
import { createOutbox } from './watch/outbox.ts';
import { type Pace, wallPace } from './watch/pace.ts';
import { startUntilItWorks } from './watch/start-until-it-works.ts';

export interface App {
  /** Where Slack must call; undefined in Socket Mode. */
  readonly requestUrl: string | undefined;
  readonly opsUrl: string;
  stop(): Promise<void>;
}

/** How long a card waits for Azure to tell the links. */
const linksDeadlineMs = 2_000;

/**
 * Builds the edges and hands them to the use cases. Throws StoreFault when the store cannot be used, and what the
 * edges throw when they cannot start, or when `ending` is aborted meanwhile; nothing is left running then.
 */
export async function startApp(
  config: Config,
  log: Log,
  now: Now = Date.now,
  ending: AbortSignal = new AbortController().signal,
  pace: Pace = wallPace,
): Promise<App> {
  const undo: Undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(config, log, now, ending, pace, undo)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  config: Config,
  log: Log,
  now: Now,
  ending: AbortSignal,
  { wait, every, spacingMs }: Pace,
  undo: Undo,
): Promise<Omit<App, 'stop'>> {
  const newId = randomUUID;
  const subscriptionIds = config.AZURE_SUBSCRIPTION_IDS;
  const calmMs = config.POLL_SECONDS * 1_000;
  const freshness = createFreshnessBoard(subscriptionIds);
  const registry = createMetricsRegistry(() => readGauges(store, now));
  const { meter } = registry;
  const vitals = createVitals({ freshness, pollIntervalMs: calmMs, meter, now });
  const memory = await openMemory(config, { log, now, undo }, { vitals, meter });
  const { store, audit, auditWriter } = memory;
  const rules = await openRules({
    accessFile: config.ACCESS_FILE,
    policyFile: config.POLICY_FILE,
    contactFile: config.SUPPORT_CONTACT_FILE,
    changed: (name) => void noteRules({ store, now, newId, log }, name),
    log,
  });
  undo.push(rules.stop);
  const azure = await createAzure(azureDoorOf(config), vitals.noteAzure, now, (ms) => wait(ms, ending));
  const slack = createSlack({ ...slackOptionsOf(config), calls: { observe: vitals.noteSlack, now } }, log);
  const memberships = createMemberships({ directory: slack.directory, now, log });
  if (memory.recovered) await tellRecovery({ store, log, now }, memory.recovered);
  await seedAlertsChannel(store, config.ALERTS_CHANNEL, config.ALERTS_OWNER, now());

  const { messenger, channels } = slack;
  const alerts = openAlertDesk({ store, rules: alertRulesOf(config), now, newId, wake: () => wake() });
  const { suspend, dropTold } = alerts;
  const observe = vitals.noteOutbox;
  const outbox = createOutbox({ store, messenger, suspend, dropTold, observe, now, wait, spacingMs, log });
  undo.push(outbox.stop);
  const gatekeeper = createGatekeeper({ rules, memberships });
  /** Something is owed, or a request can go on. */
  const wake = () => {
    outbox.wake();
    runner.wake();
    cases.wake();
    // A trail that could not be written is tried again.
    void auditWriter.flush();
  };
  const heartbeat = createHeartbeat({ url: config.HEARTBEAT_URL, meter, log });
  undo.push(heartbeat.stop);
  const writing = { azure, store, subscriptionIds, gatekeeper, plan: planIntent, wake, now, log };
  const registries = openRegistries(config, { now, log, undo });
  const watch = startWatching(config, {
    azure,
    registries,
    store,
    alerts,
    messenger,
    channels,
    freshness,
    vitals,
    meter,
    outbox,
    heartbeat,
    circuitsSeen: () => run.circuitsSeen(),
    allSeen: () => cases.desk.circuitsSeen(),
    wake,
    every,
    now,
    newId,
    log,
    undo,
  });
  const run = createRequestRun({
    ...writing,
    rules,
    sentenceOf: refusalText,
    pollIntervalMs: config.POLL_MOVING_SECONDS * 1_000,
    pollSoon: () => void watch.pollNow().catch(() => undefined),
  });
  const runner = startLaneRunner({ run, what: 'a request', now, wait, log });
  undo.push(runner.stop);
  const approvalsChannel = config.APPROVALS_CHANNEL;
  const desk = openRequestDesk({ ...writing, rules, channels, approvalsChannel, newId });
  const cases = openCases(config, {
    azure,
    support: azure.support,
    store,
    gatekeeper,
    rules,
    channels,
    slackFiles: slack.files,
    contact: rules.contact,
    preflight: casePreflightOf({ store, registries, organizations: config.ORGANIZATION_NAMES, now }),
    wake,
    wait,
    now,
    newId,
    log,
    undo,
  });
  const ready = () => unreadyReasons(vitals, blindConditions(vitals.lifeSigns(), now()));
  outbox.wake();
  const ops = await startOpsServer({
    port: config.OPS_PORT,
    poll: watch.pollNow,
    ready,
    metrics: registry,
    log,
  });
  undo.push(ops.close);
  void watch.pollNow().catch(() => undefined);

  undo.push(slack.stop);
  const chat = {
    whole: store,
    azure,
    writer: azure,
    telemetry: azure,
    ...openSigning(config, azure),
    registries,
    preflights: createPreflightBoard(now, newId),
    subscriptionIds,
    gatekeeper,
    desk,
    cases: cases.desk,
    files: slack.files,
    alerts,
    doctor: openDoctor(config, { slack, azure, store, rules, registries, vitals, heartbeat, now }),
    audit,
    access: createAccessDesk({ rules, memberships }),
    rules,
    freshness,
    linksDeadlineMs,
    now,
    newId,
    wakeOutbox: wake,
  };
  const requestUrl = await startUntilItWorks(() => slack.start(chat), isPassing, ending, log);
  vitals.noteConnected();
  return { requestUrl, opsUrl: ops.url };
}
