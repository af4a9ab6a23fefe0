import { describe, expect, it } from 'vitest';
import { aCircuit, aPeering, aService } from '../../support/a-circuit.ts';
import { ana, aRule, omar } from '../../support/a-request.ts';
import { aDeleteIntent, aPeeringIntent, aResizeIntent } from '../../support/an-intent.ts';
import { aFault } from '../../support/fake-azure-writer.ts';
import { aTarget } from '../../support/plan-inputs.ts';
import { actsOf, anOpenOffice, ask, drive } from './support/an-office.ts';

const minuteMs = 60_000;
const deletable = aCircuit({ service: aService({ providerState: 'NotProvisioned' }) });
const existing = aCircuit({ peerings: [aPeering({ vlanId: 100, lastModifiedBy: 'Customer' })] });

async function approved(intent = aDeleteIntent() as Parameters<typeof ask>[1], circuit = deletable) {
  const made = anOpenOffice();
  made.azure.put(circuit);
  const id = await ask(made.process, intent);
  return { ...made, id };
}

describe('just before a request is carried out', () => {
  it('what was approved is done when nothing has changed', async () => {
    const { office, process, id, requestNow, azure, store } = await approved();
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(azure.taken).toEqual([{ kind: 'delete-circuit' }]);
    expect(await actsOf(store, id)).toEqual(['request', 'approve', 'execute', 'succeed']);
    expect((await store.owed()).map(({ notice }) => notice.kind)).toEqual(['request', 'request-ended']);
  });

  it('a change of what was seen makes it stale, and says what changed', async () => {
    const { office, process, id, requestNow, azure, store } = await approved(aPeeringIntent(), existing);
    azure.put({ ...existing, peerings: [aPeering({ vlanId: 150, lastModifiedBy: 'Customer' })] });
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: {
        kind: 'changed',
        changes: [{ field: expect.stringContaining('VLAN ID'), before: '100', after: '150' }],
        by: 'Customer',
      },
    });
    expect(azure.taken).toEqual([]);
    expect(await actsOf(store, id)).toEqual(['request', 'approve', 'stale']);
    expect((await store.owed()).map(({ notice }) => notice.kind)).toEqual(['request', 'request-ended']);
  });

  it('a rule that forbids it now makes it stale, in the words of the refusal', async () => {
    const { office, process, id, requestNow, azure } = await approved();
    azure.put(aCircuit());
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: { kind: 'refused', sentence: 'refused: deprovision-first' },
    });
    expect(azure.taken).toEqual([]);
  });

  it.each([
    { who: 'the requester', lost: omar },
    { who: 'an approver', lost: ana },
  ])('a lost role of $who makes it stale', async ({ lost }) => {
    const { office, process, id, requestNow, roles, azure } = await approved();
    roles.set(lost, ['viewer']);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: { kind: 'not-allowed', userId: lost },
    });
    expect(azure.taken).toEqual([]);
  });

  it.each([
    { what: 'one more approval', rule: aRule({ approvals: 2 }), before: '1', after: '2' },
    { what: 'an approval', intent: aResizeIntent(), rule: aRule({ approvals: 1 }), before: '0', after: '1' },
  ])('a policy that asks for $what by now makes it stale', async ({ intent, rule, before, after }) => {
    const { office, process, id, requestNow, rules, azure } = await approved(intent, intent && aCircuit());
    rules.policy = { ...rules.policy, delete: rule, resize: rule };
    await drive(office, process);
    const changes = [
      {
        field: 'Approvals that the policy asks for',
        before: expect.stringMatching(`^${before}`),
        after: expect.stringMatching(`^${after}`),
      },
    ];
    expect(await requestNow(id)).toMatchObject({ state: 'stale', why: { kind: 'changed', changes } });
    expect(azure.taken).toEqual([]);
  });

  it('a policy that asks for a higher role by now makes it stale', async () => {
    const { office, process, id, requestNow, rules, azure } = await approved();
    rules.policy = { ...rules.policy, delete: aRule({ from: 'admin' }) };
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'stale', why: { kind: 'not-allowed', userId: ana } });
    expect(azure.taken).toEqual([]);
  });

  it('a policy that asks for less by now changes nothing', async () => {
    const { office, process, id, requestNow, rules } = await approved();
    rules.policy = { ...rules.policy, delete: aRule({ approvals: 0 }) };
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
  });

  it('user groups that cannot be read put it off', async () => {
    const { office, process, id, requestNow, world, azure } = await approved();
    world.groupsAreReadable = false;
    await drive(office, process, 5 * minuteMs);
    expect(await requestNow(id)).toMatchObject({ state: 'approved' });
    expect(azure.taken).toEqual([]);
    world.groupsAreReadable = true;
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
  });

  it('an Azure that does not answer puts it off, as long as it asks for', async () => {
    const { office, process, id, requestNow, azure, store } = await approved();
    azure.script('readCircuit', aFault('unreachable'));
    azure.script('readCircuit', aFault('throttled', 5 * minuteMs));
    const before = office.world.now;
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
    expect(office.world.now - before).toBeGreaterThanOrEqual(5 * minuteMs);
    expect(await actsOf(store, id)).toEqual(['request', 'approve', 'execute', 'succeed']);
  });

  it('an Azure that never answers lets it expire without having written', async () => {
    const { office, process, id, requestNow, azure } = await approved();
    for (let i = 0; i < 2_000; i++) azure.script('readCircuit', aFault('throttled', 10 * minuteMs));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'expired' });
    expect(azure.taken).toEqual([]);
  });

  it('what Azure will never tell makes it stale', async () => {
    const { office, process, id, requestNow, azure } = await approved();
    azure.script('readCircuit', aFault('forbidden'));
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: { kind: 'refused', sentence: 'Azure is forbidden' },
    });
  });

  it('somebody else’s operation is waited for, and what it changed is seen', async () => {
    const { office, process, id, requestNow, azure } = await approved(aResizeIntent(), aCircuit());
    azure.lock(aTarget(), 3 * minuteMs, () =>
      azure.put(aCircuit({ service: aService({ bandwidthMbps: 500 }) })),
    );
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({
      state: 'stale',
      why: { changes: [{ field: 'Bandwidth', before: '200 Mbps', after: '500 Mbps' }] },
    });
    expect(azure.taken).toEqual([]);
  });

  it('somebody else’s operation that changes nothing is waited for', async () => {
    const { office, process, id, requestNow, azure } = await approved(aResizeIntent(), aCircuit());
    azure.lock(aTarget(), 3 * minuteMs);
    await drive(office, process);
    expect(await requestNow(id)).toMatchObject({ state: 'succeeded' });
  });

  it('a request that came to its end while Azure was read is not begun', async () => {
    const made = anOpenOffice({ delete: aRule({ expiresAfterMs: 1_000 }) });
    made.azure.put(deletable);
    const id = await ask(made.process, aDeleteIntent());
    const slow = made.office.start((call, acted) => {
      if (call === 'connections' && acted) made.world.now += 1_000;
    });
    await drive(made.office, slow);
    expect(await made.requestNow(id)).toMatchObject({ state: 'expired' });
    expect(made.azure.taken).toEqual([]);
  });
});
