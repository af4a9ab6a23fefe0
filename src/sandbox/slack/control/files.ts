import { Hono } from 'hono';
import { z } from 'zod';
import { BadCall, readBody, readQuery } from '../../control/bad-call.ts';
import { personSees } from '../world/file-sight.ts';
import type { SlackFile } from '../world/files.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { personOf } from './subjects.ts';

/** Slack's limit for a file in a form. */
const maxBytes = 10 * 1024 * 1024;

const Uploaded = z.object({
  user: z.string(),
  name: z.string().min(1).max(255),
  contentBase64: z.string(),
  mimetype: z.string().min(1).max(255).optional(),
});
const Reader = z.object({ user: z.string().optional() });

/** People upload files, to name them in a form or a message, and read what they may see. */
export function createFileControl(world: SlackWorld): Hono {
  const routes = new Hono();
  routes.post('/files', async (context) => {
    const { user, name, contentBase64, mimetype } = await readBody(context, Uploaded);
    const content = decoded(contentBase64);
    const file = world.files.add({ user: personOf(user).id, name, content, mimetype });
    return context.json({ ok: true, id: file.id });
  });
  routes.get('/files/:id', (context) => {
    const { user } = readQuery(context, Reader);
    const file = fileOf(world, context.req.param('id'));
    if (user !== undefined && !personSees(world, personOf(user).id, file)) throw unseen(personOf(user), file);
    return download(file);
  });
  return routes;
}

export function fileOf(world: SlackWorld, id: string): SlackFile {
  const file = world.files.find(id);
  if (!file) throw new BadCall(`file: there is no file ${id}; POST /control/slack/files makes one`);
  return file;
}

/** Somebody else's file cannot be put into a form or a message. */
export function ownFileOf(world: SlackWorld, user: string, id: string): SlackFile {
  const file = fileOf(world, id);
  if (file.user !== user) throw new BadCall(`file: ${id} is not a file of ${personOf(user).name}`);
  return file;
}

const unseen = (person: Person, file: SlackFile): BadCall =>
  new BadCall(`file: ${person.name} cannot see ${file.id}`);

function decoded(base64: string): Uint8Array {
  const content = Buffer.from(base64, 'base64');
  if (content.toString('base64') !== base64) throw new BadCall('contentBase64: that is no base64');
  if (content.byteLength === 0)
    throw new BadCall('contentBase64: the file is empty, and Slack takes none that is');
  if (content.byteLength > maxBytes) {
    throw new BadCall(
      `contentBase64: the file has ${content.byteLength} bytes, and a form takes ${maxBytes}`,
    );
  }
  return content;
}

/** Always to be saved: a file that is a web page must not run beside the workspace page. */
const download = ({ name, mimetype, content }: SlackFile): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      'content-type': mimetype,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
