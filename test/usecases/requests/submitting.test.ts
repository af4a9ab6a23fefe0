import { describe, expect, it } from 'vitest';
import { aCircuit, aService } from '../../support/a-circuit.ts';
import { approvalsChannel, aRule, netops, omar } from '../../support/a-request.ts';
import { aDeleteIntent, anAuthorizeIntent, aPeeringIntent, aResizeIntent } from '../../support/an-intent.ts';
import { actsOf, anOpenOffice, asAdam, ask, asOmar, codeOf, drive, got } from './support/an-office.ts';

const deletable = aCircuit({ service: aService({ providerState: 'NotProvisioned' }) });
const minuteMs = 60_000;

describe('submitting', () => {
  it('makes a request, its message and its line in the trail in one transaction', async () => {
    const { desk, azure, store, world } = anOpenOffice();
    azure.put(deletable);
    const proposal = got(await desk.propose(asOmar, aDeleteIntent()));
    const request = got(await desk.submit(asOmar, proposal.id));
    expect(request).toMatchObject({ id: proposal.id, state: 'requested', revision: 1, requestedBy: omar });
    expect(request.id).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{6}$/u);
    expect(await store.owed()).toMatchObject([
      {
        key: `request.${request.id}.1`,
        card: `request.${request.id}`,
        to: { channelId: approvalsChannel },
        notice: { kind: 'request', view: { state: { state: 'requested' } } },
      },
    ]);
    expect(await actsOf(store, request.id)).toEqual(['request']);
    expect(world.stirs).toBe(1);
  });

  it('twice, also at the same time or after a restart, is one request', async () => {
    const made = anOpenOffice();
    const { id } = got(await made.desk.propose(asOmar, aResizeIntent()));
    const both = await Promise.all([made.desk.submit(asOmar, id), made.desk.submit(asOmar, id)]);
    const after = await made.start().desk.submit(asOmar, id);
    expect([...both, after].map((result) => got(result).id)).toEqual([id, id, id]);
    expect(await made.store.requests()).toHaveLength(1);
    expect(await actsOf(made.store, id)).toEqual(['request']);
  });

  it('is for the person to whom it was proposed', async () => {
    const { desk } = anOpenOffice();
    const { id } = got(await desk.propose(asOmar, aResizeIntent()));
    expect(codeOf(await desk.submit(asAdam, id))).toBe('proposal-gone');
    expect(codeOf(await desk.submit(asOmar, id))).toBe('ok');
    expect(codeOf(await desk.submit(asAdam, id))).toBe('proposal-gone');
  });

  it('is too late after an hour, and after a restart', async () => {
    const made = anOpenOffice();
    const { id } = got(await made.desk.propose(asOmar, aResizeIntent()));
    expect(codeOf(await made.start().desk.submit(asOmar, id))).toBe('proposal-gone');
    made.world.now += 60 * minuteMs;
    expect(codeOf(await made.desk.submit(asOmar, id))).toBe('proposal-gone');
  });

  it('finds the oldest of more than five hundred proposals gone', async () => {
    const { desk } = anOpenOffice();
    const ids: string[] = [];
    for (let i = 0; i < 501; i++) ids.push(got(await desk.propose(asOmar, aResizeIntent())).id);
    expect(new Set(ids).size).toBe(501);
    expect(codeOf(await desk.submit(asOmar, ids[0] ?? ''))).toBe('proposal-gone');
    expect(codeOf(await desk.submit(asOmar, ids[1] ?? ''))).toBe('ok');
  });

  it('asks again whether the person may', async () => {
    const { desk, roles, store } = anOpenOffice();
    const { id } = got(await desk.propose(asOmar, aResizeIntent()));
    roles.set(omar, ['viewer']);
    expect(codeOf(await desk.submit(asOmar, id))).toBe('role-needed');
    expect(await store.dueAudit()).toMatchObject([{ act: 'refuse', note: 'submit: role-needed' }]);
    expect(await store.requests()).toEqual([]);
  });

  it('goes by the policy as it is then', async () => {
    const { desk, rules } = anOpenOffice();
    const { id } = got(await desk.propose(asOmar, aResizeIntent()));
    rules.policy = { ...rules.policy, resize: aRule({ approvals: 2 }) };
    expect(got(await desk.submit(asOmar, id))).toMatchObject({
      state: 'requested',
      rule: { approvals: 2 },
      shownIn: { channelId: approvalsChannel },
      askedIn: netops,
    });
  });

  it('of the same thing again is refused, naming the request that is open', async () => {
    const made = anOpenOffice();
    const { desk } = made;
    const first = await ask(made.process, aPeeringIntent(), []);
    const again = got(await desk.propose(asAdam, aPeeringIntent()));
    expect(await desk.submit(asAdam, again.id)).toEqual({
      ok: false,
      refusal: { code: 'already-requested', id: first, name: 'lon-01', by: omar },
    });
  });

  it('of the same thing by two people at once makes one request', async () => {
    const { desk, store } = anOpenOffice();
    const one = got(await desk.propose(asOmar, aPeeringIntent()));
    const other = got(await desk.propose(asAdam, aPeeringIntent()));
    const codes = (await Promise.all([desk.submit(asOmar, one.id), desk.submit(asAdam, other.id)])).map(
      codeOf,
    );
    expect(codes).toEqual(['ok', 'already-requested']);
    expect(await store.requests()).toHaveLength(1);
  });

  it('of two authorizations makes two requests, and both are carried out', async () => {
    const { desk, office, process, store } = anOpenOffice();
    for (const authorizationName of ['auth-1', 'auth-2']) {
      const { id } = got(await desk.propose(asOmar, anAuthorizeIntent({ authorizationName })));
      expect(codeOf(await desk.submit(asOmar, id))).toBe('ok');
    }
    await drive(office, process);
    const states = (await store.requests({ all: true })).map(({ state }) => state);
    expect(states).toEqual(['succeeded', 'succeeded']);
  });

  it('of the same thing is possible when the first is over', async () => {
    const made = anOpenOffice();
    const process = made.process;
    await ask(process, aResizeIntent());
    await drive(made.office, process);
    const { id } = got(await made.desk.propose(asOmar, aResizeIntent({ bandwidthMbps: 2_000 })));
    expect(codeOf(await made.desk.submit(asOmar, id))).toBe('ok');
  });
});
