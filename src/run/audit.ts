import { join } from 'node:path';
import { Environment } from '../config.ts';
import type { Verdict } from '../store/audit/check-chain.ts';
import { headPath } from '../store/audit/head.ts';
import { verifyAudit } from '../store/verify-audit.ts';
import { AuditFault } from '../usecases/audit/audit-fault.ts';

const usage =
  'npm run audit -- verify [file]: whether the audit trail in DATA_DIR, or in the file, is as it was written';

/** What is said, and the exit code: 0 only when nothing is wrong. */
export type AuditAnswer = { readonly text: string; readonly code: 0 | 1 };

/** `verify [file]`. */
export async function runAudit(args: readonly string[], env: NodeJS.ProcessEnv): Promise<AuditAnswer> {
  const [deed, file, ...rest] = args;
  if (deed !== 'verify' || rest.length > 0) return { text: usage, code: 1 };
  const { DATA_DIR } = Environment.pick({ DATA_DIR: true }).parse({ DATA_DIR: env.DATA_DIR || undefined });
  const path = file ?? join(DATA_DIR, 'audit.jsonl');
  try {
    const verdict = await verifyAudit(path);
    const isWell = verdict.kind === 'whole' || verdict.kind === 'none';
    return { text: `${path}: ${wordsOf(verdict, headPath(path))}`, code: isWell ? 0 : 1 };
  } catch (fault) {
    if (!(fault instanceof AuditFault)) throw fault;
    return { text: fault.message, code: 1 };
  }
}

const compare = 'Compare it with a copy from your backups to see what stood there.';

function wordsOf(verdict: Verdict, head: string): string {
  switch (verdict.kind) {
    case 'none':
      return 'there is no audit trail yet.';
    case 'whole':
      return `${counted(verdict.lines)} as written.${unconfirmed(verdict.unconfirmed, head)}`;
    case 'changed':
      return `line ${verdict.line} was changed. The lines above it are as written. ${compare}`;
    case 'removed':
      return `${range(verdict.from, verdict.to)} removed: missing before line ${verdict.line}. ${compare}`;
    case 'moved':
      return `line ${verdict.line} is out of order: it was written as line ${verdict.seq}. ${compare}`;
    case 'cut-off':
      return `${range(verdict.from, verdict.to)} cut off at the end: ${head} knows ${verdict.to}. ${compare}`;
    case 'unfinished':
      return `line ${verdict.line} does not end: a write was cut short, or somebody added it. Trunkline puts it aside when it writes next. The lines above it are as written.`;
    case 'head-missing':
      return `${counted(verdict.lines)} as written, but ${head} is missing: nobody can tell whether more were cut off at the end.`;
    case 'head-damaged':
      return `${counted(verdict.lines)} as written, but ${head} cannot be read: nobody can tell whether more were cut off at the end.`;
  }
}

function counted(lines: number): string {
  return lines === 1 ? '1 line is' : `${lines} lines are`;
}

function range(from: number, to: number): string {
  return from === to ? `line ${from} was` : `lines ${from} to ${to} were`;
}

/** Trunkline writes the line first and the head afterwards. */
function unconfirmed(count: number, head: string): string {
  return count === 0
    ? ''
    : ` ${head} does not know the last ${count} yet; it will when Trunkline writes next.`;
}
