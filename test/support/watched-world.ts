import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startArmProxy } from './arm-proxy.ts';
import { type PersonName, people } from './person.ts';
import { startWorld, type WorldOptions } from './world.ts';

/** A line of an access file: who has a role, and where. */
export type GrantLine = {
  readonly role: string;
  readonly to: PersonName;
  readonly on: string | readonly string[];
};

export const accessText = (grants: readonly GrantLine[], reads: Rules['reads'] = 'everybody') =>
  JSON.stringify({ reads, grants: grants.map(({ role, to, on }) => ({ role, to: [people[to]], on })) });

/** A rule of the policy file, by operation. */
export type PolicyLines = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export type Rules = {
  readonly grants?: readonly GrantLine[];
  readonly reads?: 'everybody' | 'granted';
  readonly policy?: PolicyLines;
};

export type WatchedOptions = Omit<WorldOptions, 'withoutBot'> & {
  readonly policy?: PolicyLines;
  /** The test starts the bot under rules of its own. */
  readonly withoutStart?: boolean;
};

/**
 * A world whose Azure is looked at on the wire: `arm.writes()` is all that the bot sent to change something. Rules files
 * of one's own can be given, also at each new start of the bot.
 */
export async function startWatchedWorld(options: WatchedOptions = {}) {
  const { policy, withoutStart = false, ...rest } = options;
  const world = await startWorld({ ...rest, withoutBot: true });
  const arm = await startArmProxy(world.url).catch(async (error: unknown) => {
    await world[Symbol.asyncDispose]();
    throw error;
  });
  const file = async (name: string, text: string) => {
    const path = join(world.dataDir, name);
    await writeFile(path, text);
    return path;
  };
  const watched = {
    ...world,
    arm,
    /** Starts the bot, with other rules where some are given. */
    async startUnder(rules: Rules = {}) {
      await world.startBot({
        AZURE_ARM_URL: arm.armUrl,
        ...(rules.grants && {
          ACCESS_FILE: await file('access.json', accessText(rules.grants, rules.reads)),
        }),
        ...(rules.policy && {
          POLICY_FILE: await file('policy.json', JSON.stringify({ approvals: rules.policy })),
        }),
      });
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]().finally(() => arm[Symbol.asyncDispose]());
    },
  };
  try {
    // Operations end at the first look, so that nobody waits for them.
    await world.control.post('azure/operations', { durationMs: 0, retryAfterSeconds: 0 });
    if (!withoutStart) await watched.startUnder(policy ? { policy } : {});
  } catch (error) {
    await watched[Symbol.asyncDispose]();
    throw error;
  }
  return watched;
}

export type WatchedWorld = Awaited<ReturnType<typeof startWatchedWorld>>;
