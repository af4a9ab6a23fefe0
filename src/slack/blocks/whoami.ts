import { section } from './kit.ts';
import { lines, md, trusted } from './mrkdwn.ts';
import { type Reply, reply } from './reply.ts';

export type Person = { readonly userId: string; readonly teamId: string; readonly channelId: string };

/** Who the asker is to Trunkline, and what follows from it. */
export function whoamiReply({ userId, teamId, channelId }: Person): Reply {
  return reply(md`You are ${userId} in ${teamId}`, [
    section(
      lines(
        md`You are ${trusted(`<@${userId}>`)}, user \`${userId}\` of workspace \`${teamId}\`; this is channel \`${channelId}\`.`,
        md`You may look at every circuit, subscribe channels that I am in, and mute circuits in them: everybody of this workspace may.`,
        md`Nobody can change a circuit from here: Trunkline reads Azure and writes nothing to it.`,
      ),
    ),
  ]);
}
