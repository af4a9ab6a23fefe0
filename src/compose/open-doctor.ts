import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createDiskProbe } from '../ops/disk-probe.ts';
import type { Heartbeat } from '../ops/heartbeat.ts';
import type { OpenRules } from '../rules/open-rules.ts';
import type { Slack } from '../slack/create-slack.ts';
import { botScopes } from '../slack/scopes.ts';
import type { Check } from '../usecases/doctor/check.ts';
import { checkHeartbeat } from '../usecases/doctor/checks/heartbeat.ts';
import { checkRegistries } from '../usecases/doctor/checks/registries.ts';
import { checkSchedule } from '../usecases/doctor/checks/schedule.ts';
import { checkTickets } from '../usecases/doctor/checks/tickets.ts';
import { createDoctor, type Doctor, type DoctorDeps } from '../usecases/doctor/create-doctor.ts';
import type { Vitals } from '../usecases/life-signs/vitals.ts';
import type { Registries } from '../usecases/validation/registries.ts';
import type { SupportDesk } from '../usecases/validation/support.ts';

export type DoctorParts = Pick<DoctorDeps, 'azure' | 'store' | 'rules' | 'now'> &
  ValidationParts & {
    readonly slack: Pick<Slack, 'probe' | 'channels'>;
    readonly vitals: Pick<Vitals, 'lifeSigns'>;
    readonly heartbeat: Pick<Heartbeat, 'standing'>;
  };

/** The doctor of a bot that runs: it knows how its polls and its heartbeat went. */
export function openDoctor(config: Config, parts: DoctorParts): Doctor {
  const { slack, vitals, heartbeat, ...rest } = parts;
  return createDoctor({
    ...rest,
    ...configured(config, slack),
    clock: () => vitals.lifeSigns().clock,
    more: [
      ...validationChecks(config, parts),
      checkSchedule(vitals.lifeSigns, rest.now),
      checkHeartbeat(heartbeat.standing),
    ],
  });
}

type ValidationParts = Pick<DoctorDeps, 'now'> & {
  readonly azure: { readonly support: Pick<SupportDesk, 'classification'> };
  readonly rules: Pick<OpenRules, 'contact'>;
  readonly registries: Pick<Registries, 'look'>;
};

/** What the validation of prefixes needs, from inside of the bot as from beside it. */
export function validationChecks(config: Config, parts: ValidationParts): readonly Check[] {
  const { azure, rules, registries, now } = parts;
  const { SUPPORT_SEVERITY: severity, SUPPORT_PROBLEM: problem, AZURE_SUBSCRIPTION_IDS } = config;
  return [
    checkRegistries(registries, now),
    checkTickets({
      support: azure.support,
      settings: { contact: rules.contact, severity, problem },
      subscriptionIds: AZURE_SUBSCRIPTION_IDS,
    }),
  ];
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
