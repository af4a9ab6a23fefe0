import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTicket, openTicket, supportOf, supportPath } from './support/a-ticket.ts';
import { type StartedAzure, startAzure } from './support/start-azure.ts';

let azure: StartedAzure;
let support: ReturnType<typeof supportOf>;
beforeEach(async () => {
  azure = await startAzure();
  support = supportOf(azure);
});
afterEach(() => azure.close());

const file = 'fileWorkspaces/w-1/files/loa.pdf';
const announce = (chunkSize: number, fileSize: number, numberOfChunks: number, path = file) =>
  support('PUT', path, { properties: { chunkSize, fileSize, numberOfChunks } });
const upload = (content: Uint8Array | string, chunkIndex: number, path = file) => {
  const base64 = typeof content === 'string' ? content : Buffer.from(content).toString('base64');
  return support('POST', `${path}/upload`, { content: base64, chunkIndex });
};
const files = () => azure.azure.world().tickets[0]?.files;

describe('a file workspace', () => {
  it('lives a day', async () => {
    const { status, body } = await support('PUT', 'fileWorkspaces/w-1');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: supportPath('fileWorkspaces/w-1'),
      name: 'w-1',
      type: 'Microsoft.Support/fileWorkspaces',
      properties: { createdOn: '2026-01-05T03:00:00Z', expirationTime: '2026-01-06T03:00:00Z' },
    });
    expect((await support('PUT', 'fileWorkspaces/W-1')).status).toBe(409);
    azure.clock.advance(86_399_000);
    expect((await announce(4, 4, 1)).status).toBe(201);
    azure.clock.advance(1_000);
    expect((await upload(Buffer.from('test'), 0)).status).toBe(404);
    const ticket = await support(
      'PUT',
      'supportTickets/t',
      await aTicket(azure, { fileWorkspaceName: 'w-1' }),
    );
    expect(ticket.status).toBe(400);
    expect((await support('PUT', 'fileWorkspaces/w-1')).status).toBe(201);
    expect((await support('GET', 'fileWorkspaces/w-1/files')).body.value).toEqual([]);
  });
});

describe('a file', () => {
  beforeEach(() => support('PUT', 'fileWorkspaces/w-1'));

  it('arrives whole with the ticket, whatever the order of its chunks', async () => {
    const content = Buffer.alloc(4_000_000, 'letter of authorization ');
    const size = 2_500_000;
    const announced = await announce(size, content.length, 2);
    expect(announced).toMatchObject({
      status: 201,
      body: { name: 'loa.pdf', type: 'Microsoft.Support/files' },
    });
    expect(announced.body.properties).toEqual({
      createdOn: '2026-01-05T03:00:00Z',
      chunkSize: size,
      fileSize: content.length,
      numberOfChunks: 2,
    });
    expect(await upload(content.subarray(size), 1)).toMatchObject({ status: 204, text: '' });
    const early = await support(
      'PUT',
      'supportTickets/t',
      await aTicket(azure, { fileWorkspaceName: 'w-1' }),
    );
    expect(early.body.error.message).toContain('not uploaded completely: loa.pdf');
    await upload(content.subarray(0, size), 0);
    await upload(content.subarray(0, size), 0);
    const ticketId = await openTicket(azure, 't', { fileWorkspaceName: 'w-1' });
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(files()).toEqual([{ name: 'loa.pdf', bytes: content.length, sha256 }]);
    const later = `fileWorkspaces/${ticketId}/files/more.txt`;
    await announce(2, 2, 1, later);
    await upload(Buffer.from('ok'), 0, later);
    expect(files()?.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['loa.pdf', content.length],
      ['more.txt', 2],
    ]);
  });

  it.each<[string, [number, number, number], string]>([
    ['chunks over 2.5 MB', [2_621_441, 2_621_441, 1], 'at most 2621440 bytes'],
    ['more than 5 MB', [2_621_440, 5_242_881, 3], 'at most 5242880 bytes'],
    ['three chunks', [1_000_000, 3_000_000, 3], 'numberOfChunks'],
    ['a number of chunks that does not fit', [4, 8, 1], 'does not fit'],
    ['chunks longer than itself', [8, 4, 1], 'must not exceed fileSize'],
    ['nothing in it', [0, 0, 0], 'chunkSize'],
  ])('with %s is refused', async (_what, [chunkSize, fileSize, numberOfChunks], part) => {
    const { status, body } = await announce(chunkSize, fileSize, numberOfChunks);
    expect(status).toBe(400);
    expect(JSON.stringify(body.error)).toContain(part);
  });

  it.each<[string, string, number, string]>([
    ['beyond the last', 'dGVzdA==', 2, 'has 2 chunks'],
    ['below the first', 'dGVzdA==', -1, 'chunkIndex'],
    ['that is too short', 'dGU=', 0, 'has 4 bytes, not 2'],
    ['that is longer than what is left', 'dGVzdA==', 1, 'has 2 bytes, not 4'],
    ['that is no base64', 'dGVzd?==', 0, 'must be base64'],
  ])('does not take a chunk %s', async (_what, content, index, part) => {
    await announce(4, 6, 2);
    const { status, body } = await upload(content, index);
    expect(status).toBe(400);
    expect(JSON.stringify(body.error)).toContain(part);
  });

  it('is announced once, under a name that can be one', async () => {
    expect((await announce(4, 4, 1)).status).toBe(201);
    expect((await announce(4, 4, 1)).status).toBe(409);
    expect((await announce(4, 4, 1, 'fileWorkspaces/w-1/files/a%3Fb')).body.error.code).toBe(
      'ResourceNameInvalid',
    );
    expect((await announce(4, 4, 1, 'fileWorkspaces/none/files/a')).status).toBe(404);
    expect((await support('GET', 'fileWorkspaces/w-1/files/LOA.pdf')).body.name).toBe('loa.pdf');
  });
});
