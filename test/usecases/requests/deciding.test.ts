import { describe, expect, it } from 'vitest';
import { adam, ana, approvalsChannel, aRule, omar } from '../../support/a-request.ts';
import { aPeeringIntent, typedKey } from '../../support/an-intent.ts';
import { actsOf, anOpenOffice, asAdam, asAna, ask, asOmar, codeOf, drive, got } from './support/an-office.ts';

describe('deciding', () => {
  async function asked(policy = {}) {
    const made = anOpenOffice(policy);
    const id = await ask(made.process, aPeeringIntent(), []);
    return { ...made, id };
  }

  it('needs the right to approve there', async () => {
    const { desk, id, store, roles } = await asked();
    roles.set('U0EVE00001', ['operator']);
    const eve = { userId: 'U0EVE00001', channelId: approvalsChannel };
    expect(codeOf(await desk.approve(eve, id))).toBe('role-needed');
    expect(codeOf(await desk.reject(eve, id, 'no'))).toBe('role-needed');
    expect((await store.dueAudit()).slice(1)).toMatchObject([
      { act: 'refuse', by: 'U0EVE00001', requestId: id, note: 'approve: role-needed' },
      { act: 'refuse', by: 'U0EVE00001', requestId: id, note: 'reject: role-needed' },
    ]);
  });

  it('needs the role that the rule names', async () => {
    const { desk, id } = await asked({ peering: aRule({ from: 'admin' }) });
    expect(codeOf(await desk.approve(asAna, id))).toBe('role-needed');
    expect(codeOf(await desk.approve(asAdam, id))).toBe('ok');
  });

  it('by the requester is refused, even with the right to approve', async () => {
    const { desk, id, roles, store } = await asked();
    roles.set(omar, ['admin']);
    expect(codeOf(await desk.approve(asOmar, id))).toBe('own-request');
    expect((await store.dueAudit()).at(-1)).toMatchObject({ act: 'refuse', note: 'approve: own-request' });
  });

  it('fails closed when user groups cannot be read', async () => {
    const { desk, id, world } = await asked();
    world.groupsAreReadable = false;
    expect(codeOf(await desk.approve(asAna, id))).toBe('groups-unreadable');
  });

  it('by two at once counts both, once each', async () => {
    const { desk, id, requestNow, store } = await asked({ peering: aRule({ approvals: 2 }) });
    const codes = (
      await Promise.all([
        desk.approve(asAna, id),
        desk.approve(asAdam, id),
        desk.approve(asAna, id),
        desk.approve(asAdam, id),
      ])
    ).map(codeOf);
    expect(codes.toSorted()).toEqual(['already-approved', 'already-approved', 'ok', 'ok']);
    const request = await requestNow(id);
    expect(request).toMatchObject({ state: 'approved', revision: 3 });
    expect(request.approvals.map(({ by }) => by).toSorted()).toEqual([adam, ana].toSorted());
    expect((await actsOf(store, id)).filter((act) => act === 'approve')).toHaveLength(2);
  });

  it('for and against at once has one outcome', async () => {
    const { desk, id, requestNow } = await asked();
    const [, rejected] = await Promise.all([desk.approve(asAna, id), desk.reject(asAdam, id, 'no')]);
    const { state } = await requestNow(id);
    expect(state).toBe(rejected.ok ? 'rejected' : 'approved');
  });

  it('against it tells the requester directly, with the reason', async () => {
    const { desk, id, store } = await asked();
    got(await desk.reject(asAna, id, 'not tonight'));
    expect(await store.owed()).toMatchObject([
      { card: `request.${id}`, to: { channelId: approvalsChannel } },
      {
        to: { userId: omar },
        notice: { kind: 'request-ended', view: { state: { state: 'rejected', reason: 'not tonight' } } },
      },
    ]);
  });

  it('ends with the typed key forgotten', async () => {
    const { desk, id, requestNow } = await asked();
    expect(JSON.stringify(await requestNow(id))).toContain(typedKey);
    got(await desk.withdraw(asOmar, id));
    expect(JSON.stringify(await requestNow(id))).not.toContain(typedKey);
  });

  it('about a request that is not there is refused', async () => {
    const { desk, store } = anOpenOffice();
    expect(codeOf(await desk.approve(asAna, 'R-NOWHERE'))).toBe('request-gone');
    expect(await store.dueAudit()).toEqual([]);
  });

  it('is not written down as a refusal when only the form was filled in wrongly', async () => {
    const { desk, id, store } = await asked();
    expect(codeOf(await desk.reject(asAna, id, ' '))).toBe('reason-missing');
    expect(await actsOf(store, id)).toEqual(['request']);
  });

  it('comes too late when its time is over, and the request ends as expired', async () => {
    const { desk, id, world, start, requestNow, store, office: made } = await asked();
    world.now += 86_400_000;
    expect(codeOf(await desk.approve(asAna, id))).toBe('request-expired');
    const { run } = start();
    await run.look();
    expect(await requestNow(id)).toMatchObject({ state: 'expired', at: world.now });
    expect(await actsOf(store, id)).toEqual(['request', 'refuse', 'expire']);
    await drive(made, { desk, run });
    expect(made.azure.taken).toEqual([]);
  });
});
