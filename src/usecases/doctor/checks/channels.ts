import type { SuspensionReason } from '../../../domain/alert/suspension.ts';
import type { ChannelStanding, Channels } from '../../ports.ts';
import type { Store } from '../../store.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';

export type ChannelDeps = {
  readonly channels: Pick<Channels, 'standing'>;
  readonly store: Pick<Store, 'subscriptions'>;
  readonly alertsChannel: string | undefined;
  readonly approvalsChannel: string | undefined;
};

type Use = 'subscriptions' | 'ALERTS_CHANNEL' | 'APPROVALS_CHANNEL';

/** Whether the bot is in each channel that it is to write to. */
export function checkChannels(deps: ChannelDeps): Check {
  return {
    name: 'Slack channels',
    look: async () => {
      const uses = await usesOf(deps);
      const findings = await Promise.all([...uses].map(([id, use]) => lookAt(deps.channels, id, use)));
      const bad = findings.filter((finding) => finding !== undefined);
      return [...(uses.size > 0 && bad.length === 0 ? [allWell(uses.size)] : bad), ...unset(deps, uses.size)];
    },
  };
}

async function usesOf({ store, alertsChannel, approvalsChannel }: ChannelDeps) {
  const uses = new Map<string, Use[]>();
  const add = (id: string | undefined, use: Use) => {
    if (id && !uses.get(id)?.includes(use)) uses.set(id, [...(uses.get(id) ?? []), use]);
  };
  for (const { channelId } of await store.subscriptions()) add(channelId, 'subscriptions');
  add(alertsChannel, 'ALERTS_CHANNEL');
  add(approvalsChannel, 'APPROVALS_CHANNEL');
  return uses;
}

/** Undefined: the bot is in it. */
async function lookAt(
  channels: Pick<Channels, 'standing'>,
  id: string,
  uses: readonly Use[],
): Promise<Finding | undefined> {
  const standing = await channels.standing(id);
  return standing.kind === 'member' ? undefined : lost(id, uses, standing);
}

function lost(
  id: string,
  uses: readonly Use[],
  { reason }: Extract<ChannelStanding, { kind: 'not-member' }>,
): Finding {
  return {
    name: `Slack channel ${id}`,
    level: 'fail',
    found: `I cannot write to ${id} (${uses.join(', ')}): ${reasons[reason]}.`,
    mend: mends[reason],
  };
}

const reasons: Readonly<Record<SuspensionReason, string>> = {
  archived: 'it is archived',
  removed: 'I am not in it, or there is no such channel',
  gone: 'it is gone',
  'posting-restricted': 'posting there is restricted',
};

const mends: Readonly<Record<SuspensionReason, string>> = {
  archived: 'Unarchive it and invite me again, or subscribe another channel.',
  removed: 'Write `/invite @Trunkline` in that channel.',
  gone: 'Subscribe another channel with `/circuit subscribe`, or change the variable.',
  'posting-restricted': 'Let an owner of the workspace allow apps to post there.',
};

function allWell(count: number): Finding {
  const where = count === 1 ? 'the one channel' : `all ${count} channels`;
  return { name: 'Slack channels', level: 'ok', found: `I am in ${where} that I write to.` };
}

function unset({ approvalsChannel }: ChannelDeps, count: number): readonly Finding[] {
  return [...(count === 0 ? [noSubscription] : []), ...(approvalsChannel === undefined ? [noApprovals] : [])];
}

const noSubscription: Finding = {
  name: 'Slack channels',
  level: 'warn',
  found: 'No channel is subscribed: nobody is told of anything.',
  mend: 'Write `/circuit subscribe` in the channel that shall be told.',
};

const noApprovals: Finding = {
  name: 'Approvals channel',
  level: 'skipped',
  found: 'APPROVALS_CHANNEL is not set: what needs an approval is refused.',
  mend: 'Set APPROVALS_CHANNEL to the id of a channel that I am in, and restart the bot.',
};
