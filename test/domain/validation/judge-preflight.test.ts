import { describe, expect, test } from 'vitest';
import type { PrefixEvidence } from '../../../src/domain/validation/evidence.ts';
import { judgePreflight } from '../../../src/domain/validation/judge-preflight.ts';
import {
  aHolder,
  aPrefixEvidence,
  aRoute,
  aVrp,
  radb,
  ripe,
  silent,
  told,
} from '../../support/a-prefix-evidence.ts';
import { anAsked, aQuestion, judgeOne, kindsOf } from './support/a-question.ts';

const routes = (...objects: ReturnType<typeof aRoute>[]): Pick<PrefixEvidence, 'irr'> => ({
  irr: [{ server: ripe, told: told(objects) }],
});
const none = routes();
const other = routes(aRoute({ origin: 64_511 }));
const leased = { holder: told(aHolder({ organization: 'Fabrikam Hosting B.V.' })) };

describe('a prefix is likely automatic', () => {
  test('with a route object of exactly it, from its AS number, in the registry that is named', () => {
    const judged = judgeOne();
    expect(judged).toMatchObject({ verdict: 'automatic', todo: { kind: 'nothing' } });
    expect(judged.reasons[0]).toEqual({ kind: 'route-exact', source: 'RIPE', origin: 64_510 });
  });

  test('where no ROA covers it', () => {
    expect(judgeOne({ rpki: told({ vrps: [] }) }).verdict).toBe('automatic');
  });

  test('where nobody set up a list of ROAs, which is said', () => {
    const judged = judgeOne({ rpki: silent('not-configured') });
    expect(judged.verdict).toBe('automatic');
    expect(kindsOf(judged)).toContain('rpki-silent');
  });

  test('from the customer AS number, where there is one; 0 is none', () => {
    const registered = routes(aRoute({ origin: 64_496 }));
    const rpki = told({ vrps: [] });
    expect(judgeOne({ ...registered, rpki }, { customerAsn: 64_496 }).verdict).toBe('automatic');
    expect(judgeOne({}, { customerAsn: 0 }).verdict).toBe('automatic');
  });

  test('whoever else is registered beside; in RADB, where anybody may, that is said', () => {
    const both = [aRoute({ source: 'RADB' }), aRoute({ origin: 64_511, source: 'RADB' })];
    const judged = judgeOne({ irr: [{ server: radb, told: told(both) }] }, { routingRegistry: 'RADB' });
    expect(judged.verdict).toBe('automatic');
    expect(kindsOf(judged)).toEqual(expect.arrayContaining(['route-weak', 'route-beside']));
  });

  test('in IPv6, and however it is written', () => {
    const prefix = '2001:db8:1::/48';
    const v6 = { ...routes(aRoute({ prefix })), rpki: told({ vrps: [aVrp({ prefix, maxLength: 48 })] }) };
    const asked = anAsked({ prefix: '2001:0DB8:1:0::/48', family: 'ipv6' });
    const evidence = aPrefixEvidence({ prefix, family: 'ipv6', ...v6 });
    const [judged] = judgePreflight(aQuestion({ prefixes: [asked] }), [evidence]).prefixes;
    expect(judged).toMatchObject({ verdict: 'automatic', asked: { prefix: '2001:0DB8:1:0::/48' } });
  });
});

describe('a prefix will fail', () => {
  test('when the registry names other AS numbers only', () => {
    expect(judgeOne(other)).toMatchObject({
      verdict: 'fails',
      todo: { kind: 'correct-origin', source: 'RIPE', origins: [64_511], asn: 64_510 },
    });
  });

  test.each([
    ['another AS number', aVrp({ asn: 64_511 }), 'origin'],
    ['nobody', aVrp({ asn: 0 }), 'as0'],
    ['shorter prefixes only', aVrp({ prefix: '203.0.112.0/23', maxLength: 23 }), 'length'],
  ])('when a ROA allows %s, though it is registered', (_name, vrp, why) => {
    const judged = judgeOne({ rpki: told({ vrps: [vrp] }) });
    expect(judged).toMatchObject({
      verdict: 'fails',
      todo: { kind: 'correct-roa', why, asn: 64_510, length: 24 },
    });
    expect(judged.reasons[0]).toMatchObject({ kind: 'rpki-invalid', why });
  });

  test.each([
    ['10.1.0.0/16', 'not-public', 'use-public'],
    ['100.64.0.0/24', 'not-public', 'use-public'],
    ['0.0.0.0/0', 'default-route', 'use-public'],
    ['203.0.113.1/24', 'host-bits', 'rewrite'],
    ['lon-01', 'malformed', 'rewrite'],
    ['2001:db8::/32', 'malformed', 'rewrite'],
  ])('when it is %s, whatever is registered', (prefix, reason, todo) => {
    const judged = judgeOne({}, { prefix });
    expect(judged).toMatchObject({ verdict: 'fails', todo: { kind: todo } });
    expect(kindsOf(judged)).toEqual([reason]);
  });

  test('when its AS number can be nobody’s', () => {
    expect(judgeOne({}, { customerAsn: 12_076 })).toMatchObject({
      verdict: 'fails',
      todo: { kind: 'use-own-asn', asn: 12_076 },
    });
  });
});

describe('the list', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => anAsked({ prefix: `203.0.${index}.0/24` }));

  test('has the worst first, and what Microsoft has validated after the rest', () => {
    const prefixes = [
      anAsked({ prefix: '203.0.113.0/24', state: 'Configured' }),
      anAsked({ prefix: '198.51.100.0/24' }),
      anAsked({ prefix: '192.0.2.0/24' }),
      anAsked({ prefix: '10.0.0.0/8', state: 'Configured' }),
    ];
    const evidence = [
      aPrefixEvidence({ prefix: '203.0.113.0/24', ...none, ...leased }),
      aPrefixEvidence({ prefix: '198.51.100.0/24' }),
      aPrefixEvidence({ prefix: '192.0.2.0/24', ...none }),
    ];
    const judged = judgePreflight(aQuestion({ prefixes }), evidence);
    expect(judged.prefixes.map(({ asked, verdict, todo }) => [asked.prefix, verdict, todo.kind])).toEqual([
      ['10.0.0.0/8', 'fails', 'use-public'],
      ['192.0.2.0/24', 'sign', 'sign'],
      ['198.51.100.0/24', 'automatic', 'nothing'],
      ['203.0.113.0/24', 'manual', 'nothing'],
    ]);
  });

  test('names what shares addresses, which is no fault', () => {
    const prefixes = [
      anAsked(),
      anAsked({ prefix: '203.0.113.128/25' }),
      anAsked({ prefix: '192.0.2.0/24' }),
    ];
    const judged = judgePreflight(aQuestion({ prefixes }), [aPrefixEvidence()]);
    expect(
      judged.prefixes.map(({ reasons }) => reasons.filter(({ kind }) => kind === 'overlaps')),
    ).toContainEqual([{ kind: 'overlaps', others: ['203.0.113.128/25'] }]);
  });

  test('is too long above 200 of a family', () => {
    expect(judgePreflight(aQuestion({ prefixes: many(200) }), []).findings).toEqual([]);
    expect(judgePreflight(aQuestion({ prefixes: many(201) }), []).findings).toEqual([
      { kind: 'too-many', family: 'ipv4', count: 201, limit: 200 },
    ]);
  });
});
