import { hostname } from 'node:os';
import { join } from 'node:path';
import { createAzure } from './azure/create-azure.ts';
import { configured, validationChecks } from './compose/open-doctor.ts';
import { openRegistries } from './compose/open-registries.ts';
import type { Undo } from './compose/undo.ts';
import type { Config } from './config.ts';
import { azureDoorOf, slackOptionsOf } from './doors.ts';
import { askReadiness } from './ops/ask-readiness.ts';
import { type OpenRules, openRules } from './rules/open-rules.ts';
import { RulesFault } from './rules/rules-fault.ts';
import { createSlack } from './slack/create-slack.ts';
import { lookAtStore } from './store/look-at-store.ts';
import type { Check } from './usecases/doctor/check.ts';
import { checkBot } from './usecases/doctor/checks/bot.ts';
import { createDoctor } from './usecases/doctor/create-doctor.ts';
import type { Finding } from './usecases/doctor/finding.ts';
import { createClockSamples } from './usecases/life-signs/clock-samples.ts';
import type { Log, Now } from './usecases/ports.ts';
import type { SlackSight } from './usecases/sights.ts';

/** Looks at everything from beside the bot, whether one runs or not: with edges of its own, and without the store's lock. */
export async function examine(config: Config, log: Log, now: Now): Promise<readonly Finding[]> {
  const look = await lookAtStore(join(config.DATA_DIR, 'trunkline.json'));
  const clocks = { azure: createClockSamples(), slack: createClockSamples() };
  const azure = await createAzure(
    azureDoorOf(config),
    ({ azureClock, askedAt, answeredAt }) => {
      if (azureClock !== undefined) clocks.azure.note({ clock: azureClock, askedAt, answeredAt });
    },
    now,
  );
  const observe = ({ slackClock, at }: SlackSight) => {
    if (slackClock !== undefined) clocks.slack.note({ clock: slackClock, askedAt: at, answeredAt: at });
  };
  const slack = createSlack({ ...slackOptionsOf(config), calls: { observe, now } }, log);
  const bot = { holder: look.holder, host: hostname(), opsPort: config.OPS_PORT, ask: askReadiness };
  const rules = await readRules(config, log);
  const undo: Undo = [];
  const registries = openRegistries(config, { now, log, undo });
  const doctor = createDoctor({
    ...configured(config, slack),
    store: look.store,
    azure,
    rules,
    clock: () => ({ azureMs: clocks.azure.skews(), slackMs: clocks.slack.skews() }),
    more: [
      ...validationChecks(config, { azure, rules, registries, now }),
      checkBot(bot),
      checkStore(look.trouble),
    ],
    now,
  });
  try {
    return await doctor();
  } finally {
    for (const step of undo) await step();
  }
}

async function readRules(config: Config, log: Log): Promise<Pick<OpenRules, 'troubles' | 'contact'>> {
  const { ACCESS_FILE, POLICY_FILE, SUPPORT_CONTACT_FILE } = config;
  const files = { accessFile: ACCESS_FILE, policyFile: POLICY_FILE, contactFile: SUPPORT_CONTACT_FILE };
  try {
    const rules = await openRules({ ...files, log });
    rules.stop();
    return rules;
  } catch (fault) {
    if (!(fault instanceof RulesFault)) throw fault;
    return { troubles: () => fault.problems, contact: () => undefined };
  }
}

function checkStore(trouble: string | undefined): Check {
  const name = 'Store';
  const mend = 'docs/operations.md says how to bring it back from a backup.';
  const bad = trouble === undefined ? [] : [{ name, level: 'fail', found: trouble, mend } as const];
  return { name, look: async () => bad };
}
