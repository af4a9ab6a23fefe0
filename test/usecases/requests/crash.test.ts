import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWrite } from '../../../src/domain/operation/step.ts';
import { typedKey } from '../../support/an-intent.ts';
import { actsOf, anOffice, ask, Crash, drive, type Office } from './support/an-office.ts';
import { lives } from './support/lives.ts';

type Life = (typeof lives)[number];

/** Approved and not begun; the points at which the next process can die are counted from here. */
async function approved({ intent, prepare }: Life) {
  const office = anOffice();
  prepare?.(office);
  const id = await ask(office.start(), intent);
  office.points.passed = 0;
  office.world.stirs = 0;
  return { office, id };
}

/** Runs process after process; each dies at its point, the last one goes on to the end. */
async function runThrough(office: Office, crashes: readonly number[], downMs: number): Promise<number> {
  let died = 0;
  for (const crashAt of [...crashes, Number.POSITIVE_INFINITY]) {
    Object.assign(office.points, { passed: 0, crashAt });
    const process = office.start();
    try {
      await drive(office, process);
      return died;
    } catch (crash) {
      if (!(crash instanceof Crash)) throw crash;
      died++;
      office.world.now += downMs;
    }
  }
  return died;
}

/** Everything happened, and nothing twice. */
async function expectOnce({ office, id }: Awaited<ReturnType<typeof approved>>, life: Life) {
  const request = await office.requestNow(id);
  expect(request.state).toBe('succeeded');
  const taken = office.azure.taken.map(({ kind }) => kind);
  expect(life.setsKey ? [...new Set(taken)] : taken).toEqual(
    request.plan.steps.filter(isWrite).map(({ kind }) => kind),
  );
  const decided = life.approvals > 0 ? ['approve'] : [];
  expect(await actsOf(office.store, id)).toEqual(['request', ...decided, 'execute', 'succeed']);
  const owed = await office.store.owed();
  expect(owed.filter(({ card }) => card === `request.${id}`)).toMatchObject([
    { notice: { kind: 'request', view: { state: { state: 'succeeded' } } } },
  ]);
  const endings = owed.filter(({ notice }) => notice.kind === 'request-ended').length;
  expect(endings).toBeLessThanOrEqual(1);
  if (life.approvals > 0) expect(endings).toBe(1);
  expect(JSON.stringify([request, owed, await office.store.dueAudit(), office.log.lines])).not.toMatch(
    new RegExp(`${typedKey}|SIGNATURE`, 'u'),
  );
}

describe.each(lives)('$name, killed', (life) => {
  it.each([0, 3_600_000])(
    'at any point, and begun again %i ms later, is carried out exactly once',
    async (downMs) => {
      const whole = await approved(life);
      await runThrough(whole.office, [], 0);
      await expectOnce(whole, life);
      const points = whole.office.points.passed;
      expect(points).toBeGreaterThan(8);
      for (let point = 1; point <= points; point++) {
        const made = await approved(life);
        expect(await runThrough(made.office, [point], downMs)).toBe(1);
        await expectOnce(made, life);
      }
    },
  );

  it('again and again is carried out exactly once', async () => {
    const crashes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(crashes, fc.constantFrom(0, 5_000, 100_000), async (points, downMs) => {
        const made = await approved(life);
        await runThrough(made.office, points, downMs);
        await expectOnce(made, life);
      }),
      { numRuns: 60 },
    );
  });
});
