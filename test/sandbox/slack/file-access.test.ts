import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ana, omar, useFiles } from './files.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';
import { netOps, speak } from './speak.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());

const { get, info, share, upload } = useFiles(() => world);
const { call, messages } = speak(() => world);
const general = 'C0GENERAL01';

const placeOf = async (id: string) => String(((await info(id)).file as Json).url_private);

describe('a shared file', () => {
  test('is in the message for the app, and for people', async () => {
    const id = await upload('map.png', 'bits');
    const { ts } = await share([id], { text: 'the map' });
    const history = await call('conversations.history', { channel: netOps, limit: 1 });
    expect(history.messages).toMatchObject([
      { ts, text: 'the map', files: [{ id, name: 'map.png', size: 4 }] },
    ]);
    expect((await messages()).at(-1)?.files).toEqual([
      { id, name: 'map.png', title: 'map.png', size: 4, mimetype: 'image/png' },
    ]);
    expect((await info(id)).file).toMatchObject({
      is_public: true,
      channels: [netOps],
      shares: { public: { [netOps]: [{ ts, channel_name: 'network-ops', share_user_id: omar }] } },
    });
  });

  test('is in the thread that it was sent to', async () => {
    const root = (await call('chat.postMessage', { channel: netOps, text: 'case' })).ts;
    const id = await upload('reply.txt');
    await share([id], { thread_ts: root });
    const replies = await call('conversations.replies', { channel: netOps, ts: root });
    expect(replies.messages).toMatchObject([
      { text: 'case' },
      { text: '', files: [{ id }], thread_ts: root },
    ]);
  });

  test('is no file to the app where it is no member, until it is shared where it is one', async () => {
    const id = await upload('elsewhere.pdf');
    await share([id], { channel: general });
    expect(await info(id)).toEqual({ ok: false, error: 'file_not_found' });
    await share([id]);
    expect(await info(id)).toMatchObject({ ok: true, file: { channels: [netOps, general] } });
  });

  test('needs a file of the person who sends it, or a text', async () => {
    const foreign = await upload('hers.pdf', 'x', { user: ana });
    expect(await share([foreign])).toEqual({ error: `file: ${foreign} is not a file of omar` });
    expect(await share([])).toEqual({ error: 'text: a message has a text, files or both' });
  });

  test('is called as its bytes were said to be, whatever its name', async () => {
    const id = await upload('letter.pdf', '<html>', { mimetype: 'text/html' });
    await share([id]);
    const answer = await get(await placeOf(id), world.slack.botToken);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect((await info(id)).file).toMatchObject({ mimetype: 'text/html', filetype: 'pdf' });
  });
});

describe('the private address of a file', () => {
  test.each<[string, () => string | undefined]>([
    ['nobody', () => undefined],
    ['another token', () => 'xoxb-other'],
  ])('sends %s to a page to sign in, which answers 200', async (_who, token) => {
    const id = await upload('a.pdf');
    await share([id]);
    const answer = await get(await placeOf(id), token());
    expect(answer.status).toBe(302);
    expect(answer.headers.get('x-slack-meta')).toBe('?;acl_fail');
    expect(await answer.text()).toContain('Found</a>');
    const page = await fetch(new URL(answer.headers.get('location') ?? '', world.url));
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('Sign in');
  });

  test('gives the bytes to the app, and to be saved under its name where asked for that', async () => {
    const id = await upload('Brief für uns.pdf', 'Grüße');
    await share([id]);
    const file = (await info(id)).file as Json;
    const answer = await get(file.url_private_download, world.slack.botToken);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-length')).toBe('7');
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Brief%20f%C3%BCr%20uns.pdf",
    );
    expect(await answer.text()).toBe('Grüße');
    expect((await get(file.url_private, world.slack.botToken)).headers.get('content-disposition')).toContain(
      'inline',
    );
  });

  test('is no file to an app that may not see it, and a page that is missing where there is none', async () => {
    const id = await upload('secret.pdf');
    const place = `${world.url}/slack/files-pri/T0TRUNK001-${id}/secret.pdf`;
    expect((await get(place, world.slack.botToken)).status).toBe(302);
    const missing = await get(place.replace(id, 'F0NOWHERE01'), world.slack.botToken);
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toContain('text/html');
  });

  test('is closed to an app that lost the scope', async () => {
    const id = await upload('a.pdf');
    await share([id]);
    const place = await placeOf(id);
    const { scopes } = (await world.put('slack/app', { scopes: ['files:write'] })).json;
    expect(scopes).toEqual(['files:write']);
    expect((await get(place, world.slack.botToken)).status).toBe(302);
    await world.put('slack/app', { scopes: ['files:read', 'chat:write', 'channels:history'] });
    expect((await get(place, world.slack.botToken)).status).toBe(200);
  });

  test('plays faults', async () => {
    const id = await upload('a.pdf');
    await share([id]);
    const place = await placeOf(id);
    const fault = { target: 'slack', times: 1 };
    await world.post('faults', {
      ...fault,
      kind: 'throttle',
      match: `files-pri/T0TRUNK001-${id}`,
      retryAfter: 9,
    });
    const answer = await get(place, world.slack.botToken);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '9']);
    await world.post('faults', { ...fault, kind: 'error', match: 'files.info' });
    expect((await world.api('files.info', { file: id })).status).toBe(503);
    expect((await get(place, world.slack.botToken)).status).toBe(200);
  });
});

describe('a person', () => {
  const read = (id: string, user: string) => fetch(`${world.url}/control/slack/files/${id}?user=${user}`);

  test('saves a file that they may see, and nothing of it runs in the browser', async () => {
    const id = await upload('page.html', '<script>alert(1)</script>');
    await share([id]);
    const answer = await read(id, ana);
    expect(await answer.text()).toBe('<script>alert(1)</script>');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('cannot read what is not shared with them', async () => {
    const id = await upload('mine.pdf');
    expect((await read(id, omar)).status).toBe(200);
    const refused = await read(id, ana);
    expect([refused.status, await refused.json()]).toEqual([400, { error: `file: ana cannot see ${id}` }]);
    expect((await read('F0NOWHERE01', ana)).status).toBe(400);
  });
});
