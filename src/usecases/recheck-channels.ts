import type { AlertDesk } from './alerts/alert-desk.ts';
import type { Channels } from './ports.ts';
import type { Store } from './store.ts';

export type RecheckDeps = {
  readonly store: Store;
  readonly channels: Channels;
  readonly alerts: Pick<AlertDesk, 'resume'>;
  /** Something became owed. */
  readonly wakeOutbox: () => void;
};

/** Slack may drop the event that tells of an invitation: channels that could not be reached are looked at again. */
export async function recheckChannels(deps: RecheckDeps): Promise<void> {
  for (const { channelId } of await deps.store.suspensions()) {
    const standing = await deps.channels.standing(channelId);
    if (standing.kind === 'member' && (await deps.alerts.resume(channelId))) deps.wakeOutbox();
  }
}
