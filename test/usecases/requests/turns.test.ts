import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCircuit, aService } from '../../support/a-circuit.ts';
import { aRule } from '../../support/a-request.ts';
import {
  aDeleteIntent,
  aDeprovisionIntent,
  anAuthorizeIntent,
  aPeeringIntent,
  aResizeIntent,
} from '../../support/an-intent.ts';
import { aFault } from '../../support/fake-azure-writer.ts';
import { aTarget } from '../../support/plan-inputs.ts';
import { actsOf, anOffice, anOpenOffice, ask, drive } from './support/an-office.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

describe('several requests', () => {
  it('for one circuit are carried out one after the other, oldest first', async () => {
    const { office, process, azure, requestNow, world } = anOpenOffice();
    const ids: string[] = [];
    for (const intent of [aResizeIntent(), anAuthorizeIntent(), aPeeringIntent()]) {
      ids.push(await ask(process, intent));
      world.now += 1_000;
    }
    await drive(office, process);
    for (const id of ids) expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken.map(({ kind }) => kind)).toEqual([
      'change-circuit',
      'put-authorization',
      'put-peering',
    ]);
    expect(azure.calls.filter((call) => call === 'send')).toHaveLength(3);
  });

  it('of which the first changes what the second saw make the second stale', async () => {
    const { office, process, requestNow } = anOpenOffice({ deprovision: aRule({ approvals: 0 }) });
    const first = await ask(process, anAuthorizeIntent({ authorizationName: 'a' }));
    const second = await ask(process, aDeprovisionIntent({ thenDelete: false }));
    await drive(office, process);
    expect(await requestNow(first)).toMatchObject({ state: 'succeeded' });
    expect(await requestNow(second)).toMatchObject({ state: 'stale', why: { kind: 'changed' } });
  });

  it('for several circuits do not wait for one another', async () => {
    const { office, process, azure, requestNow } = anOpenOffice();
    azure.put(aCircuit({ name: 'fra-02' }));
    const target = aTarget('fra-02');
    const slow = await ask(process, aResizeIntent());
    azure.script('readCircuit', aFault('throttled', 40 * minuteMs));
    const { due } = await process.run.look();
    for (const circuitId of due) await process.run.advance(circuitId);
    const quick = await ask(process, aResizeIntent({ target }));
    await drive(office, process, 10 * minuteMs);
    expect(await requestNow(quick)).toMatchObject({ state: 'succeeded' });
    expect(await requestNow(slow)).toMatchObject({ state: 'approved' });
  });

  it('of which one has to wait too long behind another let it expire', async () => {
    const made = anOpenOffice({ resize: aRule({ approvals: 0, expiresAfterMs: 5 * minuteMs }) });
    const { office, process, azure, requestNow } = made;
    azure.settings.operationMs = hourMs;
    const first = await ask(process, anAuthorizeIntent());
    const second = await ask(process, aResizeIntent());
    await drive(office, process);
    expect(await requestNow(first)).toMatchObject({ state: 'succeeded' });
    expect(await requestNow(second)).toMatchObject({ state: 'expired' });
    expect(azure.taken).toHaveLength(1);
  });
});

describe('two executors on one store', () => {
  it('carry a request out once between them, in whatever order they take turns', async () => {
    const turns = fc.array(fc.record({ second: fc.boolean(), passMs: fc.constantFrom(0, 5_000, 20_000) }), {
      minLength: 10,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(turns, fc.boolean(), async (order, together) => {
        const office = anOffice();
        office.azure.put(aCircuit({ service: aService({ providerState: 'NotProvisioned' }) }));
        const [one, other] = [office.start(), office.start()];
        const id = await ask(one, aDeleteIntent());
        const circuitId = aTarget().id;
        for (const { second, passMs } of order) {
          const first = second ? other : one;
          const both = together ? [one, other] : [first];
          await Promise.all(both.map(({ run }) => run.advance(circuitId)));
          office.world.now += passMs;
        }
        await drive(office, one);
        expect(await office.requestNow(id)).toMatchObject({ state: 'succeeded' });
        expect(office.azure.taken).toHaveLength(1);
        expect(await actsOf(office.store, id)).toEqual(['request', 'approve', 'execute', 'succeed']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a clock that lies', () => {
  it('neither carries out twice nor leaves anything undone', async () => {
    const jumps = fc.array(fc.constantFrom(-50 * hourMs, -hourMs, -5_000, 0, 5_000, hourMs, 20 * hourMs), {
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(jumps, async (order) => {
        const office = anOffice();
        const process = office.start();
        const id = await ask(process, anAuthorizeIntent());
        const circuitId = aTarget().id;
        await process.run.advance(circuitId);
        for (const jump of order) {
          office.world.skewMs += jump;
          office.world.now += 1_000;
          await process.run.look();
          await process.run.advance(circuitId);
        }
        const at = office.world.now;
        await drive(office, process);
        expect(await office.requestNow(id)).toMatchObject({ state: 'succeeded' });
        expect(office.azure.taken).toHaveLength(1);
        expect(office.world.now - at).toBeLessThan(3 * hourMs);
      }),
      { numRuns: 200 },
    );
  });
});
