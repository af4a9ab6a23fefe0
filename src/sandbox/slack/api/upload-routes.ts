import { type Context, Hono } from 'hono';
import type { SlackWorld } from '../world/slack-world.ts';
import { type SlackEnv, slackFaults } from './slack-faults.ts';

const sentences = {
  unknown: [404, 'unknown upload'],
  expired: [410, 'the upload url has expired'],
  wrong_length: [400, 'the length is not the one announced'],
} as const;

/**
 * `/slack/upload/v1/:path`: takes a file without a token, raw or as a form. Slack promises a status of 200 when it has
 * the file and another one when not, and says nothing of the words.
 */
export function createUploadRoutes(world: SlackWorld): Hono<SlackEnv> {
  const routes = new Hono<SlackEnv>();
  routes.use(
    '/v1/:path',
    slackFaults(world, () => 'upload/v1'),
  );
  routes.post('/v1/:path', async (context) => {
    const content = await contentOf(context);
    const refused = world.uploads.receive(context.req.param('path'), content);
    if (!refused) return context.text(`OK - ${content.byteLength}`);
    const [status, sentence] = sentences[refused];
    return context.text(sentence, status);
  });
  return routes;
}

/** Of a form, its first file. */
async function contentOf(context: Context): Promise<Uint8Array> {
  const isForm = (context.req.header('content-type') ?? '').startsWith('multipart/form-data');
  if (!isForm) return new Uint8Array(await context.req.arrayBuffer());
  const form = await context.req.formData().catch(() => new FormData());
  const file = [...form.values()].find((value) => value instanceof File);
  return file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}
