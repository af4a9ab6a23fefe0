import { describe, expect, test } from 'vitest';
import type { Trouble } from '../../../src/domain/alert/condition.ts';
import { incidentView } from '../../../src/domain/alert/incidents/incident-view.ts';
import type { RegistryLoss } from '../../../src/domain/validation/registration/registry-loss.ts';
import { incidentReply } from '../../../src/slack/blocks/notice/incident.ts';
import { circuitIdOf, t0 } from '../../support/a-circuit.ts';
import { anIncident } from '../../support/an-incident.ts';
import { wordsOf } from '../../support/reading.ts';

const circuitId = circuitIdOf('lon-01');
const prefix = '198.51.100.0/24';

/** Title, meaning and what to do. */
function told(trouble: Trouble, isOver = false): readonly string[] {
  const subject =
    trouble.kind === 'certificate'
      ? ({ kind: 'certificate', circuitId } as const)
      : ({ kind: 'registry', circuitId, family: 'ipv4' } as const);
  const over = { state: 'resolved', ending: { kind: 'well' }, goodSince: t0 + 240_000 } as const;
  const { blocks } = incidentReply(incidentView(anIncident({ subject, trouble, ...(isOver ? over : {}) })));
  return wordsOf({ blocks: blocks.map((block) => ({ ...block })) }).split('\n');
}

const lost = (...losses: readonly RegistryLoss[]): Trouble => ({
  kind: 'registry',
  prefixes: [{ prefix, asn: 64_510, losses }],
  omitted: 0,
});

const gone: RegistryLoss = { kind: 'route-gone', sources: ['RADB', 'RIPE'], isCovered: false };
const losses: readonly (readonly [RegistryLoss, title: string, evidence: string])[] = [
  [gone, `${prefix} lost its route object`, 'No route object with AS 64510 is left; RADB and RIPE had one.'],
  [
    { kind: 'route-gone', sources: ['RIPE'], isCovered: true },
    `${prefix} lost its route object`,
    'RIPE has no route object with AS 64510 for exactly this prefix any more, only for a larger network.',
  ],
  [
    { kind: 'origin-changed', sources: ['RIPE'], routes: [{ origin: 64_666, source: 'RADB' }] },
    `${prefix} has another origin AS in the registries`,
    'The route object names AS 64666 (RADB) instead of AS 64510 (RIPE).',
  ],
  [
    { kind: 'rpki-invalid', vrps: [{ prefix: '198.51.0.0/16', maxLength: 20, asn: 64_666 }] },
    `${prefix} is RPKI-invalid`,
    'No ROA allows AS 64510 to originate it, only AS 64666 for 198.51.0.0/16 up to /20.',
  ],
  [
    { kind: 'roa-gone' },
    `${prefix} lost its ROA`,
    'The ROA that allowed AS 64510 is gone, and no other covers it.',
  ],
  [
    { kind: 'certificate-gone', handle: 'NET-1' },
    `${prefix} lost its certificate in the registry`,
    'The certificate that signed for it is not in the registry record NET-1 any more.',
  ],
];

describe('what an accepted prefix lost in the registries', () => {
  test.each(losses)(
    '%j says which, what stands there now, what it means and what to do',
    (loss, title, evidence) => {
      const [first, meaning, todo] = told(lost(loss));
      expect(first).toBe(`:red_circle: *lon-01* · Microsoft peering, IPv4 · ${title}`);
      expect(meaning).toBe(
        `${evidence} Traffic goes on until Microsoft validates again: then the prefix may lose Configured, and with that BGP.`,
      );
      expect(todo).toMatch(/^\*You\*: /u);
    },
  );

  test('of several prefixes tells the first two, and how many more', () => {
    const prefixes = Array.from({ length: 4 }, (_, index) => ({
      prefix: `198.51.${index}.0/24`,
      asn: 64_510,
      losses: [gone, { kind: 'roa-gone' }] as const,
    }));
    const [first, meaning] = told({ kind: 'registry', prefixes, omitted: 3 });
    expect(first).toContain('7 prefixes changed in the registries');
    expect(meaning).toMatch(
      /^198\.51\.0\.0\/24: No route.*198\.51\.1\.0\/24: No route.* And 5 more\. Traffic/u,
    );
    expect(meaning).not.toContain('198.51.2.0/24');
  });

  test('and has again is told with how long it was away', () => {
    expect(told(lost(gone), true)[0]).toContain('registries have the prefix again after 4 min');
  });
});

test.each([
  ['month', 'ends within 30 days'],
  ['week', 'ends within 7 days'],
  ['ended', 'has ended'],
] as const)(
  'a certificate in its last %s says when it ends, of which prefix, and where to sign anew',
  (stage, title) => {
    const [first, meaning, todo] = told({
      kind: 'certificate',
      stage,
      prefixes: [{ prefix, endsAt: t0 }],
      omitted: 0,
    });
    expect(first).toBe(`:red_circle: *lon-01* · Microsoft peering · signing certificate ${title}`);
    expect(meaning).toMatch(/^That of 198\.51\.100\.0\/24 end(s|ed) <!date\^\d+\^/u);
    expect(todo).toContain('`/circuit sign lon-01`');
  },
);
