import { describe, expect, test } from 'vitest';
import { type PrefixEvidence, type Silence, silences } from '../../../src/domain/validation/evidence.ts';
import { checkRegistries } from '../../../src/usecases/doctor/checks/registries.ts';
import { t0 } from '../../support/a-circuit.ts';

const told = <T>(value: T) => ({ kind: 'told', value, at: t0 }) as const;
const silent = (why: Silence, detail?: string) =>
  ({ kind: 'silent', why, ...(detail ? { detail } : {}) }) as const;

/** What the doctor says when the registries say this of what it asks about. */
async function findings(overrides: Partial<PrefixEvidence>) {
  const asked: (readonly string[])[] = [];
  const evidence: PrefixEvidence = {
    prefix: '192.0.2.0/24',
    family: 'ipv4',
    irr: [{ server: 'whois.example:43', told: told([]) }],
    rpki: told({ vrps: [], builtAt: t0 - 90 * 60_000 }),
    holder: told(undefined),
    ...overrides,
  };
  const look = async (prefixes: readonly string[]) => {
    asked.push(prefixes);
    return [evidence];
  };
  const found = await checkRegistries({ look }, () => t0).look();
  expect(asked).toEqual([['192.0.2.0/24']]);
  return found;
}

const lines = async (overrides: Partial<PrefixEvidence>) =>
  (await findings(overrides)).map(({ level, name, found }) => `${level} ${name}: ${found}`);

describe('the registries', () => {
  test('that answer are well, each by itself, though they know nothing of what was asked', async () => {
    expect(await lines({})).toEqual([
      'ok Routing registry whois.example:43: It answers.',
      'ok RPKI: The list is read; it was made 90 min ago.',
      'ok RDAP: It answers.',
    ]);
  });

  test('tell how old their list is, where it says', async () => {
    expect((await lines({ rpki: told({ vrps: [], builtAt: t0 - 30 * 3_600_000 }) }))[1]).toContain(
      'made 30 h ago',
    );
    expect((await lines({ rpki: told({ vrps: [] }) }))[1]).toBe('ok RPKI: The list is read.');
  });

  test('of which one is silent are told with what it said and what to do', async () => {
    const irr = [
      { server: 'a.example:43', told: told([]) },
      { server: 'b.example:43', told: silent('unreachable', 'Its name is not known to DNS.') },
    ];
    const [, second] = await findings({ irr });
    expect(second).toEqual({
      name: 'Routing registry b.example:43',
      level: 'warn',
      found: 'It cannot be reached. Its name is not known to DNS.',
      mend: expect.stringContaining('IRR_SERVERS names (whois)'),
    });
  });

  test('that nobody named are not tried, and it is said what is lost', async () => {
    const found = await findings({ irr: [], rpki: silent('not-configured') });
    expect(found.map(({ level }) => level)).toEqual(['skipped', 'skipped', 'ok']);
    expect(found[1]?.mend).toContain('Set RPKI_VRP_URL');
  });

  test.each(silences)('have a mend for %s, wherever it is', async (why) => {
    const irr = [{ server: 'a.example:43', told: silent(why) }];
    const found = await findings({ irr, rpki: silent(why), holder: silent(why) });
    expect(found).toHaveLength(3);
    for (const { level, mend } of found) {
      expect(level).not.toBe('ok');
      expect(mend).toMatch(/(?:IRR_SERVERS|RPKI_VRP_URL|RDAP_URL).*\.$/u);
    }
  });

  test('are given longer than other checks, since they wait for the slowest', () => {
    expect(checkRegistries({ look: async () => [] }, () => t0).patienceMs).toBeGreaterThan(10_000);
  });
});
