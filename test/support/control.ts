import { z } from 'zod';

const Json = z.record(z.string(), z.unknown());
export type Json = z.infer<typeof Json>;

const Message = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(Json),
  ephemeral: z.boolean(),
  edited: z.object({ ts: z.string() }).optional(),
});
const View = z.looseObject({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  callback_id: z.string(),
  blocks: z.array(Json),
});
const Messages = z.object({ messages: z.array(Message) });
const Views = z.object({ views: z.array(View) });

/** A message together with where it stands. */
export type Message = z.infer<typeof Message> & { readonly channel: string };
export type View = z.infer<typeof View>;

/** The control API of a sandbox as an outside program has it: JSON over HTTP. A refused call throws its sentence. */
export function createControl(url: string) {
  async function call(method: string, path: string, body?: unknown): Promise<Json> {
    const answer = await fetch(`${url}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const json = Json.parse(await answer.json());
    if (!answer.ok) throw new Error(`${method} ${path} is refused: ${json.error}`);
    return json;
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown = {}) => call('POST', path, body),
    put: (path: string, body: unknown) => call('PUT', path, body),
    remove: (path: string) => call('DELETE', path),
    /** What a person sees in a channel; what everybody sees when none is named. */
    async messages(channel: string, user?: string): Promise<readonly Message[]> {
      const path = `slack/messages?channel=${channel}${user ? `&user=${user}` : ''}`;
      return Messages.parse(await call('GET', path)).messages.map((message) => ({ ...message, channel }));
    },
    views: async (user: string): Promise<readonly View[]> =>
      Views.parse(await call('GET', `slack/views?user=${user}`)).views,
  };
}

export type Control = ReturnType<typeof createControl>;
