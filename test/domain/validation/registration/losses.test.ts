import { describe, expect, test } from 'vitest';
import type { PrefixEvidence } from '../../../../src/domain/validation/evidence.ts';
import { believedOf, lossesOf } from '../../../../src/domain/validation/registration/losses.ts';
import {
  aHolder,
  aPrefixEvidence,
  aRoute,
  aVrp,
  noEvidence,
  radb,
  ripe,
  silent,
  told,
} from '../../../support/a-prefix-evidence.ts';
import { afterLooks, aWatched, type Look, onlyPrefix } from './support/a-watch.ts';

const well = aPrefixEvidence();
const certificate = { fingerprint: 'AA:BB', validTo: 9_000 };
const signedWell: Look = {
  evidence: well,
  certificates: [certificate],
  signature: { kind: 'by', certificate },
};

const lost = (...looks: readonly Look[]) => {
  const memory = onlyPrefix(afterLooks(...looks));
  return believedOf(memory, lossesOf(memory, looks.at(-1)?.watched?.source ?? aWatched.source));
};
/** What is believed after all was well, and then so, twice. */
const lostSince = (after: Partial<PrefixEvidence>, before: PrefixEvidence = well) => {
  const evidence = aPrefixEvidence(after);
  return lost({ evidence: before }, { evidence }, { evidence });
};
const irr = (...routes: ReturnType<typeof aRoute>[]) => [{ server: ripe, told: told(routes) }];

describe('of routing registries', () => {
  test('nothing is lost while they stay as they are', () => {
    expect(lostSince({})).toEqual([]);
  });

  test('the route object is gone', () => {
    expect(lostSince({ irr: irr() })).toEqual([{ kind: 'route-gone', sources: ['RIPE'], isCovered: false }]);
  });

  test('the route object is gone, and one for a larger network is left', () => {
    expect(lostSince({ irr: irr(aRoute({ prefix: '203.0.112.0/23' })) })).toEqual([
      { kind: 'route-gone', sources: ['RIPE'], isCovered: true },
    ]);
  });

  test('one for a larger network is gone, where no other ever was', () => {
    const covered = aPrefixEvidence({ irr: irr(aRoute({ prefix: '203.0.112.0/23' })) });
    expect(lostSince({ irr: irr() }, covered)).toMatchObject([{ kind: 'route-gone', isCovered: false }]);
    expect(lostSince({ irr: covered.irr }, covered)).toEqual([]);
  });

  test('the origin is another, and who is named instead', () => {
    const routes = [
      aRoute({ origin: 64_666 }),
      aRoute({ origin: 64_666 }),
      aRoute({ origin: 64_667, source: 'RADB' }),
    ];
    expect(lostSince({ irr: irr(...routes) })).toEqual([
      { kind: 'origin-changed', sources: ['RIPE'], routes: [{ origin: 64_666, source: 'RIPE' }] },
    ]);
  });

  test('another origin beside ours is no loss', () => {
    expect(lostSince({ irr: irr(aRoute(), aRoute({ origin: 64_666 })) })).toEqual([]);
  });

  test('what never was there is not gone', () => {
    const none = aPrefixEvidence({ irr: irr() });
    expect(lostSince({ irr: irr(aRoute({ origin: 64_666 })) }, none)).toEqual([]);
  });

  test('another source makes up for a lost one, unless the peering names the lost one', () => {
    const both = aPrefixEvidence({ irr: irr(aRoute(), aRoute({ source: 'RADB' })) });
    const evidence = aPrefixEvidence({ irr: irr(aRoute({ source: 'RADB' })) });
    const looks = (source: string) =>
      [both, evidence, evidence].map((one) => ({ evidence: one, watched: { source } }));
    expect(lost(...looks('ARIN'))).toEqual([]);
    expect(lost(...looks('RIPE'))).toMatchObject([{ kind: 'route-gone', sources: ['RIPE'] }]);
  });

  test('a server that is asked no more takes with it what it alone had', () => {
    expect(lostSince({ irr: [{ server: radb, told: told([]) }] })).toEqual([]);
  });

  test('what a silent server had still counts', () => {
    const both = aPrefixEvidence({
      irr: [
        { server: ripe, told: told([aRoute()]) },
        { server: radb, told: told([aRoute({ source: 'RADB' })]) },
      ],
    });
    const half = [
      { server: ripe, told: silent() },
      { server: radb, told: told([]) },
    ];
    expect(lostSince({ irr: half }, both)).toEqual([]);
  });
});

