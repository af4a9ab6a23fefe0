import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createSlackFiles } from '../../src/slack/files.ts';
import { SlackFault } from '../../src/usecases/ports.ts';
import { keptLog } from '../support/kept-log.ts';

const token = 'xoxb-1-s3cret';
const content = Buffer.from('%PDF-1.7 the letter');

type Play = (request: IncomingMessage, response: ServerResponse, origin: string) => void;
type World = {
  /** What Slack says of the file; laid over the usual. */
  file?: Readonly<Record<string, unknown>>;
  /** What each method answers instead. */
  api?: Readonly<Record<string, Play>>;
  /** What is at the file's address, and at others. */
  at?: Readonly<Record<string, Play>>;
};

const say =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200): Play =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);
const refuse = (error: string) =>
  say(JSON.stringify({ ok: false, error }), { 'content-type': 'application/json' });
const pdf = { 'content-type': 'application/pdf' };
const page = { 'content-type': 'text/html; charset=utf-8' };

/** A Slack on loopback: its Web API under /api/, its files under /files/. */
async function startSlack({ file = {}, api = {}, at = {} }: World = {}, timeoutMs?: number) {
  const asked: { path: string; authorization: string | undefined; body: Buffer }[] = [];
  const json = (body: unknown) => say(JSON.stringify(body), { 'content-type': 'application/json' });
  const usual = (origin: string): Readonly<Record<string, Play>> => ({
    '/api/files.info': json({
      ok: true,
      file: {
        id: 'F1',
        name: 'letter.pdf',
        mimetype: 'application/pdf',
        size: content.length,
        mode: 'hosted',
        url_private: `${origin}/files/view`,
        url_private_download: `${origin}/files/letter`,
        ...file,
      },
    }),
    '/api/files.getUploadURLExternal': json({
      ok: true,
      upload_url: `${origin}/upload?sig=s1gned`,
      file_id: 'F2',
    }),
    '/api/files.completeUploadExternal': json({ ok: true, files: [{ id: 'F2' }] }),
    '/files/letter': say(content, pdf),
    '/upload?sig=s1gned': say('OK'),
  });
  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    asked.push({ path, authorization: headers.authorization, body: await buffer(request) });
    const origin = `http://${headers.host}`;
    const play = { ...usual(origin), ...api, ...at }[path] ?? say('', {}, 404);
    play(request, response, origin);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const apiUrl = `${origin}/api/`;
  const client = createOnceClient({ token, apiUrl, logger: createBoltLogger(keptLog()) });
  return {
    origin,
    asked,
    paths: () => asked.map(({ path }) => path),
    files: createSlackFiles({ client, token, apiUrl, timeoutMs }),
  };
}

async function faultOf(promise: Promise<unknown>): Promise<SlackFault> {
  const end = await promise.then(
    () => 'no fault',
    (fault: unknown) => fault,
  );
  if (!(end instanceof SlackFault)) throw new Error('no SlackFault', { cause: end });
  // Neither what is said nor what is below it may tell the token.
  const told = [end.message, JSON.stringify(end), String(end.cause), String(end.stack)].join();
  expect(told).not.toContain('s3cret');
  expect(told).not.toContain('s1gned');
  return end;
}

const limit = 1_000;

