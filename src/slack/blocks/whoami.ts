import { type Reply, section } from './kit.ts';
import { lines, md, trusted } from './mrkdwn.ts';

export type Person = { readonly userId: string; readonly teamId: string; readonly channelId: string };

/** Who the asker is to Trunkline, and what follows from it. */
export function whoamiReply({ userId, teamId, channelId }: Person): Reply {
  return {
    text: `You are ${userId} in ${teamId}`,
    blocks: [
      section(
        lines(
          md`You are ${trusted(`<@${userId}>`)}, user \`${trusted(userId)}\` of workspace \`${trusted(teamId)}\`; this is channel \`${trusted(channelId)}\`.`,
          md`You may look at every circuit, subscribe channels that I am in, and mute circuits in them: everybody of this workspace may.`,
          md`Nobody can change a circuit from here: Trunkline reads Azure and writes nothing to it.`,
        ),
      ),
    ],
  };
}
