import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../src/domain/validation/case/case.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import {
  aCaseOffice,
  type CaseOffice,
  type CaseProcess,
  Crash,
  keepFilesMs,
  lon01,
} from './support/a-case-office.ts';
import { actOnce } from './support/people.ts';

const forbidden = new AzureFault('forbidden', 'The plan has no API');

const lives = [
  { name: 'a case that goes through the API', prepare: (_: CaseOffice) => {} },
  {
    name: 'a case that is opened by hand',
    prepare: ({ support }: CaseOffice) => support.refuse('openWorkspace', forbidden),
  },
] as const;
type Life = (typeof lives)[number];

async function opened({ prepare }: Life): Promise<CaseOffice> {
  const office = aCaseOffice();
  prepare(office);
  await office.showCircuit(lon01());
  return office;
}

/** One thing at a time, by whoever's turn it is, until the case is closed and its files are gone. */
async function liveOn(office: CaseOffice, process: CaseProcess): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    await process.desk.circuitsSeen();
    const it = await office.theCase();
    if (!isOpen(it) && it.closed?.filesRemoved) return;
    const { due } = await process.run.look();
    if (due.length > 0) await process.run.advance(it.id);
    else if (!(await actOnce(office, process, it))) office.world.now += isOpen(it) ? 10_000 : keepFilesMs;
  }
  throw new Error('It never ends.');
}

/** Runs process after process; each dies at its point, the last one goes on to the end. */
async function liveThrough(office: CaseOffice, crashes: readonly number[]): Promise<number> {
  let died = 0;
  for (const crashAt of [...crashes, Number.POSITIVE_INFINITY]) {
    Object.assign(office.points, { passed: 0, crashAt });
    try {
      await liveOn(office, office.start());
      return died;
    } catch (crash) {
      if (!(crash instanceof Crash)) throw crash;
      died++;
    }
  }
  return died;
}

/** All that came of a life, but for when it happened and which letters names have. */
async function whatCameOf(office: CaseOffice) {
  const { support, store, kept } = office;
  const entries = await office.entriesOf();
  const audit = await store.dueAudit();
  const { closed, ticket, files, steps } = await office.theCase();
  return {
    tickets: [...support.tickets.values()].map(({ ask }) => ({ ...ask, name: '', workspace: '' })),
    files: [...support.tickets.values()].map(({ ask }) => [
      ...(support.workspaces.get(ask.workspace ?? '') ?? []),
    ]),
    said: support.said.map(({ direction, body }) => [direction, body]),
    entries: entries.map((entry) => [entry.kind, 'step' in entry ? entry.step : undefined]),
    audit: audit.map(({ act, by, note }) => [act, by, note]),
    ticket: { number: ticket?.number, how: ticket?.how, status: ticket?.status },
    why: closed?.why,
    caseFiles: files.map(({ name, isRemoved }) => [name, isRemoved]),
    states: Object.values(steps).map(({ state }) => state),
    keptFor: [...kept.keys()],
  };
}

const expected = await Promise.all(
  lives.map(async (life) => {
    const office = await opened(life);
    await liveThrough(office, []);
    return {
      life,
      cameOf: await whatCameOf(office),
      points: office.points.passed,
      made: office.support.made,
    };
  }),
);

describe.each(expected)('$life.name', ({ life, cameOf, points, made }) => {
  it('is told from its opening to its end, each thing once', () => {
    const isApi = life === lives[0];
    expect(cameOf).toMatchObject({
      why: 'configured',
      ticket: { how: isApi ? 'api' : 'by-hand', status: isApi ? 'Closed' : 'Open' },
      said: [
        ['inbound', 'Which contract?'],
        ['outbound', 'EX-2291.'],
      ],
      keptFor: [],
    });
    expect(cameOf.tickets).toHaveLength(isApi ? 1 : 0);
    if (isApi)
      expect(cameOf.files[0]?.map(([name]) => name)).toEqual(['what-the-registries-say.txt', 'letter.pdf']);
    expect(new Set(made).size).toBe(made.length);
    expect(points).toBeGreaterThan(40);
  });

  it('comes to the same when it is killed at any point', async () => {
    for (let point = 1; point <= points; point++) {
      const office = await opened(life);
      expect(await liveThrough(office, [point])).toBe(1);
      expect(await whatCameOf(office), `killed at point ${point}`).toEqual(cameOf);
    }
  });

  it('comes to the same when it is killed again and again', async () => {
    const crashes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(crashes, async (at) => {
        const office = await opened(life);
        await liveThrough(office, at);
        expect(await whatCameOf(office)).toEqual(cameOf);
      }),
      { numRuns: 40 },
    );
  });

  it('comes to the same when any call to Microsoft goes wrong, before or after it acted', async () => {
    const calls = [
      'classification',
      'openWorkspace',
      'upload',
      'ticket',
      'createTicket',
      'communications',
      'reply',
    ] as const;
    for (const call of calls) {
      for (const acted of [false, true]) {
        const office = await opened(life);
        office.support.script(call, new AzureFault('unavailable', 'The answer was lost'), acted);
        await liveThrough(office, []);
        expect(await whatCameOf(office), `${call}, ${acted ? 'answer lost' : 'not reached'}`).toEqual(cameOf);
      }
    }
  });
});
