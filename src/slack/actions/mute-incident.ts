import type { Incident } from '../../domain/alert/incident.ts';
import { type MuteLength, mutedReply, muteLengths } from '../blocks/mute.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { tellChannel } from '../tell-channel.ts';
import type { Press } from './press.ts';

/** Keeps an incident's circuit quiet in the channel where it was pressed; its thread tells who did. */
export async function muteForIncident(
  press: Press,
  { id: incidentId, circuit }: Incident,
  length: MuteLength,
  { alerts, now }: ChatDeps,
): Promise<void> {
  const { userId, channelId, client } = press;
  if (!circuit || !channelId) return press.answer(async () => refusalReply({ code: 'button-unreadable' }));
  const { id: circuitId, name: circuitName } = circuit;
  const until = now() + muteLengths[length].ms;
  const ask = { channelId, circuitId, circuitName, until, incidentId };
  const reply = mutedReply(await alerts.mute({ userId, channelId }, ask));
  if (!(await tellChannel(client, channelId, reply))) await press.answer(async () => reply);
}
