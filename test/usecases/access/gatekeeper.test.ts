import { describe, expect, test } from 'vitest';
import { permissions, rolesFor } from '../../../src/domain/access/role.ts';
import { aGrant, anAccess, aPlace } from '../../support/an-access.ts';
import { aGatekeeper } from '../support/a-gatekeeper.ts';

const omar = 'U0OMAR0001';
const group = 'S0OPERATR1';
const minuteMs = 60_000;
const ofGroup = anAccess(aGrant({ to: [group] }));
const lookers = { reads: 'granted', grants: [aGrant({ to: [group], role: 'viewer' })] } as const;
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('a refusal', () => {
  test('names the circuit, the roles that may and who has them', async () => {
    const gate = aGatekeeper(anAccess(aGrant({ to: [group, 'U0ANA00001'] })));
    expect(await gate.check(omar, 'delete', aPlace())).toEqual({
      ok: false,
      refusal: {
        code: 'role-needed',
        roles: rolesFor.delete,
        on: 'lon-01',
        people: [group, 'U0ANA00001'],
      },
    });
  });

  test('of a role that a rule names says that role', async () => {
    const gate = aGatekeeper(anAccess(aGrant({ role: 'admin', to: ['U0ADAM0001'] })));
    expect(await gate.holds(omar, 'approver', aPlace())).toEqual({
      ok: false,
      refusal: { code: 'role-needed', roles: ['approver', 'admin'], on: 'lon-01', people: ['U0ADAM0001'] },
    });
  });
});

describe('a user group', () => {
  test('is asked for once in five minutes', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    for (const minutes of [0, 1, 3.9]) {
      gate.clock.now += minutes * minuteMs;
      expect((await gate.check(omar, 'delete', aPlace())).ok).toBe(true);
    }
    expect(gate.directory.asked).toEqual([group]);
  });

  test('gives its rights no longer than five minutes to whoever left it', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    await gate.check(omar, 'delete', aPlace());
    gate.directory.put(group, []);
    gate.clock.now += 5 * minuteMs - 1;
    expect((await gate.check(omar, 'delete', aPlace())).ok).toBe(true);
    gate.clock.now += 1;
    expect(await gate.check(omar, 'delete', aPlace())).toMatchObject(refused('role-needed'));
  });

  test('counts its age from when Slack was asked, not from when it answered', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    const answer = gate.directory.hold();
    const first = gate.check(omar, 'delete', aPlace());
    gate.directory.put(group, []);
    gate.clock.now += 5 * minuteMs;
    answer();
    await first;
    expect((await gate.check(omar, 'delete', aPlace())).ok).toBe(false);
  });

  test('is asked for anew when the clock was set back', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    await gate.check(omar, 'delete', aPlace());
    gate.directory.put(group, []);
    gate.clock.now -= 60 * minuteMs;
    expect((await gate.check(omar, 'delete', aPlace())).ok).toBe(false);
  });

  test('is not trusted from the future, even for looking, when Slack does not tell', async () => {
    const gate = aGatekeeper(lookers, { [group]: [omar] });
    await gate.check(omar, 'read', aPlace());
    gate.directory.fail();
    gate.clock.now -= minuteMs;
    expect(await gate.check(omar, 'read', aPlace())).toMatchObject(refused('groups-unreadable'));
  });

  test('is asked for once by many who ask at the same time', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    const answer = gate.directory.hold();
    const asks = Array.from({ length: 20 }, () => gate.check(omar, 'delete', aPlace()));
    answer();
    expect((await Promise.all(asks)).every(({ ok }) => ok)).toBe(true);
    expect(gate.directory.asked).toEqual([group]);
  });

  test('that Slack has no more has no members', async () => {
    const gate = aGatekeeper(ofGroup);
    expect(await gate.check(omar, 'delete', aPlace())).toMatchObject(refused('role-needed'));
  });

  test('is not asked for when the person is named', async () => {
    const gate = aGatekeeper(anAccess(aGrant(), aGrant({ to: [group] })));
    await gate.check(omar, 'delete', aPlace());
    expect(gate.directory.asked).toEqual([]);
  });
});

describe('when Slack does not tell who is in a group', () => {
  test.each(permissions.filter((permission) => permission !== 'read').map((name) => [name]))(
    '%s is refused after five minutes',
    async (permission) => {
      const gate = aGatekeeper(anAccess(aGrant({ role: 'admin', to: [group] })), { [group]: [omar] });
      await gate.check(omar, permission, aPlace());
      gate.directory.fail();
      gate.clock.now += 5 * minuteMs - 1;
      expect((await gate.check(omar, permission, aPlace())).ok).toBe(true);
      gate.clock.now += 1;
      expect(await gate.check(omar, permission, aPlace())).toEqual({
        ok: false,
        refusal: { code: 'groups-unreadable', on: 'lon-01' },
      });
    },
  );

  test('a role that a rule names is not held after five minutes', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    await gate.holds(omar, 'operator', aPlace());
    gate.directory.fail();
    gate.clock.now += 5 * minuteMs;
    expect(await gate.holds(omar, 'operator', aPlace())).toMatchObject(refused('groups-unreadable'));
  });

  test('people may look for an hour', async () => {
    const gate = aGatekeeper(lookers, { [group]: [omar] });
    await gate.check(omar, 'read', aPlace());
    gate.directory.fail();
    gate.clock.now += 60 * minuteMs - 1;
    expect((await gate.check(omar, 'read', aPlace())).ok).toBe(true);
    gate.clock.now += 1;
    expect(await gate.check(omar, 'read', aPlace())).toMatchObject(refused('groups-unreadable'));
  });

  test('another grant still allows', async () => {
    const gate = aGatekeeper(anAccess(aGrant({ to: [group] }), aGrant({ to: ['S0OTHER001', 'U0ANA00001'] })));
    gate.directory.fail();
    expect((await gate.check('U0ANA00001', 'delete', aPlace())).ok).toBe(true);
    expect(await gate.check(omar, 'delete', aPlace())).toMatchObject(refused('groups-unreadable'));
  });

  test('it is asked again after a pause, as long as it wished for, and the log says why', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    gate.directory.fail(30_000);
    const ask = () => gate.check(omar, 'delete', aPlace());
    await ask();
    gate.clock.now += 29_999;
    await ask();
    expect(gate.directory.asked).toHaveLength(1);
    gate.directory.work();
    gate.clock.now += 1;
    expect((await ask()).ok).toBe(true);
    expect(gate.log.lines).toEqual(['error: the members of a user group could not be read']);
  });

  test('and the directory breaks with something else, nobody is let in', async () => {
    const gate = aGatekeeper(ofGroup);
    gate.directory.membersOf = async () => {
      throw new TypeError('a bug');
    };
    await expect(gate.check(omar, 'delete', aPlace())).rejects.toThrow('a bug');
  });
});

describe('changed rules', () => {
  test('hold at the next question', async () => {
    const gate = aGatekeeper(anAccess());
    expect((await gate.check(omar, 'delete', aPlace())).ok).toBe(false);
    gate.grant(anAccess(aGrant()));
    expect((await gate.check(omar, 'delete', aPlace())).ok).toBe(true);
  });

  test('hold for a question that is being answered', async () => {
    const gate = aGatekeeper(ofGroup, { [group]: [omar] });
    const answer = gate.directory.hold();
    const asked = gate.check(omar, 'delete', aPlace());
    gate.grant(anAccess());
    answer();
    expect((await asked).ok).toBe(false);
  });
});
