import { plain } from './modal.ts';
import type { Json, SlackTestWorld } from './slack-world.ts';
import { netOps } from './speak.ts';

export const omar = 'U0OMAR0001';
export const ana = 'U0ANA00001';

export const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A form that asks for files. */
export const filesModal = (element: Json = {}, more: Json = {}): Json => ({
  type: 'modal',
  callback_id: 'evidence',
  title: plain('Evidence'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'proof',
      label: plain('Letter of Authorization'),
      element: { type: 'file_input', action_id: 'files', ...element },
      ...more,
    },
  ],
});

/** What people and the app do with files. */
export function useFiles(world: () => SlackTestWorld) {
  const upload = async (name: string, content = 'a letter', more: Json = {}): Promise<string> => {
    const call = { user: omar, name, contentBase64: base64(content), ...more };
    return String((await world().post('slack/files', call)).json.id);
  };
  const announce = async (content: string, filename = 'report.pdf'): Promise<Json> =>
    (await world().api('files.getUploadURLExternal', { filename, length: Buffer.byteLength(content) })).json;
  const send = (url: unknown, body: string | FormData) => fetch(String(url), { method: 'POST', body });
  return {
    upload,
    announce,
    send,
    /** Announced and sent, and not completed. */
    async sent(content = 'a report', filename = 'report.pdf'): Promise<string> {
      const { upload_url, file_id } = await announce(content, filename);
      await send(upload_url, content);
      return String(file_id);
    },
    complete: async (args: Json) => (await world().api('files.completeUploadExternal', args)).json,
    info: async (file: string) => (await world().api('files.info', { file })).json,
    /** A person shares files of theirs where the app reads, and no form is needed. */
    share: async (files: readonly string[], more: Json = {}) =>
      (await world().post('slack/message', { user: omar, channel: netOps, files, ...more })).json,
    get: (url: unknown, token?: string) =>
      fetch(String(url), {
        redirect: 'manual',
        ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      }),
  };
}
