import { assert, constantFrom, dictionary, jsonValue, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAccess } from '../../src/rules/access-file.ts';
import { circuitIdOf, subscription1 } from '../support/a-circuit.ts';

const grant = { role: 'operator', to: ['U0OMAR0001', 'S0OPERATR1'], on: '*' };
const parse = (file: unknown) => parseAccess(typeof file === 'string' ? file : JSON.stringify(file));
const withGrant = (more: object) => parse({ reads: 'everybody', grants: [grant, { ...grant, ...more }] });
const problem = (text: string | RegExp) => ({ ok: false, refusal: [expect.stringMatching(text)] });

describe('the access file', () => {
  test('grants a role to people and user groups on everything', () => {
    expect(parse({ reads: 'granted', grants: [grant] })).toEqual({
      ok: true,
      value: {
        reads: 'granted',
        grants: [{ role: 'operator', to: grant.to, on: { kind: 'everything' } }],
      },
    });
  });

  test.each([
    [
      `/subscriptions/${subscription1.toUpperCase()}`,
      { kind: 'subscription', subscriptionId: subscription1 },
    ],
    [
      `/Subscriptions/${subscription1}/resourcegroups/RG-Net`,
      { kind: 'resource-group', subscriptionId: subscription1, resourceGroup: 'rg-net' },
    ],
    [
      `/subscriptions/${subscription1}/resourceGroups/RG-Net/providers/Microsoft.Network/expressRouteCircuits/LON-01`,
      { kind: 'circuit', circuitId: circuitIdOf('lon-01') },
    ],
  ])('understands the scope %s', (on, scope) => {
    expect(parse({ grants: [{ ...grant, on }] })).toMatchObject({
      ok: true,
      value: { grants: [{ on: scope }] },
    });
  });

  test('makes a grant on several scopes one for each', () => {
    const read = parse({ grants: [{ ...grant, on: [`/subscriptions/${subscription1}`, '*'] }] });
    expect(read).toMatchObject({
      value: { grants: [{ on: { kind: 'subscription' } }, { on: { kind: 'everything' } }] },
    });
  });

  test('lets everybody look when it does not say', () => {
    expect(parse({ grants: [] })).toEqual({ ok: true, value: { reads: 'everybody', grants: [] } });
  });

  test.each([
    ['', /^is empty$/u],
    [' \n', /^is empty$/u],
    ['{"grants": [', /^is not JSON: /u],
    ['[]', /^the whole is \[\]; it must be an object with reads, grants$/u],
    ['null', /^the whole is null; it must be an object with reads, grants$/u],
    ['{}', /^grants is missing; it must be a list of grants/u],
    [{ reads: 'all', grants: [] }, /^reads is "all"; it must be everybody or granted$/u],
    [
      { read: 'granted', grants: [] },
      /^the whole has "read", which means nothing there; it can have reads, grants$/u,
    ],
    ['{"grants":[],"__proto__":{"reads":"granted"}}', /^the whole has "__proto__", which means nothing/u],
    [{ grants: { ...grant } }, /^grants is \{"role":.*…; it must be a list of grants/u],
    [{ grants: ['admin'] }, /^grants\[0\] is "admin"; it must be an object with role, to, on$/u],
  ])('%j is refused: %s', (file, words) => {
    expect(parse(file)).toEqual(problem(words));
  });

  test.each([
    [
      { role: 'opertor' },
      /^grants\[1\]\.role is "opertor"; it must be one of viewer, operator, approver, admin$/u,
    ],
    [{ role: undefined }, /^grants\[1\]\.role is missing; it must be one of/u],
    [{ to: [] }, /^grants\[1\]\.to is \[\]; it must be a list with at least one id$/u],
    [{ to: 'U0OMAR0001' }, /^grants\[1\]\.to is "U0OMAR0001"; it must be a list/u],
    [{ to: ['U0OMAR0001', '@omar'] }, /^grants\[1\]\.to\[1\] is "@omar"; it must be the id of a user/u],
    [{ to: ['C0NETOPS001'] }, /^grants\[1\]\.to\[0\] is "C0NETOPS001"; it must be the id of a user/u],
    [{ to: [null] }, /^grants\[1\]\.to\[0\] is null; it must be the id of a user/u],
    [{ on: undefined }, /^grants\[1\]\.on is missing; it must be "\*", \/subscriptions\/<id>/u],
    [{ on: [] }, /^grants\[1\]\.on is \[\]; it must be "\*"/u],
    [{ on: 'lon-01' }, /^grants\[1\]\.on is "lon-01"; it must be "\*"/u],
    [{ on: subscription1 }, /^grants\[1\]\.on is ".*"; it must be "\*"/u],
    [{ on: '/subscriptions/' }, /^grants\[1\]\.on is/u],
    [{ on: `/subscriptions/${subscription1}/` }, /^grants\[1\]\.on is/u],
    [{ on: `/subscriptions/${subscription1} ` }, /^grants\[1\]\.on is/u],
    [{ on: `${circuitIdOf('lon-01')}/peerings/x` }, /^grants\[1\]\.on is/u],
    [{ on: ['*', 7] }, /^grants\[1\]\.on\[1\] is 7; it must be "\*"/u],
    [{ until: '2026' }, /^grants\[1\] has "until", which means nothing there; it can have role, to, on$/u],
  ])('a grant with %j is refused: %s', (more, words) => {
    expect(withGrant(more)).toEqual(problem(words));
  });

  test('tells all that is wrong at once', () => {
    const read = parse({
      reads: 1,
      grants: [
        { ...grant, role: 'x' },
        { ...grant, to: ['y'] },
      ],
      more: 1,
    });
    expect(read.ok ? [] : read.refusal).toHaveLength(4);
  });

  test('whatever it holds is taken or refused with what is wrong', () => {
    const value = oneof(
      jsonValue(),
      dictionary(constantFrom('reads', 'grants', '__proto__', 'x'), jsonValue()),
      dictionary(constantFrom('reads', 'grants'), oneof(constantFrom('granted'), constantFrom([]))),
    );
    assert(
      property(oneof(value, string()), (file) => {
        const text = typeof file === 'string' ? file : JSON.stringify(file);
        const read = parse(text);
        if (read.ok) expect(Object.keys(JSON.parse(text))).toContain('grants');
        else expect(read.refusal.length).toBeGreaterThan(0);
      }),
    );
  });
});
