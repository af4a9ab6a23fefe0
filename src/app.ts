import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createAzure } from './azure/create-azure.ts';
import type { Config } from './config.ts';
import type { SuspensionReason } from './domain/alert/suspension.ts';
import { planIntent } from './domain/operation/plan-intent.ts';
import { azureDoorOf, slackOptionsOf } from './doors.ts';
import { startOpsServer } from './ops/ops-server.ts';
import { openRules } from './rules/open-rules.ts';
import { refusalText } from './slack/blocks/refusal.ts';
import { createSlack, isPassing } from './slack/create-slack.ts';
import { createAuditFile } from './store/audit-file.ts';
import { openFileStore } from './store/file-store.ts';
import { createAccessDesk } from './usecases/access/access-desk.ts';
import { createGatekeeper } from './usecases/access/gatekeeper.ts';
import { createMemberships } from './usecases/access/memberships.ts';
import { noteRules } from './usecases/access/note-rules.ts';
import { seedAlertsChannel } from './usecases/alerts-channel.ts';
import { createAuditWriter, tellingAudit } from './usecases/audit/write-audit.ts';
import { createFreshnessBoard } from './usecases/freshness.ts';
import { pollCircuits, recordLastReads } from './usecases/poll-circuits.ts';
import { isPollDue } from './usecases/poll-due.ts';
import type { Log, Now } from './usecases/ports.ts';
import { recheckChannels } from './usecases/recheck-channels.ts';
import { openRequestDesk } from './usecases/requests/open-request-desk.ts';
import { createRequestRun } from './usecases/requests/run-requests.ts';
import { suspendChannel } from './usecases/suspend-channel.ts';
import { tellRecovery } from './usecases/tell-recovery.ts';
import { createOutbox } from './watch/outbox.ts';
import { startRequestRunner } from './watch/request-runner.ts';
import { startUntilItWorks } from './watch/start-until-it-works.ts';
import { wait } from './watch/wait.ts';
import { startWatch } from './watch/watch.ts';

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
): Promise<App> {
  /** Undone in reverse: what listens first, the store last. */
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await start(config, log, now, ending, undo)), stop };
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
  undo: (() => unknown)[],
): Promise<Omit<App, 'stop'>> {
  const { store: file, recovered } = await openFileStore({
    path: join(config.DATA_DIR, 'trunkline.json'),
    now,
    log,
  });
  undo.push(() => file.close());
  const audit = createAuditFile(join(config.DATA_DIR, 'audit.jsonl'), { now, log });
  const auditWriter = createAuditWriter({ store: file, audit, log });
  undo.push(auditWriter.stop);
  void auditWriter.flush();
  const store = tellingAudit(file, auditWriter);
  const rules = await openRules({
    accessFile: config.ACCESS_FILE,
    policyFile: config.POLICY_FILE,
    changed: (name) => void noteRules({ store, now, newId: randomUUID, log }, name),
    log,
  });
  undo.push(rules.stop);
  const subscriptionIds = config.AZURE_SUBSCRIPTION_IDS;
  const freshness = createFreshnessBoard(subscriptionIds);
  const azure = await createAzure(azureDoorOf(config));
  const slack = createSlack(slackOptionsOf(config), log);
  const memberships = createMemberships({ directory: slack.directory, now, log });
  if (recovered) await tellRecovery({ store, log, now }, recovered);
  await seedAlertsChannel(store, config.ALERTS_CHANNEL, config.ALERTS_OWNER, now());

  const suspend = (channelId: string, reason: SuspensionReason) =>
    suspendChannel({ store, now }, channelId, reason);
  const outbox = createOutbox({ store, messenger: slack.messenger, suspend, now, wait, log });
  undo.push(outbox.stop);
  outbox.wake();
  const wakeOutbox = outbox.wake;
  const gatekeeper = createGatekeeper({ rules, memberships });
  /** Something is owed, or a request can go on. */
  const wake = () => {
    outbox.wake();
    runner.wake();
    // A trail that could not be written is tried again.
    void auditWriter.flush();
  };
  const writing = { azure, store, subscriptionIds, gatekeeper, plan: planIntent, wake, now, log };

  const awayMs = config.AWAY_MINUTES * 60_000;
  const polling = {
    azure,
    store,
    subscriptionIds,
    freshness,
    now,
    newPollId: randomUUID,
    awayMs,
    wakeOutbox,
    log,
  };
  const pace = { calmMs: config.POLL_SECONDS * 1_000, movingMs: config.POLL_MOVING_SECONDS * 1_000 };
  const watch = startWatch({
    async poll() {
      const report = await pollCircuits(polling);
      await run.circuitsSeen();
      wake();
      return report;
    },
    isDue: (lastPollAt) => isPollDue(store, lastPollAt, now(), pace),
    outbox,
    recheckChannels: () => recheckChannels({ store, channels: slack.channels, now, wakeOutbox }),
    tickSeconds: config.POLL_MOVING_SECONDS,
    now,
    log,
  });
  undo.push(() => recordLastReads(polling), watch.stop);
  const run = createRequestRun({
    ...writing,
    rules,
    sentenceOf: refusalText,
    pollIntervalMs: pace.movingMs,
    pollSoon: () => void watch.pollNow().catch(() => undefined),
  });
  const runner = startRequestRunner({ run, now, wait, log });
  undo.push(runner.stop);
  const desk = openRequestDesk({
    ...writing,
    rules,
    channels: slack.channels,
    approvalsChannel: config.APPROVALS_CHANNEL,
    newId: randomUUID,
  });
  const ops = await startOpsServer({ port: config.OPS_PORT, poll: watch.pollNow });
  undo.push(ops.close);
  void watch.pollNow().catch(() => undefined);

  undo.push(slack.stop);
  const chat = {
    whole: store,
    azure,
    writer: azure,
    subscriptionIds,
    gatekeeper,
    desk,
    audit,
    access: createAccessDesk({ rules, memberships }),
    rules,
    freshness,
    linksDeadlineMs,
    now,
    newId: randomUUID,
    wakeOutbox: wake,
  };
  const requestUrl = await startUntilItWorks(() => slack.start(chat), isPassing, ending, log);
  return { requestUrl, opsUrl: ops.url };
}
