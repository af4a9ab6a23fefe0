import type { WebClient } from '@slack/web-api';
import type { Reply } from './blocks/reply.ts';

/** Says something to everybody in a channel because somebody did it there. False: the bot cannot post there. */
export async function tellChannel(client: WebClient, channelId: string, reply: Reply): Promise<boolean> {
  try {
    await client.chat.postMessage({ channel: channelId, unfurl_links: false, unfurl_media: false, ...reply });
    return true;
  } catch {
    return false;
  }
}
