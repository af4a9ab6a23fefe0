import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PrefixEvidence, silences } from '../../../src/domain/validation/evidence.ts';
import { aHolder, aPrefixEvidence, aRoute, aVrp, silent, told } from '../../support/a-prefix-evidence.ts';
import { judgeOne } from './support/a-question.ts';

const anySilence = fc.constantFrom(...silences.filter((why) => why !== 'not-configured')).map(silent);
const anyRoute = fc.record({
  prefix: fc.constantFrom('203.0.113.0/24', '203.0.112.0/23'),
  origin: fc.constantFrom(64_510, 64_511),
  source: fc.constantFrom('RIPE', 'ARIN', 'RADB'),
});
const servers = ['whois.ripe.net:43', 'whois.radb.net:43', 'rr.arin.net:43', '127.0.0.1:4343'];
const anyTold = <T>(value: fc.Arbitrary<T>) => value.map((one) => told(one));
const anySight = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: anyTold(value) }, { weight: 1, arbitrary: anySilence });

const anyEvidence: fc.Arbitrary<PrefixEvidence> = fc
  .record({
    irr: fc.subarray(servers).chain((some) =>
      fc.tuple(
        ...some.map((server) =>
          anySight(fc.array(anyRoute.map(aRoute), { maxLength: 2 })).map((sight) => ({
            server,
            told: sight,
          })),
        ),
      ),
    ),
    rpki: anySight(
      fc
        .array(
          fc
            .record({ asn: fc.constantFrom(0, 64_510, 64_511), maxLength: fc.constantFrom(24, 25) })
            .map(aVrp),
          {
            maxLength: 2,
          },
        )
        .map((vrps) => ({ vrps })),
    ),
    holder: anySight(
      fc.option(
        fc.constantFrom('Northwind Traders', 'Fabrikam').map((organization) => aHolder({ organization })),
        {
          nil: undefined,
        },
      ),
    ),
  })
  .map(aPrefixEvidence);

const anyAsked = fc.record({
  routingRegistry: fc.constantFrom('RIPENCC', 'ARIN', 'RADB', 'NONE', 'LEVEL3'),
  customerAsn: fc.constantFrom(0, 64_511, 65_010),
});

/** The same evidence with one source silent, each way. */
function silenced(evidence: PrefixEvidence): readonly PrefixEvidence[] {
  return [
    ...evidence.irr.map(({ server }, at) => ({
      ...evidence,
      irr: evidence.irr.map((sight, index) => (index === at ? { server, told: silent() } : sight)),
    })),
    { ...evidence, rpki: silent('unreachable') },
    { ...evidence, holder: silent('refused') },
  ];
}

test('a source that falls silent makes nothing surer, unless somebody else has told of the right object', () => {
  const changed = new Set<string>();
  fc.assert(
    fc.property(anyEvidence, anyAsked, (evidence, asked) => {
      const before = judgeOne(evidence, asked).verdict;
      for (const less of silenced(evidence)) {
        const { verdict: after, reasons } = judgeOne(less, asked);
        if (after === 'unclear' && after !== before) changed.add(before);
        if (!reasons.some(({ kind }) => kind === 'route-exact')) expect([before, 'unclear']).toContain(after);
      }
    }),
    { numRuns: 1_000, seed: 43 },
  );
  expect([...changed].sort()).toEqual(['automatic', 'fails', 'manual', 'sign']);
});

test('what is said to be missing was said so before a source fell silent', () => {
  fc.assert(
    fc.property(anyEvidence, anyAsked, (evidence, asked) => {
      const before = absences(evidence, asked);
      for (const less of silenced(evidence))
        expect(before).toEqual(expect.arrayContaining([...absences(less, asked)]));
    }),
    { numRuns: 500 },
  );
});

function absences(evidence: PrefixEvidence, asked: Parameters<typeof judgeOne>[1]): readonly string[] {
  const claims = ['route-none', 'route-other-origin', 'rpki-not-found', 'holder-unknown', 'holder-other'];
  return judgeOne(evidence, asked).reasons.flatMap(({ kind }) => (claims.includes(kind) ? [kind] : []));
}

test('of what nobody told, nothing is said to be missing', () => {
  fc.assert(
    fc.property(anyEvidence, anyAsked, (evidence, asked) => {
      const irr = evidence.irr.map(({ server }) => ({ server, told: silent() }));
      expect(absences({ ...evidence, irr, rpki: silent(), holder: silent() }, asked)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
