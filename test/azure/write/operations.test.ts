import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { type Answer, addressOf, notFound, startStandIn } from '../support/stand-in.ts';
import { wireCircuit } from '../support/wire.ts';

const resize = { kind: 'change-circuit', bandwidthMbps: 500 } as const;
const remove = { kind: 'delete-circuit' } as const;
const signed =
  '/subscriptions/s/providers/Microsoft.Network/locations/uksouth/operations/op?t=1&c=%2Fa%3d&s=S%20+&h=H';
const correlationId = '817da84a-5a55-4196-b4a6-e14f3b6e6679';

/** What `send` makes of Azure's answer to the write; links are given from the root. */
async function sent(step: WriteStep, answer: Answer, links: Readonly<Record<string, string>> = {}) {
  const standIn = await startStandIn(({ method }) => {
    if (method === 'GET') return { body: wireCircuit('lon-01') };
    const urls = Object.fromEntries(
      Object.entries(links).map(([name, path]) => [name, new URL(path, standIn.url).href]),
    );
    return { ...answer, headers: { ...answer.headers, ...urls } };
  });
  const result = await standIn.writer.send(addressOf(), step);
  return { result, url: (path: string) => `${standIn.url}${path}` };
}

describe('what an answer to a write means', () => {
  test.each([
    ['200 to a PUT', resize, 200],
    ['201 to a PUT', resize, 201],
    ['202 to a DELETE', remove, 202],
  ])('%s with an operation: it is started, and followed to the letter', async (_, step, status) => {
    const links = { 'azure-asyncoperation': signed, location: '/other' };
    const { result, url } = await sent(step, { status, headers: { 'retry-after': '7' } }, links);
    expect(result).toEqual({ kind: 'started', url: url(signed), retryAfterMs: 7_000 });
  });

  test('202 with a Location alone is started too', async () => {
    const { result, url } = await sent(remove, { status: 202 }, { location: signed });
    expect(result).toEqual({ kind: 'started', url: url(signed), retryAfterMs: 10_000 });
  });

  test.each([
    ['0', 1_000],
    ['0.2', 1_000],
    [undefined, 10_000],
    ['soon', 10_000],
  ])('Retry-After %s: a pause of %i ms', async (retryAfter, retryAfterMs) => {
    const answer = { status: 202, ...(retryAfter && { headers: { 'retry-after': retryAfter } }) };
    expect((await sent(remove, answer)).result).toMatchObject({ retryAfterMs });
  });

  test.each([
    ['200 with the resource Succeeded', resize, { status: 200, body: wireCircuit('lon-01') }],
    ['200 with nothing', remove, { status: 200 }],
    ['204', remove, { status: 204 }],
  ])('%s is done', async (_, step, answer) => {
    expect((await sent(step, answer)).result).toEqual({ kind: 'done' });
  });

  test.each(['Updating', 'Failed'])('200 with the resource %s: the resource itself tells', async (state) => {
    const body = wireCircuit('lon-01', { provisioningState: state });
    expect((await sent(resize, { body }, { location: '/result' })).result).toMatchObject({
      kind: 'started',
      url: undefined,
    });
  });

  test('202 without a link: the resource itself tells', async () => {
    expect((await sent(remove, { status: 202 })).result).toMatchObject({ kind: 'started', url: undefined });
  });

  test('a link that leads away from Azure is none', async () => {
    const headers = { 'azure-asyncoperation': 'https://example.com/op', location: 'not a link' };
    expect((await sent(remove, { status: 202, headers })).result).toMatchObject({ url: undefined });
  });
});

/** How an operation is said to stand whose URL is answered so. */
async function look(answer: Answer) {
  const standIn = await startStandIn(() => answer);
  const found = await standIn.writer.follow(`${standIn.url}${signed}`);
  expect(standIn.questions.map(({ method, url }) => [method, url])).toEqual([['GET', signed]]);
  return found;
}

const error = {
  code: 'ConflictError',
  message: 'The specified dedicated circuit is not in Deprovisioned state.',
  details: [{ code: 'Why', message: 'ServiceKey = f10c0457-f2e3-40b9-9787-a574416c1299 is Provisioned' }],
};
const failure = {
  code: error.code,
  message: error.message,
  details: ['Why: ServiceKey = [redacted] is Provisioned'],
  correlationId,
};
const headers = { 'x-ms-correlation-request-id': correlationId };

describe('an operation’s status', () => {
  test.each(['InProgress', 'Accepted', 'Whatever'])('%s is running', async (status) => {
    expect(await look({ body: { status }, headers: { 'retry-after': '10' } })).toEqual({
      kind: 'running',
      retryAfterMs: 10_000,
    });
  });

  test.each(['Succeeded', 'succeeded'])('%s is the end', async (status) => {
    expect(await look({ body: { status } })).toEqual({ kind: 'succeeded' });
  });

  test.each(['Failed', 'Canceled', 'cancelled'])(
    '%s is a failure in Azure’s words, without keys',
    async (status) => {
      expect(await look({ body: { status, error }, headers })).toEqual({ kind: 'failed', failure });
    },
  );

  test('Failed without a reason says so', async () => {
    expect(await look({ body: { status: 'Canceled' }, headers })).toEqual({
      kind: 'failed',
      failure: {
        code: 'Canceled',
        message: 'The operation ended as Canceled; Azure does not say why',
        details: [],
        correlationId,
      },
    });
  });
});

describe('an operation’s Location', () => {
  test('202 is running', async () => {
    expect(await look({ status: 202, body: 'null', headers: { 'retry-after': '0' } })).toEqual({
      kind: 'running',
      retryAfterMs: 1_000,
    });
  });

  test.each([
    ['204', { status: 204 }],
    ['200 with nothing', {}],
    ['200 with null', { body: 'null' }],
    ['200 with a result', { body: { value: [] } }],
    ['200 with the resource', { body: wireCircuit('lon-01') }],
  ])('%s is the end', async (_, answer) => {
    expect(await look(answer)).toEqual({ kind: 'succeeded' });
  });

  test.each([400, 409, 412])('%i is a failure in Azure’s words, without keys', async (status) => {
    expect(await look({ status, body: { error }, headers })).toEqual({ kind: 'failed', failure });
  });

  test('409 because another operation was faster is a failure too', async () => {
    const body = { error: { code: 'AnotherOperationInProgress', message: 'Wait.' } };
    expect(await look({ status: 409, body })).toMatchObject({ kind: 'failed' });
  });
});

describe('an operation that cannot be seen', () => {
  test('404: Azure has forgotten it', async () => {
    expect(await look(notFound)).toEqual({ kind: 'forgotten' });
    expect(await look({ status: 404, body: '' })).toEqual({ kind: 'forgotten' });
  });

  test.each([
    [429, 'throttled'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [500, 'unavailable'],
    [410, 'refused'],
  ])('%i is not the operation’s end', async (status, kind) => {
    await expect(look({ status })).rejects.toMatchObject({ kind });
  });

  test('a page of HTML is not its end', async () => {
    await expect(look({ body: '<html>proxy</html>' })).rejects.toMatchObject({ kind: 'unreadable' });
  });

  test('is not looked for away from Azure', async () => {
    const standIn = await startStandIn(() => ({}));
    await expect(standIn.writer.follow('https://example.com/op?s=SECRET')).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.not.stringContaining('SECRET'),
    });
    expect(standIn.questions).toEqual([]);
  });
});