describe('a file that somebody uploaded', () => {
  test('is fetched from where Slack says, with the token', async () => {
    const slack = await startSlack();
    expect(await slack.files.fetch('F1', limit)).toEqual({
      name: 'letter.pdf',
      mimeType: 'application/pdf',
      bytes: content.length,
      content: new Uint8Array(content),
    });
    expect(slack.asked[0]?.body.toString()).toBe('file=F1');
    expect(slack.asked[1]).toMatchObject({ path: '/files/letter', authorization: `Bearer ${token}` });
  });

  test.each<[string, World]>([
    ['was deleted', { api: { '/api/files.info': refuse('file_deleted') } }],
    ['is not to be seen', { api: { '/api/files.info': refuse('file_not_found') } }],
    ['is a tombstone', { file: { mode: 'tombstone' } }],
    ['is beyond the plan’s limit', { file: { mode: 'hidden_by_limit' } }],
    ['went away meanwhile', { at: { '/files/letter': say('', page, 404) } }],
    ['went away for good', { at: { '/files/letter': say('', page, 410) } }],
    ['is larger than said to be read', { file: { size: limit + 1 } }],
    [
      'turns out to be larger',
      { file: { size: undefined }, at: { '/files/letter': say(Buffer.alloc(limit + 1), pdf) } },
    ],
  ])('is none when it %s', async (_, world) => {
    expect(await (await startSlack(world)).files.fetch('F1', limit)).toBeUndefined();
  });

  test('that is as large as may be is read', async () => {
    const world = { file: { size: limit }, at: { '/files/letter': say(Buffer.alloc(limit), pdf) } };
    expect(await (await startSlack(world)).files.fetch('F1', limit)).toMatchObject({ bytes: limit });
  });

  test('is not waited for to its end once it is larger than may be', async () => {
    const endless: Play = (_, response) => {
      response.writeHead(200, pdf);
      const more = () =>
        response.write(Buffer.alloc(65_536), () => !response.destroyed && setImmediate(more));
      more();
    };
    const slack = await startSlack({ file: { size: undefined }, at: { '/files/letter': endless } });
    expect(await slack.files.fetch('F1', limit)).toBeUndefined();
  });

  test.each<[string, World, string]>([
    ['a page to sign in', { at: { '/files/letter': say('<html>', page) } }, 'it asks me to sign in'],
    ['an error', { at: { '/files/letter': say('', pdf, 503) } }, '(HTTP 503)'],
    ['a part', { at: { '/files/letter': say('%PDF', pdf) } }, '(it came in part)'],
    [
      'a missing scope',
      { api: { '/api/files.info': refuse('missing_scope') } },
      'lacks the scopes files:read and files:write',
    ],
    ['a dead token', { api: { '/api/files.info': refuse('token_revoked') } }, '(token_revoked)'],
    ['a file of another service', { file: { is_external: true } }, 'it is not kept in Slack itself'],
    [
      'no address',
      { file: { url_private: undefined, url_private_download: undefined } },
      'it is not kept in Slack itself',
    ],
    [
      'a dropped connection',
      { at: { '/files/letter': (_, response) => void response.destroy() } },
      '(no answer)',
    ],
  ])('is a fault with %s', async (_, world, words) => {
    const fault = await faultOf((await startSlack(world)).files.fetch('F1', limit));
    expect(fault.message).toContain('Slack did not hand over the file');
    expect(fault.message).toContain(words);
  });

  test('that does not come is not waited for for ever, before its first byte or after', async () => {
    for (const hang of [
      () => {},
      (_: unknown, response: ServerResponse) => void response.writeHead(200, pdf).write('%PDF'),
    ]) {
      const slack = await startSlack({ at: { '/files/letter': hang } }, 50);
      expect((await faultOf(slack.files.fetch('F1', limit))).message).toContain('it took longer than 0.05 s');
    }
  });

  test('is left alone for as long as Slack says', async () => {
    const tooMany = say('', { 'retry-after': '7' }, 429);
    const ofFile = await startSlack({ at: { '/files/letter': tooMany } });
    expect((await faultOf(ofFile.files.fetch('F1', limit))).retryAfterMs).toBe(7_000);
    const ofApi = await startSlack({ api: { '/api/files.info': tooMany } });
    expect((await faultOf(ofApi.files.fetch('F1', limit))).retryAfterMs).toBe(7_000);
    const untold = await startSlack({ at: { '/files/letter': say('', {}, 429) } });
    expect((await faultOf(untold.files.fetch('F1', limit))).retryAfterMs).toBe(30_000);
  });
});