describe('of the RPKI', () => {
  test('a ROA that contradicts makes it invalid, and is named', () => {
    const other = aVrp({ asn: 64_666 });
    expect(lostSince({ rpki: told({ vrps: [other] }) })).toEqual([{ kind: 'rpki-invalid', vrps: [other] }]);
    const unknown = aPrefixEvidence({ rpki: told({ vrps: [] }) });
    expect(lostSince({ rpki: told({ vrps: [other] }) }, unknown)).toMatchObject([{ kind: 'rpki-invalid' }]);
  });

  test('its ROA is gone', () => {
    expect(lostSince({ rpki: told({ vrps: [] }) })).toEqual([{ kind: 'roa-gone' }]);
  });

  test('what was invalid when Microsoft accepted it has lost nothing', () => {
    const invalid = aPrefixEvidence({ rpki: told({ vrps: [aVrp({ asn: 64_666 })] }) });
    expect(lostSince({ rpki: invalid.rpki }, invalid)).toEqual([]);
    expect(lostSince({ rpki: told({ vrps: [] }) }, invalid)).toEqual([]);
  });

  test('what got better is the measure from then on', () => {
    const none = aPrefixEvidence({ rpki: told({ vrps: [] }) });
    expect(lost({ evidence: none }, { evidence: well }, { evidence: none }, { evidence: none })).toEqual([
      { kind: 'roa-gone' },
    ]);
  });

  test('is forgotten when it is looked at no more', () => {
    const invalid = aPrefixEvidence({ rpki: told({ vrps: [aVrp({ asn: 64_666 })] }) });
    const off = { evidence: aPrefixEvidence({ rpki: silent('not-configured') }) };
    expect(lost({ evidence: well }, { evidence: invalid }, off, off)).toEqual([]);
  });
});

describe('of the registration', () => {
  const gone: Look = { evidence: well, certificates: [], signature: { kind: 'unmatched' } };

  test('the certificate that signed is gone', () => {
    expect(lost(signedWell, gone, gone)).toEqual([{ kind: 'certificate-gone', handle: 'NET-203-0-113' }]);
  });

  test('a certificate that signed for nothing may go', () => {
    const other = { fingerprint: 'CC', validTo: 1 };
    expect(lost({ ...signedWell, certificates: [certificate, other] }, signedWell, signedWell)).toEqual([]);
    const unsigned: Look = { evidence: well, certificates: [other], signature: { kind: 'none' } };
    expect(lost(unsigned, { ...unsigned, certificates: [] }, { ...unsigned, certificates: [] })).toEqual([]);
  });

  test('a new certificate that signed takes its place', () => {
    const fresh = { fingerprint: 'CC', validTo: 99_000 };
    const renewed: Look = {
      evidence: well,
      certificates: [fresh],
      signature: { kind: 'by', certificate: fresh },
    };
    expect(lost(signedWell, gone, renewed, renewed)).toEqual([]);
  });

  test('while Azure does not say who signed, who did before counts', () => {
    const { signature: _, ...unheard } = gone;
    expect(lost(signedWell, unheard, unheard)).toMatchObject([{ kind: 'certificate-gone' }]);
  });

  test('that no registry knows holds no certificate', () => {
    const unknown: Look = { evidence: aPrefixEvidence({ holder: told(undefined) }) };
    expect(lost(signedWell, unknown, unknown)).toEqual([{ kind: 'certificate-gone' }]);
    expect(
      lost(signedWell, {
        evidence: aPrefixEvidence({ holder: told(aHolder()) }),
        certificates: [certificate],
      }),
    ).toEqual([]);
  });
});

describe('a loss', () => {
  const gone = { evidence: aPrefixEvidence({ irr: irr() }) };
  const quiet = { evidence: noEvidence(well) };

  test('is believed when a second look sees it', () => {
    expect(lost({ evidence: well }, gone)).toEqual([]);
    expect(lost({ evidence: well }, gone, gone)).toHaveLength(1);
  });

  test('is not believed because nobody answers the second look', () => {
    expect(lost({ evidence: well }, gone, quiet)).toEqual([]);
    expect(lost({ evidence: well }, gone, quiet, gone)).toHaveLength(1);
    expect(lost({ evidence: well }, gone, { evidence: well })).toEqual([]);
  });

  test('that is believed stays so beside a new one', () => {
    const both = { evidence: aPrefixEvidence({ irr: irr(), rpki: told({ vrps: [] }) }) };
    expect(lost({ evidence: well }, gone, gone, both).map(({ kind }) => kind)).toEqual(['route-gone']);
    expect(lost({ evidence: well }, gone, gone, both, both).map(({ kind }) => kind)).toEqual([
      'route-gone',
      'roa-gone',
    ]);
  });

  test('is none any more once Microsoft has accepted the prefix anew, or it has another AS number', () => {
    const refused = { ...gone, watched: { isAccepted: false } };
    expect(lost({ evidence: well }, gone, refused)).toHaveLength(1);
    expect(lost({ evidence: well }, gone, refused, gone)).toEqual([]);
    expect(lost({ evidence: well }, gone, { ...gone, watched: { asn: 64_511 } })).toEqual([]);
  });
});
