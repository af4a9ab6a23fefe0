import { describe, expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { notFound, startStandIn } from '../support/stand-in.ts';
import { subscriptionId } from '../support/wire.ts';
import { provider } from './an-ask.ts';

const workspaceAt = `${provider}/fileWorkspaces/case-1`;
const fileAt = `${workspaceAt}/files/letter.pdf`;
const lower = (method: string, path: string) => `${method} ${path.toLowerCase()}`;
const mb = 1_024 * 1_024;

describe('a workspace', () => {
  test('is made when it is not there', async () => {
    const standIn = await startStandIn(({ method }) =>
      method === 'GET' ? notFound : { status: 201, body: {} },
    );
    await standIn.desk.openWorkspace(subscriptionId, 'case-1');
    expect(standIn.asked()).toEqual([lower('GET', workspaceAt), lower('PUT', workspaceAt)]);
    expect(standIn.questions[1]?.body).toBe('');
  });

  test.each([
    [undefined, 1],
    ['2026-03-02T03:13:00Z', 1],
    ['2026-03-02T03:12:00Z', 2],
    ['not a time', 1],
  ])('that is there until %s is asked about, and %i calls are made', async (expirationTime, calls) => {
    const standIn = await startStandIn(() => ({ body: { properties: { expirationTime } } }));
    await standIn.desk.openWorkspace(subscriptionId, 'case-1');
    expect(standIn.questions).toHaveLength(calls);
  });

  test('of Microsoft’s own example has expired', async () => {
    const answer = {
      body: { properties: { createdOn: '2022-08-24T20:18:19Z', expirationTime: '2022-08-25T20:18:19Z' } },
    };
    const standIn = await startStandIn(() => answer);
    await standIn.desk.openWorkspace(subscriptionId, 'case-1');
    expect(standIn.questions.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  });
});

describe('a file', () => {
  const empty = () => startStandIn(({ method }) => (method === 'GET' ? notFound : { status: 204 }));
  const contentOf = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251);

  test.each([
    [1, [1]],
    [2.5 * mb, [2.5 * mb]],
    [2.5 * mb + 1, [2.5 * mb, 1]],
    [5 * mb, [2.5 * mb, 2.5 * mb]],
  ])('of %i bytes is sent whole, in chunks of at most 2.5 MB', async (size, sizes) => {
    const standIn = await empty();
    const content = contentOf(size);
    await standIn.desk.upload(subscriptionId, 'case-1', { name: 'letter.pdf', content });
    const [, put, ...posts] = standIn.questions;
    expect(put).toMatchObject({ method: 'PUT', url: `${fileAt}?api-version=2024-04-01` });
    expect(JSON.parse(put?.body ?? '')).toEqual({
      properties: { chunkSize: sizes[0], fileSize: size, numberOfChunks: sizes.length },
    });
    expect(new Set(posts.map(({ url }) => url))).toEqual(
      new Set([`${fileAt}/upload?api-version=2024-04-01`]),
    );
    const chunks = posts.map(({ body }) => JSON.parse(body));
    expect(chunks.map(({ chunkIndex }) => chunkIndex)).toEqual(sizes.map((_, index) => index));
    const sent = chunks.map(({ content: base64 }) => Buffer.from(base64, 'base64'));
    expect(sent.map(({ length }) => length)).toEqual(sizes);
    expect(Buffer.concat(sent).equals(content)).toBe(true);
  });

  test('has the fields of Microsoft’s own examples', async () => {
    const standIn = await empty();
    await standIn.desk.upload(subscriptionId, 'case-1', { name: 'letter.pdf', content: contentOf(9) });
    const [, put, post] = standIn.questions.map(({ body }) => (body ? JSON.parse(body) : undefined));
    const sent = (name: string, parameter: string) => Object(example(name).sent(parameter));
    expect(Object.keys(put.properties)).toEqual(
      Object.keys(sent('SupportCreateFileForSubscription', 'createFileParameters').properties),
    );
    expect(Object.keys(post)).toEqual(Object.keys(sent('SupportUploadFileForSubscription', 'uploadFile')));
  });

  test('is a part of a larger buffer as it is by itself', async () => {
    const standIn = await empty();
    const content = contentOf(10).subarray(3, 7);
    await standIn.desk.upload(subscriptionId, 'case-1', { name: 'letter.pdf', content });
    expect(Buffer.from(JSON.parse(standIn.questions[2]?.body ?? '').content, 'base64')).toEqual(
      Buffer.from(content),
    );
  });

  test('that was begun before is not made twice, and its chunks are sent again', async () => {
    const standIn = await startStandIn(({ method }) =>
      method === 'GET'
        ? { body: { properties: { fileSize: 4, chunkSize: 4, numberOfChunks: 1 } } }
        : { status: 204 },
    );
    await standIn.desk.upload(subscriptionId, 'case-1', { name: 'letter.pdf', content: contentOf(4) });
    expect(standIn.asked()).toEqual([lower('GET', fileAt), lower('POST', `${fileAt}/upload`)]);
  });

  test.each([0, 5 * mb + 1])('of %i bytes is refused before Azure is asked', async (size) => {
    const standIn = await empty();
    const sent = standIn.desk.upload(subscriptionId, 'case-1', {
      name: 'letter.pdf',
      content: new Uint8Array(size),
    });
    await expect(sent).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('from 1 byte to 5 MB'),
    });
    expect(standIn.questions).toEqual([]);
  });

  test.each(['../../supportTickets/x', '..', ''])('cannot have the name %j', async (name) => {
    const standIn = await empty();
    const sent = standIn.desk.upload(subscriptionId, 'case-1', { name, content: contentOf(4) });
    await expect(sent).rejects.toMatchObject({ kind: 'refused' });
    expect(standIn.questions).toEqual([]);
  });
});
