import { join } from 'node:path';
import type { Config } from '../config.ts';
import { createCaseFiles } from '../store/case-files.ts';
import type { casePreflightOf } from '../usecases/cases/case-preflight.ts';
import type { CaseDeskDeps } from '../usecases/cases/desk-deps.ts';
import { openCaseDesk } from '../usecases/cases/open-case-desk.ts';
import { createCaseRun } from '../usecases/cases/run-cases.ts';
import type { CaseRunDeps } from '../usecases/cases/run-deps.ts';
import { createFileSweep } from '../usecases/cases/sweep-files.ts';
import type { Contact } from '../usecases/validation/support.ts';
import { startLaneRunner } from '../watch/lane-runner.ts';
import type { Undo } from './undo.ts';

export type CaseParts = Omit<CaseDeskDeps, 'caseFiles' | 'approvalsChannel'> &
  Pick<CaseRunDeps, 'azure' | 'support' | 'log'> & {
    readonly preflight: ReturnType<typeof casePreflightOf>;
    readonly contact: () => Contact | undefined;
    readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
    readonly undo: Undo;
  };

const hourMs = 3_600_000;

/** Microsoft is asked for news of a ticket as often as circuits are polled, within these bounds. */
const shortestMirrorMs = 15_000;
const longestMirrorMs = 60_000;

/** The desk where people work on manual validations, and what carries them on. */
export function openCases(config: Config, parts: CaseParts) {
  const { now, log, wait, contact } = parts;
  const caseFiles = createCaseFiles(join(config.DATA_DIR, 'cases'));
  const desk = openCaseDesk({
    ...parts,
    caseFiles,
    approvalsChannel: config.APPROVALS_CHANNEL,
    opensByItself: config.CASES_OPEN === 'auto',
  });
  const ending = new AbortController();
  const run = createCaseRun({
    ...parts,
    preflight: (circuit) => parts.preflight(circuit, ending.signal),
    caseFiles,
    settings: { contact, severity: config.SUPPORT_SEVERITY, problem: config.SUPPORT_PROBLEM },
    times: {
      remindAfterMs: config.CASE_REMIND_HOURS * hourMs,
      stepMs: config.CASE_STEP_HOURS * hourMs,
      keepFilesMs: config.CASE_FILES_KEEP_DAYS * 24 * hourMs,
    },
    mirrorMs: Math.min(longestMirrorMs, Math.max(shortestMirrorMs, config.POLL_SECONDS * 1_000)),
  });
  const runner = startLaneRunner({ run, what: 'a case', now, wait, log });
  const sweep = createFileSweep({ ...parts, caseFiles });
  const sweeper = startLaneRunner({ run: sweep, what: 'the files of cases', now, wait, log });
  /** Nobody waits for registries then: the case asks them again. */
  async function stop(): Promise<void> {
    const stopped = runner.stop();
    ending.abort();
    await stopped;
  }
  parts.undo.push(sweeper.stop, stop);
  return { desk, wake: runner.wake };
}
