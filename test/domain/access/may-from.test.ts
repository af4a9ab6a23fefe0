import { describe, expect, test } from 'vitest';
import { noAccess, peopleLimit } from '../../../src/domain/access/grant.ts';
import { groupsToAsk, heldBy, mayFrom, whoCan } from '../../../src/domain/access/may-from.ts';
import { roles } from '../../../src/domain/access/role.ts';
import { circuitIdOf } from '../../support/a-circuit.ts';
import { aGrant, anAccess, aPlace } from '../../support/an-access.ts';

const omar = { userId: 'U0OMAR0001', groups: new Set<string>(), unreadable: new Set<string>() };
const operators = aGrant({ to: ['S0OPERATR1', 'U0VERA0001'] });
const onLon01 = { kind: 'circuit', circuitId: circuitIdOf('lon-01') } as const;

describe('a person', () => {
  test('may nothing that nobody granted', () => {
    expect(mayFrom(noAccess, omar, roles, aPlace())).toBe('denied');
    expect(mayFrom(noAccess, omar, roles, undefined)).toBe('denied');
  });

  test('may what was granted to them by name', () => {
    expect(mayFrom(anAccess(aGrant()), omar, ['operator'], aPlace())).toBe('allowed');
  });

  test('may what was granted to a user group of theirs', () => {
    const member = { ...omar, groups: new Set(['S0OPERATR1']) };
    expect(mayFrom(anAccess(operators), member, ['operator'], aPlace())).toBe('allowed');
    expect(mayFrom(anAccess(operators), omar, ['operator'], aPlace())).toBe('denied');
  });

  test('may not what only another role carries', () => {
    expect(mayFrom(anAccess(aGrant()), omar, ['approver', 'admin'], aPlace())).toBe('denied');
  });

  test('may not out of the scope of the grant', () => {
    const access = anAccess(aGrant({ on: onLon01 }));
    expect(mayFrom(access, omar, ['operator'], aPlace('lon-02'))).toBe('denied');
    expect(mayFrom(access, omar, ['operator'], aPlace())).toBe('allowed');
  });

  test('is unknown where only a group that cannot be read could allow it', () => {
    const doubtful = { ...omar, unreadable: new Set(['S0OPERATR1']) };
    expect(mayFrom(anAccess(operators), doubtful, ['operator'], aPlace())).toBe('unknown');
    expect(mayFrom(anAccess(operators), doubtful, ['approver'], aPlace())).toBe('denied');
    expect(mayFrom(anAccess(operators, aGrant()), doubtful, ['operator'], aPlace())).toBe('allowed');
  });

  test('holds each grant once, through their own id first', () => {
    const both = aGrant({ to: ['S0OPERATR1', omar.userId] });
    const member = { userId: omar.userId, groups: new Set(['S0OPERATR1']) };
    expect(heldBy(anAccess(both, operators), member)).toEqual([
      { role: 'operator', on: { kind: 'everything' }, through: omar.userId },
      { role: 'operator', on: { kind: 'everything' }, through: 'S0OPERATR1' },
    ]);
  });
});

describe('the groups to ask Slack about', () => {
  test('are those whose grants could decide it, once each', () => {
    const access = anAccess(
      operators,
      aGrant({ to: ['S0OPERATR1', 'S0NIGHTOPS'], on: onLon01 }),
      aGrant({ role: 'approver', to: ['S0APPROVE1'] }),
    );
    expect(groupsToAsk(access, omar.userId, ['operator'], aPlace())).toEqual(['S0OPERATR1', 'S0NIGHTOPS']);
    expect(groupsToAsk(access, omar.userId, ['operator'], aPlace('lon-02'))).toEqual(['S0OPERATR1']);
  });

  test('are none when the person is named', () => {
    expect(groupsToAsk(anAccess(operators, aGrant()), omar.userId, ['operator'], aPlace())).toEqual([]);
  });
});

describe('who could', () => {
  test('are the people and groups with such a grant there', () => {
    const access = anAccess(
      operators,
      aGrant({ role: 'admin', to: ['U0ADAM0001', 'U0VERA0001'] }),
      aGrant({ to: ['U0ELSEWHRE'], on: { kind: 'circuit', circuitId: circuitIdOf('lon-02') } }),
      aGrant({ role: 'viewer', to: ['U0VIEWER01'] }),
    );
    expect(whoCan(access, ['operator', 'admin'], aPlace())).toEqual([
      'S0OPERATR1',
      'U0VERA0001',
      'U0ADAM0001',
    ]);
  });

  test('are no more than a refusal can name', () => {
    const to = Array.from({ length: 40 }, (_, index) => `U0PERSON${index}`);
    expect(whoCan(anAccess(aGrant({ to })), ['operator'], aPlace())).toEqual(to.slice(0, peopleLimit));
  });
});