describe('the token goes to Slack only', () => {
  test('whatever address Slack’s answer names', async () => {
    const other = await startSlack();
    for (const url of [
      `${other.origin}/files/letter`,
      'https://evil.example/x',
      'http://files.slack.com/x',
      'file:///etc/passwd',
    ]) {
      const slack = await startSlack({ file: { url_private_download: url } });
      await faultOf(slack.files.fetch('F1', limit));
    }
    expect(other.asked).toEqual([]);
  });

  test('wherever a redirect leads; from one address of Slack to another it is followed', async () => {
    const other = await startSlack();
    const away = say('', { location: `${other.origin}/files/letter` }, 302);
    await faultOf((await startSlack({ at: { '/files/letter': away } })).files.fetch('F1', limit));
    expect(other.asked).toEqual([]);
    const at = {
      '/files/letter': say('', { location: '/files/moved' }, 302),
      '/files/moved': say(content, pdf),
    };
    expect(await (await startSlack({ at })).files.fetch('F1', limit)).toMatchObject({
      bytes: content.length,
    });
  });

  test('and round and round it does not go', async () => {
    const slack = await startSlack({ at: { '/files/letter': say('', { location: '/files/letter' }, 302) } });
    expect((await faultOf(slack.files.fetch('F1', limit))).message).toContain('from one address to the next');
    expect(slack.paths()).toHaveLength(5);
  });
});

describe('a file that is put into a thread', () => {
  const shared = { channelId: 'C1', threadTs: '1.000001', name: 'evidence.txt', title: 'Evidence', content };

  test('is announced, sent and completed; its own address needs no token', async () => {
    const slack = await startSlack();
    await slack.files.share(shared);
    expect(slack.paths()).toEqual([
      '/api/files.getUploadURLExternal',
      '/upload?sig=s1gned',
      '/api/files.completeUploadExternal',
    ]);
    const [announced, sent, completed] = slack.asked;
    expect(announced?.body.toString()).toBe(`filename=evidence.txt&length=${content.length}`);
    expect(sent).toEqual({ path: '/upload?sig=s1gned', authorization: undefined, body: content });
    const form = Object.fromEntries(new URLSearchParams(completed?.body.toString()));
    expect(form).toEqual({
      files: '[{"id":"F2","title":"Evidence"}]',
      channel_id: 'C1',
      thread_ts: '1.000001',
    });
  });

  test.each<[string, World, string]>([
    [
      'a missing scope',
      { api: { '/api/files.getUploadURLExternal': refuse('missing_scope') } },
      'lacks the scopes',
    ],
    [
      'no address',
      {
        api: {
          '/api/files.getUploadURLExternal': say('{"ok":true}', { 'content-type': 'application/json' }),
        },
      },
      'nowhere to put it',
    ],
    ['an address that is not there', { at: { '/upload?sig=s1gned': say('', {}, 410) } }, '(HTTP 410)'],
    [
      'a dropped connection',
      { at: { '/upload?sig=s1gned': (_, response) => void response.destroy() } },
      '(no answer)',
    ],
    [
      'a channel that I am not in',
      { api: { '/api/files.completeUploadExternal': refuse('not_in_channel') } },
      'I am not in this channel',
    ],
  ])('is a fault with %s', async (_, world, words) => {
    const fault = await faultOf((await startSlack(world)).files.share(shared));
    expect(fault.message).toContain('Slack did not take the file');
    expect(fault.message).toContain(words);
  });

  test('goes to Slack only', async () => {
    const other = await startSlack();
    const elsewhere = say(JSON.stringify({ ok: true, upload_url: `${other.origin}/upload`, file_id: 'F2' }), {
      'content-type': 'application/json',
    });
    await faultOf(
      (await startSlack({ api: { '/api/files.getUploadURLExternal': elsewhere } })).files.share(shared),
    );
    const redirected = say('', { location: `${other.origin}/upload` }, 307);
    await faultOf((await startSlack({ at: { '/upload?sig=s1gned': redirected } })).files.share(shared));
    expect(other.asked).toEqual([]);
  });
});
