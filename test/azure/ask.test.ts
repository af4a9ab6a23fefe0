import { describe, expect, test } from 'vitest';
import { createArmClient } from '../../src/azure/arm-client.ts';
import { AzureFault } from '../../src/usecases/ports.ts';
import { always, startTinyArm, type TinyArm } from './support/tiny-arm.ts';

function clientOf({ url }: TinyArm) {
  return createArmClient({ armUrl: url, access: { kind: 'static', token: 't' } });
}

describe('a write', () => {
  test.each([429, 500, 503])(
    'that is answered %i is sent once, whatever Retry-After says',
    async (status) => {
      const server = await startTinyArm(always(status, '', { 'retry-after': '0' }));
      for (const method of ['PUT', 'POST', 'DELETE'] as const) {
        await expect(clientOf(server).ask({ method, url: '/x', body: {} })).rejects.toBeInstanceOf(
          AzureFault,
        );
      }
      expect(server.requests.map(({ method }) => method)).toEqual(['PUT', 'POST', 'DELETE']);
    },
  );

  test('is told whole: status, links to the letter, pause and correlation id', async () => {
    const server = await startTinyArm((_, response) => {
      const host = `http://${response.req.headers.host}`;
      response
        .writeHead(202, {
          'azure-asyncoperation': `${host}/op?t=1&c=%2Fa%3d&s=S%20+`,
          location: `${host}/result`,
          'retry-after': '10',
          'x-ms-correlation-request-id': 'c0ffee',
        })
        .end('null');
    });
    expect(await clientOf(server).ask({ method: 'PUT', url: '/x', body: { a: 1 } })).toEqual({
      status: 202,
      text: 'null',
      asyncOperation: `${server.url}/op?t=1&c=%2Fa%3d&s=S%20+`,
      location: `${server.url}/result`,
      retryAfterMs: 10_000,
      correlationId: 'c0ffee',
      failure: undefined,
    });
  });
});
