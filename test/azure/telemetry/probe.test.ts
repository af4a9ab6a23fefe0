import { expect, test } from 'vitest';
import { example } from '../support/example.ts';
import { startStandIn } from '../support/stand-in.ts';

test('support is within reach when it lists its services', async () => {
  const standIn = await startStandIn(() => ({ body: example('SupportListServices').answer }));
  await expect(standIn.telemetry.supportReach()).resolves.toBeUndefined();
  expect(standIn.questions[0]?.url).toBe('/providers/Microsoft.Support/services?api-version=2024-04-01');
});

test.each([
  [403, '', 'forbidden'],
  [404, '', 'not-found'],
  [503, '', 'unavailable'],
  [200, '<html>', 'unreadable'],
])('support that answers %i %s is %s', async (status, body, kind) => {
  const standIn = await startStandIn(() => ({ status, body }));
  await expect(standIn.telemetry.supportReach()).rejects.toMatchObject({ kind });
});
