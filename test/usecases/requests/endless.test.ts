import { describe, expect, it } from 'vitest';
import { aCircuit } from '../../support/a-circuit.ts';
import { aResizeIntent } from '../../support/an-intent.ts';
import { aFault } from '../../support/fake-azure-writer.ts';
import { anOpenOffice, ask, drive } from './support/an-office.ts';

const hourMs = 3_600_000;

async function approved() {
  const made = anOpenOffice();
  made.azure.put(aCircuit());
  const id = await ask(made.process, aResizeIntent());
  return { ...made, id, begun: made.world.now };
}

type Approved = Awaited<ReturnType<typeof approved>>;

function answersNever({ azure }: Approved, acted = false) {
  for (let times = 0; times < 2_000; times++) azure.script('send', aFault('unavailable'), acted);
}

describe('a write that Azure never answers', () => {
  it('fails after an hour and frees the circuit', async () => {
    const made = await approved();
    answersNever(made);
    await drive(made.office, made.process);
    expect(await made.requestNow(made.id)).toMatchObject({ state: 'failed', failure: { code: 'NoAnswer' } });
    expect(made.world.now - made.begun).toBeGreaterThan(hourMs);
    expect(made.world.now - made.begun).toBeLessThan(hourMs + 120_000);
  });

  it('fails with Azure’s words where it gave some', async () => {
    const made = await approved();
    const failure = { code: 'InternalServerError', message: 'An error occured.', details: [] };
    for (let times = 0; times < 2_000; times++) {
      made.azure.script('send', Object.assign(aFault('unavailable'), { failure }));
    }
    await drive(made.office, made.process);
    expect(await made.requestNow(made.id)).toMatchObject({ state: 'failed', failure });
  });
});

describe('an operation that never ends', () => {
  it.each([true, false])('fails after a day (with a URL: %s) and frees the circuit', async (givesUrl) => {
    const made = await approved();
    Object.assign(made.azure.settings, {
      operationMs: Number.POSITIVE_INFINITY,
      givesUrl,
      retryAfterMs: 60_000,
    });
    await drive(made.office, made.process, 48 * hourMs);
    expect(await made.requestNow(made.id)).toMatchObject({ state: 'failed', failure: { code: 'NoEnd' } });
    expect(made.world.now - made.begun).toBeGreaterThanOrEqual(24 * hourMs);
    expect(made.world.now - made.begun).toBeLessThan(25 * hourMs);
  });
});
