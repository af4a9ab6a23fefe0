import type { Instant } from '../../domain/instant.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import { passCaseTime } from '../../domain/validation/case/pass-time.ts';
import type { CaseWork } from '../../domain/validation/case/work.ts';
import { attachPreflight } from './attach-preflight.ts';
import { caseRulesOf } from './case-rules.ts';
import { mirrorTicket } from './mirror-ticket.ts';
import { moveLatest } from './move-case.ts';
import type { CaseRunDeps } from './run-deps.ts';
import { sendReply } from './send-reply.ts';
import { submitTicket } from './submit-ticket.ts';

/** When the same kind of work may be tried again; undefined: whenever the case says so. */
export async function doWork(
  deps: CaseRunDeps,
  it: Case,
  kind: CaseWork['kind'],
): Promise<Instant | undefined> {
  switch (kind) {
    case 'preflight':
      return attachPreflight(deps, it);
    case 'submit':
      return submitTicket(deps, it);
    case 'reply':
      return sendReply(deps, it);
    case 'mirror':
      return mirrorTicket(deps, it);
    case 'time':
      return passTime(deps, it);
    case 'remove-files':
      return removeFiles(deps, it);
  }
}

async function passTime({ times, rules, ...deps }: CaseRunDeps, { id }: Case): Promise<undefined> {
  const at = deps.now();
  await moveLatest(deps, id, (it) => passCaseTime(it, { ...times, rules: caseRulesOf(rules) }, at), at);
}

/** The folder first: a case that says that its files are gone must not lie. */
async function removeFiles(deps: CaseRunDeps, { id }: Case): Promise<undefined> {
  await deps.caseFiles.remove(id);
  const at = deps.now();
  const removed = { kind: 'files-removed', at } as const;
  await moveLatest(deps, id, ({ closed }) => (closed && !closed.filesRemoved ? [removed] : []), at);
}
