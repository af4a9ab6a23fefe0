import type { Button } from '@slack/types';
import type { Mute } from '../../domain/alert/mute.ts';
import type { CircuitId } from '../../domain/circuit/circuit-id.ts';
import { actionIds } from '../action-ids.ts';
import { circuitToken } from './circuit-token.ts';
import { button, type Choice, section } from './kit.ts';
import { clip, type Mrkdwn, md, nothing, plain, trusted } from './mrkdwn.ts';
import { encode } from './payload.ts';
import { type Reply, reply } from './reply.ts';
import { moment } from './time.ts';
import { kindNames } from './words/change-kind.ts';

const hourMs = 3_600_000;

/** How long a circuit can be kept quiet. The first is the button's own. */
export const muteLengths = {
  '2h': { text: '2 hours', ms: 2 * hourMs },
  '8h': { text: '8 hours', ms: 8 * hourMs },
  '1d': { text: '1 day', ms: 24 * hourMs },
  '7d': { text: '7 days', ms: 7 * 24 * hourMs },
} as const;
export type MuteLength = keyof typeof muteLengths;

export function parseMuteLength(text: string): MuteLength | undefined {
  return (Object.keys(muteLengths) as MuteLength[]).find((key) => key === text);
}

export function muteChoices(id: CircuitId): readonly Choice[] {
  const longer = ['8h', '1d', '7d'] as const;
  return longer.map((length) => ({
    text: `Mute ${muteLengths[length].text}`,
    value: `${length}.${circuitToken(id)}`,
  }));
}

/** Undefined for a value that no menu of ours has. */
export function parseMuteChoice(
  value: string,
): { readonly length: MuteLength; readonly token: string } | undefined {
  const [length = '', token = ''] = value.split('.');
  const known = parseMuteLength(length);
  return known && token ? { length: known, token } : undefined;
}

/** Said in the channel, so that everybody there knows that something is kept quiet, and by whom. */
export function mutedReply(mute: Mute): Reply {
  const { circuitName: name, kind } = mute;
  return reply(md`${name} is muted in this channel`, [
    section(
      md`:no_bell: *${name}*${kindOf(kind)} is muted in this channel until ${moment(mute.until)}, by ${trusted(`<@${mute.byUserId}>`)}. What changes is still recorded, and told here when the mute ends.`,
      unmuteButton(mute, ' in this channel'),
    ),
  ]);
}

/** `where`: said of it where the message does not stand beside the circuit's name. */
export function unmuteButton({ circuitId, circuitName: name, kind }: Mute, where = ''): Button {
  const payload = { circuit: circuitToken(circuitId), name: clip(plain(name), 80) };
  return button('Unmute', actionIds.unmute, encode(kind ? { ...payload, kind } : payload), {
    label: `Unmute ${name}${kind ? ` (${kindNames[kind]})` : ''}${where}`,
  });
}

/** ` (only: BGP session up or down)`. */
export function kindOf(kind: Mute['kind']): Mrkdwn {
  return kind ? trusted(` (only: ${kindNames[kind]})`) : nothing;
}

export function unmutedReply(
  { circuitName, kind }: Pick<Mute, 'circuitName' | 'kind'>,
  userId: string,
): Reply {
  return reply(md`${circuitName} is no longer muted in this channel`, [
    section(
      md`:bell: *${circuitName}*${kindOf(kind)} is no longer muted in this channel; ${trusted(`<@${userId}>`)} ended it.`,
    ),
  ]);
}
