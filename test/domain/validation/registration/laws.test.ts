import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PrefixEvidence, RouteObject, Vrp } from '../../../../src/domain/validation/evidence.ts';
import { validateOrigin } from '../../../../src/domain/validation/origin-validation.ts';
import { believedOf, lossesOf } from '../../../../src/domain/validation/registration/losses.ts';
import type { Registration } from '../../../../src/domain/validation/registration/registration.ts';
import {
  aPrefixEvidence,
  aRoute,
  aVrp,
  noEvidence,
  radb,
  ripe,
  told,
} from '../../../support/a-prefix-evidence.ts';
import { afterLooks, aWatched, type Look, lookAt, onlyPrefix } from './support/a-watch.ts';

const prefix = fc.constantFrom('203.0.113.0/24', '203.0.112.0/22');
const asn = fc.constantFrom(64_510, 64_666);
const route: fc.Arbitrary<RouteObject> = fc
  .record({ prefix, origin: asn, source: fc.constantFrom('RIPE', 'RADB') })
  .map(aRoute);
const vrp: fc.Arbitrary<Vrp> = fc.record({ prefix, asn, maxLength: fc.constantFrom(22, 24) }).map(aVrp);
const certificate = fc.constantFrom({ fingerprint: 'AA', validTo: 1 }, { fingerprint: 'BB', validTo: 2 });

const evidence: fc.Arbitrary<PrefixEvidence> = fc
  .tuple(
    fc.array(route, { maxLength: 4 }),
    fc.array(route, { maxLength: 4 }),
    fc.array(vrp, { maxLength: 3 }),
  )
  .map(([one, other, vrps]) =>
    aPrefixEvidence({
      irr: [
        { server: ripe, told: told(one) },
        { server: radb, told: told(other) },
      ],
      rpki: told({ vrps }),
    }),
  );

const look: fc.Arbitrary<Look> = fc.record(
  {
    evidence: fc.oneof(evidence, evidence.map(noEvidence)),
    certificates: fc.uniqueArray(certificate, { selector: ({ fingerprint }) => fingerprint }),
    signature: fc.oneof(
      fc.constantFrom({ kind: 'none' } as const, { kind: 'unmatched' } as const),
      certificate.map((made) => ({ kind: 'by', certificate: made }) as const),
    ),
    watched: fc.record({ isAccepted: fc.boolean() }),
  },
  { requiredKeys: ['evidence'] },
);
const looks = fc.array(look, { minLength: 1, maxLength: 6 });

const lost = (registration: Registration) => lossesOf(onlyPrefix(registration), aWatched.source);
const believed = (registration: Registration) => believedOf(onlyPrefix(registration), lost(registration));
const accepted = { watched: { isAccepted: true } };
/** All but the times at which it was said. */
const untimed = (registration: Registration) =>
  JSON.parse(JSON.stringify(registration.prefixes), (key, value) => (key === 'at' ? undefined : value));

/** Looks of a prefix that Microsoft has accepted all the time. */
const steadyLooks = fc
  .array(look, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((one) => ({ ...one, ...accepted })));

test('silence changes nothing, however often', () => {
  fc.assert(
    fc.property(
      steadyLooks,
      evidence.map(noEvidence),
      fc.integer({ min: 1, max: 3 }),
      (all, quiet, times) => {
        const before = afterLooks(...all);
        const after = Array.from({ length: times }).reduce<Registration>(
          (so) => lookAt(so, { evidence: quiet, ...accepted }, so.at + 1),
          before,
        );
        expect(onlyPrefix(after).irr).toEqual(onlyPrefix(before).irr);
        expect(onlyPrefix(after).rpki).toEqual(onlyPrefix(before).rpki);
        expect(onlyPrefix(after).record).toEqual(onlyPrefix(before).record);
        expect(believed(after)).toEqual(believed(before));
      },
    ),
  );
});

test('what is seen again is remembered as it was, and believed from then on', () => {
  fc.assert(
    fc.property(looks, evidence, fc.boolean(), (all, last, isAccepted) => {
      const seen = { evidence: last, watched: { isAccepted } };
      const once = afterLooks(...all, seen, seen);
      const again = lookAt(once, seen, once.at + 1);
      expect(untimed(again)).toEqual(untimed(once));
      for (const memory of again.prefixes) expect(memory.doubted).toEqual([]);
    }),
  );
});

test('the order in which a source tells what it has is nothing', () => {
  fc.assert(
    fc.property(steadyLooks, look, (all, last) => {
      const { evidence: said } = last;
      const turned: PrefixEvidence = {
        ...said,
        irr: said.irr.map(({ server, told: one }) => ({
          server,
          told: one.kind === 'told' ? { ...one, value: one.value.toReversed() } : one,
        })),
        rpki:
          said.rpki.kind === 'told'
            ? { ...said.rpki, value: { vrps: said.rpki.value.vrps.toReversed() } }
            : said.rpki,
      };
      const before = afterLooks(...all);
      expect(lookAt(before, { ...last, evidence: turned }, 5)).toEqual(lookAt(before, last, 5));
    }),
  );
});

test('what was there when Microsoft accepted it, and is there again, is no loss', () => {
  const gone = { rpki: told({ vrps: [] }), irr: [ripe, radb].map((server) => ({ server, told: told([]) })) };
  fc.assert(
    fc.property(evidence, fc.nat({ max: 3 }), (first, times) => {
      const { rpki } = first;
      fc.pre(
        rpki.kind === 'told' &&
          validateOrigin(first.prefix, aWatched.asn, rpki.value.vrps).state !== 'invalid',
      );
      const between = Array.from({ length: times }, () => ({ ...first, ...gone }));
      expect(lost(afterLooks(...[first, ...between, first].map((one) => ({ evidence: one }))))).toEqual([]);
    }),
  );
});

test('a prefix that Microsoft never accepted is not remembered', () => {
  fc.assert(
    fc.property(looks, (all) => {
      const refused = all.map((one) => ({ ...one, watched: { isAccepted: false } }));
      expect(afterLooks(...refused).prefixes).toEqual([]);
    }),
  );
});
