import type { Json, SlackTestWorld } from './slack-world.ts';

export const netOps = 'C0NETOPS001';

export const section = (text: string): Json => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** The Web API as the bot uses it, and #network-ops as people see it. */
export function speak(world: () => SlackTestWorld) {
  const call = async (method: string, args: Json = {}) => (await world().api(method, args)).json;
  const messages = async (user?: string): Promise<Json[]> => {
    const query = `channel=${netOps}${user ? `&user=${user}` : ''}`;
    return (await world().get(`slack/messages?${query}`)).json.messages as Json[];
  };
  return {
    call,
    post: (args: Json) => call('chat.postMessage', { channel: netOps, ...args }),
    messages,
    shown: async (ts: unknown, user?: string) => (await messages(user)).find((one) => one.ts === ts),
  };
}
