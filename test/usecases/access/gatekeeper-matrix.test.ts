import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../src/domain/access/grant.ts';
import { permissions, roles } from '../../../src/domain/access/role.ts';
import { circuitIdOf, subscription1, subscription2 } from '../../support/a-circuit.ts';
import { aGrant, aPlace } from '../../support/an-access.ts';
import { aGatekeeper } from '../support/a-gatekeeper.ts';

/** Written by hand from the issue and docs/security.md, not from the code: what each role carries. */
const table = `
              viewer  operator  approver  admin
  read        yes     yes       yes       yes
  audit       -       yes       yes       yes
  maintenance -       yes       -         yes
  doctor      -       -         -         yes
  approve     -       -         yes       yes
  case        -       yes       -         yes
create      -       yes       -         yes
  key         -       yes       -         yes
  order       -       yes       -         yes
  peering     -       yes       -         yes
  sign        -       yes       -         yes
link        -       yes       -         yes
  unlink      -       yes       -         yes
  resize      -       yes       -         yes
  deprovision -       yes       -         yes
  delete      -       yes       -         yes
  failover    -       yes       -         yes
`;
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/u));
const carries = (role: string, permission: string) =>
  rows.find(([name]) => name === permission)?.[1 + head.indexOf(role)] === 'yes';

/** A scope of each kind, and whether it covers lon-01 in rg-net of the first subscription. */
const scopes: readonly (readonly [string, Scope, boolean])[] = [
  ['everything', { kind: 'everything' }, true],
  ['its subscription', { kind: 'subscription', subscriptionId: subscription1 }, true],
  ['another subscription', { kind: 'subscription', subscriptionId: subscription2 }, false],
  ['its resource group', group(subscription1, 'rg-net'), true],
  ['another resource group', group(subscription1, 'rg-other'), false],
  ['a resource group of that name elsewhere', group(subscription2, 'rg-net'), false],
  ['itself', { kind: 'circuit', circuitId: circuitIdOf('lon-01') }, true],
  ['another circuit', { kind: 'circuit', circuitId: circuitIdOf('lon-02') }, false],
];

function group(subscriptionId: string, resourceGroup: string): Scope {
  return { kind: 'resource-group', subscriptionId, resourceGroup };
}

const everyCase = permissions.flatMap((permission) =>
  roles.flatMap((role) =>
    scopes.map(([where, on, covers]) => ({
      permission,
      role,
      where,
      on,
      covers,
      is: carries(role, permission),
    })),
  ),
);

describe('the matrix of permission, role and scope', () => {
  test('has a line for each permission and a column for each role', () => {
    expect(rows.map(([name]) => name)).toEqual(permissions);
    expect(head).toEqual(roles);
  });

  test.each(everyCase)('$permission with $role on $where', async ({ permission, role, on, covers, is }) => {
    const place = aPlace();
    for (const to of ['U0OMAR0001', 'S0OPERATR1']) {
      const gate = aGatekeeper(
        { reads: 'granted', grants: [aGrant({ role, to: [to], on })] },
        { S0OPERATR1: ['U0OMAR0001'] },
      );
      expect((await gate.check('U0OMAR0001', permission, place)).ok).toBe(is && covers);
      expect((await gate.check('U0OMAR0001', permission)).ok, 'no circuit is meant').toBe(is);
      expect((await gate.check('U0VERA0001', permission, place)).ok, 'somebody else').toBe(false);
    }
  });

  test.each(everyCase.filter(({ permission }) => permission === 'create'))(
    'a rule that names $role is met by who holds it on $where',
    async ({ role, on, covers }) => {
      const gate = aGatekeeper({ reads: 'granted', grants: [aGrant({ role, on })] });
      for (const named of roles) {
        const is = covers && (named === role || role === 'admin');
        expect((await gate.holds('U0OMAR0001', named, aPlace())).ok, named).toBe(is);
      }
    },
  );

  test.each(permissions.map((permission) => ({ permission })))(
    'without any grant, $permission is for nobody but who may look',
    async ({ permission }) => {
      const gate = aGatekeeper({ reads: 'everybody', grants: [] });
      expect((await gate.check('U0OMAR0001', permission, aPlace())).ok).toBe(permission === 'read');
    },
  );
});
