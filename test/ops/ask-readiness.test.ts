import { expect, test } from 'vitest';
import { askReadiness } from '../../src/ops/ask-readiness.ts';
import { startOpsServer } from '../../src/ops/ops-server.ts';
import { keptLog } from '../support/kept-log.ts';
import { startWebApi } from '../support/slack-web-api.ts';

const metrics = { contentType: 'text/plain', text: async () => '' };

test.each([
  [[], { kind: 'ready' }],
  [['blind-polls'], { kind: 'unready', reasons: ['blind-polls'] }],
])('a bot that says %j is %j', async (reasons, readiness) => {
  const deps = { poll: async () => ({}), ready: () => reasons, metrics, log: keptLog() };
  const server = await startOpsServer({ port: 0, ...deps });
  expect(await askReadiness(Number(new URL(server.url).port))).toEqual(readiness);
  await server.close();
  expect(await askReadiness(Number(new URL(server.url).port))).toEqual({ kind: 'silent' });
});

test('another program at that port is no bot', async () => {
  const program = await startWebApi();
  expect(await askReadiness(Number(new URL(program.origin).port))).toEqual({ kind: 'silent' });
  await program.close();
});
