import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createDiskProbe } from '../ops/disk-probe.ts';
import type { Heartbeat } from '../ops/heartbeat.ts';
import type { Slack } from '../slack/create-slack.ts';
import { botScopes } from '../slack/scopes.ts';
import { checkHeartbeat } from '../usecases/doctor/checks/heartbeat.ts';
import { checkSchedule } from '../usecases/doctor/checks/schedule.ts';
import { createDoctor, type Doctor, type DoctorDeps } from '../usecases/doctor/create-doctor.ts';
import type { Vitals } from '../usecases/life-signs/vitals.ts';

export type DoctorParts = Pick<DoctorDeps, 'azure' | 'store' | 'rules' | 'now'> & {
  readonly slack: Pick<Slack, 'probe' | 'channels'>;
  readonly vitals: Pick<Vitals, 'lifeSigns'>;
  readonly heartbeat: Pick<Heartbeat, 'standing'>;
};

/** The doctor of a bot that runs: it knows how its polls and its heartbeat went. */
export function openDoctor(config: Config, { slack, vitals, heartbeat, ...rest }: DoctorParts): Doctor {
  return createDoctor({
    ...rest,
    ...configured(config, slack),
    clock: () => vitals.lifeSigns().clock,
    more: [checkSchedule(vitals.lifeSigns, rest.now), checkHeartbeat(heartbeat.standing)],
  });
}

type Configured = Pick<
  DoctorDeps,
  'slack' | 'channels' | 'requiredScopes' | 'alertsChannel' | 'approvalsChannel' | 'subscriptionIds' | 'disk'
>;

/** What a doctor looks at, from inside of the bot as from beside it. */
export function configured(config: Config, slack: Pick<Slack, 'probe' | 'channels'>): Configured {
  const { DATA_DIR, ALERTS_CHANNEL, APPROVALS_CHANNEL, AZURE_SUBSCRIPTION_IDS } = config;
  return {
    slack: slack.probe,
    channels: slack.channels,
    requiredScopes: botScopes,
    alertsChannel: ALERTS_CHANNEL,
    approvalsChannel: APPROVALS_CHANNEL,
    subscriptionIds: AZURE_SUBSCRIPTION_IDS,
    disk: createDiskProbe(DATA_DIR, join(DATA_DIR, 'trunkline.json')),
  };
}
