import { describe, expect, it } from 'vitest';
import { aPeeringIntent } from '../../support/an-intent.ts';
import { anOffice, ask, drive } from './support/an-office.ts';

const sharedKey = 'hunter2HUNTER2';

describe('a shared key that was typed', () => {
  it('is in nothing that is kept or told of an operation that failed after a restart', async () => {
    const office = anOffice();
    const { settings, ...intent } = aPeeringIntent();
    const first = office.start();
    const id = await ask(first, { ...intent, settings: { ...settings, sharedKey } });
    office.azure.failNext({
      code: 'InvalidSharedKey',
      message: `The key ${sharedKey.toLowerCase()} is not good.`,
      details: [`SharedKey: ${sharedKey}`],
      correlationId: 'c-1',
    });
    await drive(office, first, 5_000);
    await drive(office, office.start());
    expect(await office.requestNow(id)).toMatchObject({
      state: 'failed',
      failure: {
        code: 'InvalidSharedKey',
        message: 'The key [redacted] is not good.',
        details: ['SharedKey: [redacted]'],
        correlationId: 'c-1',
      },
    });
    const kept = JSON.stringify([
      await office.store.requests({ all: true }),
      await office.store.owed(),
      await office.store.dueAudit(),
    ]);
    expect(kept.toLowerCase()).not.toContain(sharedKey.toLowerCase());
  });
});
