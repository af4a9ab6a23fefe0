import { describe, expect, test } from 'vitest';
import { createArmClient } from '../../src/azure/arm-client.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { always, type Play, startTinyArm, type TinyArm } from './support/tiny-arm.ts';

const token = 'a-token-of-the-stand-in';

function clientOf({ url }: TinyArm, timeoutMs?: number) {
  return createArmClient({ armUrl: `${url}/azure`, access: { kind: 'static', token }, timeoutMs });
}

/** What a GET on a server that plays this is told. */
async function faultOf(play: Play, timeoutMs?: number): Promise<AzureFault> {
  const server = await startTinyArm(play);
  const error: unknown = await clientOf(server, timeoutMs)
    .getText('/subscriptions/x')
    .catch((problem: unknown) => problem);
  expect(server.requests).toHaveLength(1);
  if (error instanceof AzureFault) return error;
  throw new Error('no fault', { cause: error });
}

function armError(code: string, message: string): string {
  return JSON.stringify({ error: { code, message } });
}

describe('a call', () => {
  test('is one GET below the ARM endpoint, with the token', async () => {
    const server = await startTinyArm(always(200, '{"value":[]}'));
    expect(await clientOf(server).getText('/subscriptions/x?api-version=1')).toBe('{"value":[]}');
    expect(server.requests).toEqual([
      { method: 'GET', url: '/azure/subscriptions/x?api-version=1', authorization: `Bearer ${token}` },
    ]);
  });

  test('follows a link of ARM to the letter', async () => {
    const server = await startTinyArm(always(200, 'x'));
    await clientOf(server).getText(`${server.url}/azure/next?%24skiptoken=a%2Fb&t=1`);
    expect(server.requests[0]?.url).toBe('/azure/next?%24skiptoken=a%2Fb&t=1');
  });

  test('posts JSON', async () => {
    const server = await startTinyArm(always(200, '{"data":[]}'));
    expect(await clientOf(server).postJson('/providers/x', { query: 'q' })).toBe('{"data":[]}');
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/azure/providers/x' });
  });

  test('gives the body as it came: CRLF, null, nothing', async () => {
    for (const body of ['{\r\n}', 'null', '']) {
      expect(await clientOf(await startTinyArm(always(200, body))).getText('/x')).toBe(body);
    }
  });
});

describe('the token goes to ARM only', () => {
  test.each(['http://127.0.0.1:1/azure/next', 'https://example.com/', 'not a link', ''])(
    'a link to %j is refused and not followed',
    async (link) => {
      const server = await startTinyArm(always(200, '{}'));
      await expect(clientOf(server).getText(link)).rejects.toMatchObject({ kind: 'unreadable' });
      expect(server.requests).toEqual([]);
    },
  );

  test('a link that hides another host behind ARM’s name is refused', async () => {
    const server = await startTinyArm(always(200, '{}'));
    const other = await startTinyArm(always(200, '{}'));
    const link = `${server.url}@${other.url.replace('http://', '')}/azure`;
    await expect(clientOf(server).getText(link)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(other.requests).toEqual([]);
  });

  test('a redirect to another origin is not followed', async () => {
    const other = await startTinyArm(always(200, '{}'));
    const fault = await faultOf(always(302, '', { location: `${other.url}/steal` }));
    expect(fault.kind).toBe('unreadable');
    expect(other.requests).toEqual([]);
  });
});

describe('what an answer means', () => {
  test.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'throttled'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [400, 'refused'],
    [409, 'refused'],
    [412, 'changed'],
  ])('%i is %s, in ARM’s words, and is asked once', async (status, kind) => {
    const fault = await faultOf(always(status, armError('SomeCode', 'Some words.')));
    expect(fault).toMatchObject({ kind, message: 'SomeCode: Some words.' });
  });

  test.each([
    ['a page of HTML', '<html><body>nginx</body></html>'],
    ['nothing', ''],
    ['other JSON', '{"message":"no"}'],
    ['half of it', '{"error":{"code":"Some'],
  ])('404 with %s is told by its number', async (_, body) => {
    expect(await faultOf(always(404, body))).toMatchObject({ kind: 'not-found', message: 'HTTP 404' });
  });

  test('a dropped connection is unreachable', async () => {
    const fault = await faultOf((_, response) => response.destroy());
    expect(fault).toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('Azure did not answer'),
    });
  });

  test('a connection dropped in the middle of the body is unreachable', async () => {
    const fault = await faultOf((_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"value":[', () => response.destroy());
    });
    expect(fault.kind).toBe('unreachable');
  });

  test('no answer in time is unreachable', async () => {
    expect(await faultOf(() => {}, 50)).toMatchObject({ kind: 'unreachable' });
  });

  test('a closed port is unreachable', async () => {
    const client = createArmClient({ armUrl: 'http://127.0.0.1:1', access: { kind: 'static', token } });
    await expect(client.getText('/x')).rejects.toMatchObject({
      kind: 'unreachable',
      message: 'Azure did not answer (ECONNREFUSED)',
    });
  });
});

describe('Retry-After', () => {
  const throttled = (retryAfter?: string) =>
    faultOf(
      always(
        429,
        armError('SubscriptionRequestsThrottled', 'Too many.'),
        retryAfter ? { 'retry-after': retryAfter } : {},
      ),
    );

  test('in seconds', async () => {
    expect((await throttled('17')).retryAfterMs).toBe(17_000);
  });

  test('as a date that has passed', async () => {
    expect((await throttled('Mon, 02 Mar 2020 03:12:00 GMT')).retryAfterMs).toBe(0);
  });

  test('missing: ten seconds', async () => {
    expect((await throttled()).retryAfterMs).toBe(10_000);
  });

  test('is of no other answer', async () => {
    expect((await faultOf(always(500, '', { 'retry-after': '17' }))).retryAfterMs).toBeUndefined();
  });
});

describe('a credential', () => {
  const scope = 'https://management.azure.com/.default';

  test.each(['CredentialUnavailableError', 'AggregateAuthenticationError', 'AuthenticationError'])(
    'that gives no token (%s) is unauthorized, and nothing is asked',
    async (name) => {
      const getToken = async () => {
        throw Object.assign(new Error('AADSTS7000215 client secret s3cr3t'), { name });
      };
      const client = createArmClient({
        armUrl: 'https://127.0.0.1:1',
        access: { kind: 'credential', credential: { getToken }, scope },
      });
      await expect(client.getText('/x')).rejects.toMatchObject({
        kind: 'unauthorized',
        message: expect.not.stringContaining('s3cr3t'),
      });
    },
  );

  test('is never used without TLS', async () => {
    const server = await startTinyArm(always(200, '{}'));
    const getToken = async () => ({ token, expiresOnTimestamp: Number.MAX_SAFE_INTEGER });
    const access = { kind: 'credential', credential: { getToken }, scope } as const;
    await expect(createArmClient({ armUrl: server.url, access }).getText('/x')).rejects.toBeInstanceOf(
      AzureFault,
    );
    expect(server.requests).toEqual([]);
  });
});

test('what is asked is told by no message of a fault: neither token nor query', async () => {
  for (const play of [always(500, ''), always(401, armError('InvalidAuthenticationToken', 'No.'))]) {
    const fault = await faultOf(play);
    expect(`${fault.message} ${fault.stack}`).not.toContain(token);
  }
});
