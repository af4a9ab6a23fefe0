import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/validation/case/case.ts';
import { createFileSweep } from '../../../src/usecases/cases/sweep-files.ts';
import { aCase, aCaseFile, dayMs } from '../../support/a-case.ts';
import { t0 } from '../../support/a-circuit.ts';
import { keptLog } from '../../support/kept-log.ts';

const hourMs = 3_600_000;

function aFolder(cases: readonly Case[], ...kept: readonly string[]) {
  const world = { now: t0, cases: [...cases], kept: new Set(kept) };
  const log = keptLog();
  const sweep = createFileSweep({
    store: { case: async (id) => world.cases.find((one) => one.id === id) },
    caseFiles: {
      list: async () =>
        [...world.kept].map((path) => {
          const [caseId = '', fileId = ''] = path.split('/');
          return { caseId, fileId };
        }),
      removeFile: async ({ caseId, fileId }) => void world.kept.delete(`${caseId}/${fileId}`),
    },
    now: () => world.now,
    log,
  });
  /** What the runner does: looks, and does what is due. */
  const turn = async (afterMs = 0) => {
    world.now += afterMs;
    const { due } = await sweep.look();
    if (due.length > 0) await sweep.advance();
    return due.length > 0;
  };
  return { world, log, turn, files: () => [...world.kept] };
}

const known = aCase({
  id: 'CASE-A',
  files: [aCaseFile({ id: 'letter' }), aCaseFile({ id: 'taken-out', isRemoved: true })],
});

describe('files that belong to no case', () => {
  it('are removed at the second look, and every other stays', async () => {
    const paths = ['CASE-A/letter', 'CASE-A/taken-out', 'CASE-A/not-taken', 'CASE-GONE/letter'];
    const { turn, files, log } = aFolder([known], ...paths);
    await turn();
    expect(files()).toEqual(paths);
    await turn(hourMs);
    expect(files()).toEqual(['CASE-A/letter']);
    expect(log.lines).toEqual(['info: files that belong to no case were removed']);
    await turn(hourMs);
    expect(files()).toEqual(['CASE-A/letter']);
  });

  it('are not those that were just kept: a case may have them a moment later', async () => {
    const { turn, files, world } = aFolder([], 'CASE-A/letter');
    await turn();
    world.cases.push(known);
    await turn(hourMs);
    world.kept.add('CASE-A/new');
    await turn(hourMs);
    expect(files()).toEqual(['CASE-A/letter', 'CASE-A/new']);
  });

  it('are looked for once an hour, also by a clock that was set back by days', async () => {
    const { turn } = aFolder([], 'CASE-A/letter');
    expect(await turn()).toBe(true);
    expect(await turn(hourMs - 1)).toBe(false);
    expect(await turn(1)).toBe(true);
    expect(await turn(-3 * dayMs)).toBe(true);
    expect(await turn(hourMs - 1)).toBe(false);
  });
});
