import { expect, test } from 'vitest';
import { createArmClient } from '../../src/azure/arm-client.ts';
import { startTinyArm } from './support/tiny-arm.ts';

test('an answer that stops in the middle of its body is unreachable, and not waited for for ever', async () => {
  const server = await startTinyArm((_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{"value":[');
  });
  const client = createArmClient({
    armUrl: server.url,
    access: { kind: 'static', token: 'token' },
    timeoutMs: 50,
  });
  await expect(client.getText('/x')).rejects.toMatchObject({ kind: 'unreachable' });
});
