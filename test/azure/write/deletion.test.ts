import { describe, expect, test } from 'vitest';
import type { WriteStep } from '../../../src/domain/operation/step.ts';
import { addressOf, notFound, startStandIn } from '../support/stand-in.ts';
import { idOf } from '../support/wire.ts';

const remove = { kind: 'delete-circuit' } as const;

describe('a deletion', () => {
  const steps: readonly (readonly [WriteStep, string])[] = [
    [remove, ''],
    [{ kind: 'delete-peering', peering: 'AzurePublicPeering' }, '/peerings/AzurePublicPeering'],
    [{ kind: 'delete-authorization', name: 'auth-1' }, '/authorizations/auth-1'],
  ];

  test.each(steps)('%j is one DELETE', async (step, below) => {
    const standIn = await startStandIn(() => ({ status: 202 }));
    expect(await standIn.writer.send(addressOf(), step)).toMatchObject({ kind: 'started' });
    expect(standIn.asked()).toEqual([`DELETE ${`${idOf('lon-01')}${below}`.toLowerCase()}`]);
    expect(standIn.questions[0]?.url).toContain('?api-version=2026-01-01');
  });

  test.each(steps)('%j of what is gone is done', async (step) => {
    const standIn = await startStandIn(() => notFound);
    expect(await standIn.writer.send(addressOf(), step)).toEqual({ kind: 'done' });
  });

  test('in a subscription that is not shown to us is not done', async () => {
    const body = { error: { code: 'SubscriptionNotFound', message: 'No.' } };
    const standIn = await startStandIn(() => ({ status: 404, body }));
    await expect(standIn.writer.send(addressOf(), remove)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
