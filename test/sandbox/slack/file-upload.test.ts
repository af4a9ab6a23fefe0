import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useFiles } from './files.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, speak } from './speak.ts';

let world: SlackTestWorld;
let root: unknown;
beforeAll(async () => {
  world = await startSlackWorld();
  root = (await post({ text: 'the case' })).ts;
});
afterAll(() => world.close());

const { announce, complete, get, info, send, sent } = useFiles(() => world);
const { call, messages, post } = speak(() => world);
const thread = async () =>
  (await call('conversations.replies', { channel: netOps, ts: root })).messages as Json[];

describe('a file of the app', () => {
  test('is posted into a thread with its comment', async () => {
    const id = await sent('a report');
    const files = [{ id, title: 'Evidence' }];
    const answer = await complete({
      files,
      channel_id: netOps,
      thread_ts: root,
      initial_comment: 'Attached.',
    });
    // Slack looks at a file later: where it is, its answer does not say.
    expect(answer).toMatchObject({ ok: true, files: [{ id, title: 'Evidence', mimetype: '', shares: {} }] });
    expect((await thread()).at(-1)).toMatchObject({
      user: 'U0TRUNKBOT',
      text: 'Attached.',
      thread_ts: root,
      files: [{ id, name: 'report.pdf', title: 'Evidence', mimetype: 'application/pdf', size: 8 }],
    });
    const file = (await info(id)).file as Json;
    expect(file).toMatchObject({ user: 'U0TRUNKBOT', channels: [netOps] });
    expect(await (await get(file.url_private, world.slack.botToken)).text()).toBe('a report');
  });

  test('keeps its message when the text is changed', async () => {
    const id = await sent();
    await complete({ files: [{ id }], channel_id: netOps });
    const { ts } = (await messages()).at(-1) ?? {};
    const changed = await call('chat.update', { channel: netOps, ts, text: 'signed' });
    expect(changed).toMatchObject({
      ok: true,
      message: { text: 'signed', files: [{ id, title: 'report.pdf' }] },
    });
  });

  test('is its own alone where no channel is named', async () => {
    const id = await sent();
    expect(await complete({ files: [{ id }] })).toMatchObject({ ok: true });
    expect(await info(id)).toMatchObject({ ok: true, file: { channels: [], is_public: false } });
  });

  test("goes to a person's direct messages, with blocks in place of a comment", async () => {
    const id = await sent();
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'For you' } }];
    await complete({ files: [{ id }], channels: 'U0OMAR0001', blocks });
    const direct = (await world.get('slack/messages?channel=D0OMAR0001')).json.messages as Json[];
    expect(direct.at(-1)).toMatchObject({ blocks, files: [{ id }] });
    expect(
      await complete({ files: [{ id: await sent() }], channel_id: netOps, blocks: [{ type: 'banner' }] }),
    ).toMatchObject({
      error: 'invalid_blocks',
    });
  });

  test("is uploaded by Slack's own client in one call", async () => {
    const client = new WebClient(world.slack.botToken, {
      slackApiUrl: `${world.url}/slack/api/`,
      retryConfig: { retries: 0 },
    });
    const file = Buffer.from([0, 255, 10, 13, 10]);
    await client.filesUploadV2({
      channel_id: netOps,
      thread_ts: String(root),
      file,
      filename: 'bits.png',
      title: 'Bits',
    });
    const [posted = {}] = ((await thread()).at(-1)?.files ?? []) as Json[];
    expect(posted).toMatchObject({ name: 'bits.png', title: 'Bits', mimetype: 'image/png', size: 5 });
    const answer = await get(posted.url_private_download, world.slack.botToken);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(file);
  });
});

describe('an upload', () => {
  test('is taken raw and as a form, once', async () => {
    const raw = await announce('four');
    const answer = await send(raw.upload_url, 'four');
    expect([answer.status, await answer.text()]).toEqual([200, 'OK - 4']);
    expect((await send(raw.upload_url, 'four')).status).toBe(404);
    const form = new FormData();
    form.append('filename', new Blob(['four']), 'a.txt');
    expect((await send((await announce('four')).upload_url, form)).status).toBe(200);
  });

  test('of another length than announced is not taken, and can be sent again', async () => {
    const { upload_url, file_id } = await announce('four');
    expect((await send(upload_url, 'three')).status).toBe(400);
    expect(await complete({ files: [{ id: file_id }], channel_id: netOps })).toMatchObject({
      error: 'file_not_found',
    });
    expect((await send(upload_url, 'four')).status).toBe(200);
  });

  test('comes too late after an hour, and to an address that was never given', async () => {
    const { upload_url } = await announce('four');
    world.clock.advance(3_600_001);
    expect((await send(upload_url, 'four')).status).toBe(410);
    expect((await send(`${world.url}/slack/upload/v1/none`, 'four')).status).toBe(404);
  });

  test('plays faults', async () => {
    const { upload_url } = await announce('four');
    await world.post('faults', { target: 'slack', kind: 'error', match: 'upload/v1', times: 1 });
    expect((await send(upload_url, 'four')).status).toBe(503);
    expect((await send(upload_url, 'four')).status).toBe(200);
  });

  test.each<[Json, string]>([
    [{ filename: 'a.pdf', length: 0 }, 'missing_argument'],
    [{ filename: 'a.pdf', length: 52_428_801 }, 'file_upload_size_restricted'],
    [{ filename: 'a.pdf' }, 'invalid_arguments'],
    [{ length: 4 }, 'invalid_arguments'],
  ])('announced as %o is refused', async (args, error) => {
    expect(await call('files.getUploadURLExternal', args)).toMatchObject({ ok: false, error });
  });
});

describe('what is not completed', () => {
  test.each<[string, Json, string]>([
    ['into a channel that is not there', { channel_id: 'C0NOWHERE01' }, 'channel_not_found'],
    ['into a channel by its name', { channel_id: 'network-ops' }, 'channel_not_found'],
    ['where the app is no member', { channel_id: 'C0GENERAL01' }, 'not_in_channel'],
    ['into a thread that is not there', { channel_id: netOps, thread_ts: '1.000001' }, 'thread_not_found'],
    ['into one channel of two', { channels: `${netOps},C0GENERAL01` }, 'not_in_channel'],
  ])('%s posts nothing and can be tried again', async (_where, place, error) => {
    const id = await sent();
    const before = (await messages()).length;
    expect(await complete({ files: [{ id }], ...place })).toEqual({ ok: false, error });
    expect(await messages()).toHaveLength(before);
    expect(await complete({ files: [{ id }], channel_id: netOps })).toMatchObject({ ok: true });
  });

  test.each<[string, Json, string]>([
    ['an unknown file', { files: [{ id: 'F0NOWHERE01' }] }, 'file_not_found'],
    ['no files', {}, 'invalid_arguments'],
    ['an empty list', { files: [] }, 'invalid_arguments'],
    ['a list that is no JSON', { files: '[{' }, 'invalid_arguments'],
  ])('%s is refused', async (_what, args, error) => {
    expect(await complete({ channel_id: netOps, ...args })).toMatchObject({ ok: false, error });
  });

  test('twice is not found the second time', async () => {
    const id = await sent();
    await complete({ files: [{ id }], channel_id: netOps });
    expect(await complete({ files: [{ id }], channel_id: netOps })).toMatchObject({
      error: 'file_not_found',
    });
  });
});
