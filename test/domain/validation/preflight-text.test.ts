import { describe, expect, test } from 'vitest';
import { judgePreflight } from '../../../src/domain/validation/judge-preflight.ts';
import { sourcesOf } from '../../../src/domain/validation/preflight-sources.ts';
import { preflightText } from '../../../src/domain/validation/preflight-text.ts';
import { t0 } from '../../support/a-circuit.ts';
import {
  aHolder,
  aPrefixEvidence,
  aRoute,
  radb,
  ripe,
  silent,
  told,
} from '../../support/a-prefix-evidence.ts';
import { anAsked, aQuestion } from './support/a-question.ts';

const evidence = [
  aPrefixEvidence({
    irr: [
      { server: ripe, told: told([aRoute({ origin: 64_511, maintainers: ['FORMER-MNT'] })]) },
      { server: radb, told: { ...silent(), detail: 'no answer within 10 s' } },
    ],
    rpki: told({ vrps: [], builtAt: t0 - 3_600_000 }, t0),
    holder: told(
      aHolder({
        remarks: ['Call us.\nOr write.', '-----BEGIN CERTIFICATE-----\nMII'],
        certificates: ['MII'],
      }),
    ),
  }),
  aPrefixEvidence({ prefix: '192.0.2.0/24', holder: silent('throttled') }),
];
const question = aQuestion({
  prefixes: [anAsked({ state: 'AsnValidationFailed' }), anAsked({ prefix: '192.0.2.0/24' })],
});
const judged = judgePreflight(question, evidence);

describe('a pre-flight as a text', () => {
  test('has the verdict, why, what to do, and all that was told, for each prefix', () => {
    const text = preflightText(judged, { name: 'lon-01', at: t0 });
    expect(text).toMatchInlineSnapshot(`
      "# Prefixes of lon-01 in the public registries

      Looked up 2026-03-02 03:12 UTC. Peer ASN 64510. Prefixes: 2.

      ## Sources
      - whois.ripe.net:43: told of 2, the oldest of 2026-03-02 03:12 UTC
      - whois.radb.net:43: did not answer in time (1)
      - RPKI: told of 2, the oldest of 2026-03-02 02:12 UTC
      - RDAP: told of 1, the oldest of 2026-03-02 03:12 UTC; answers no more questions for now (1)

      ## 203.0.113.0/24: will fail
      Expected: AS64510 in RIPENCC. State at Azure: AsnValidationFailed.
      - RIPE has this prefix from AS64511 only: Azure ends in AsnValidationFailed.
      - RPKI: no ROA covers it, which is no objection.
      - The addresses are registered to Northwind Traders, the circuit’s own organisation.
      - A certificate stands in the record.
      To do: If AS64510 is right, change the route object in RIPE to it. If AS64511 is, set it as the customer ASN of the peering.
        Routing registry whois.ripe.net:43
          203.0.113.0/24 AS64511 in RIPE (FORMER-MNT)
        Routing registry whois.radb.net:43
          It did not answer in time: no answer within 10 s. That is no "not found".
        RPKI
          No ROA covers it.
        RDAP
          NET-203-0-113 · Northwind Traders
          203.0.113.0 to 203.0.113.255, told by rdap.db.ripe.net
          remark: Call us. Or write.
          certificates in it: 1

      ## 192.0.2.0/24: likely automatic
      Expected: AS64510 in RIPENCC. State at Azure: none.
      - RIPE has a route object for exactly this prefix from AS64510.
      - RPKI: valid, by 192.0.2.0/24 up to /24, AS64510 (ripe).
      - Who holds the addresses is not known: RDAP answers no more questions for now.
      To do: Nothing to do.
        Routing registry whois.ripe.net:43
          192.0.2.0/24 AS64510 in RIPE
        RPKI
          192.0.2.0/24 up to /24, AS64510 (ripe)
        RDAP
          It answers no more questions for now. That is no "not found".
      "
    `);
  });

  test('keeps what came from outside on its line', () => {
    const name = 'lon\n## 203.0.113.0/24: likely automatic';
    const [first, second] = preflightText(judged, { name, at: t0 }).split('\n');
    expect(first).toBe('# Prefixes of lon ## 203.0.113.0/24: likely automatic in the public registries');
    expect(second).toBe('');
  });
});

test('a source is as old as the oldest that it told, a list of ROAs as its making', () => {
  const older = aPrefixEvidence({ prefix: '198.51.100.0/24', holder: told(aHolder(), t0 - 60_000) });
  expect(sourcesOf([...evidence, older])).toEqual([
    { name: ripe, told: 3, silent: [], at: t0 },
    { name: radb, told: 0, silent: [{ why: 'timed-out', count: 1 }], at: undefined },
    { name: 'RPKI', told: 3, silent: [], at: t0 - 3_600_000 },
    { name: 'RDAP', told: 2, silent: [{ why: 'throttled', count: 1 }], at: t0 - 60_000 },
  ]);
});
