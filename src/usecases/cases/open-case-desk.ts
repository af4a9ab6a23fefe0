import { createHash } from 'node:crypto';
import type { CaseCommand } from '../../domain/validation/case/command.ts';
import { createTurnstile } from '../in-turn.ts';
import { actOnCase } from './act-on-case.ts';
import { attachFile } from './attach-file.ts';
import { beginAct } from './begin-act.ts';
import type { CaseAct, CaseDesk } from './case-desk.ts';
import type { CaseDeskDeps } from './desk-deps.ts';
import { openCase } from './open-case.ts';
import { packCase } from './pack-case.ts';
import { seeCases } from './see-cases.ts';

/** The desk of one process. */
export type OpenCaseDesk = CaseDesk & {
  /** Circuits and sessions were looked at: cases go on, and new ones open by themselves where that is wished. */
  circuitsSeen(): Promise<void>;
};

function commandOf(act: CaseAct, by: string, id: string): CaseCommand {
  return act.kind === 'reply' || act.kind === 'record-answer' ? { ...act, by, id } : { ...act, by };
}

/** Ids of forms are Slack's: this one fits into the names that Azure takes. */
function nameFor(caseId: string, formId: string): string {
  return createHash('sha256').update(`${caseId} ${formId}`).digest('hex').slice(0, 32);
}

export function openCaseDesk(deps: CaseDeskDeps & { readonly opensByItself: boolean }): OpenCaseDesk {
  /** Of two that want a case for the same circuit, the second must see the first's. */
  const inTurn = createTurnstile();
  return {
    open: (caller, circuitId) => inTurn(() => openCase(deps, caller, circuitId)),
    circuitsSeen: () => inTurn(() => seeCases(deps)),
    begin: (caller, caseId, deed) => beginAct(deps, caller, caseId, deed),
    act: (caller, caseId, act, formId) => {
      const id = formId === undefined ? deps.newId() : nameFor(caseId, formId);
      return actOnCase(deps, caller, caseId, commandOf(act, caller.userId, id));
    },
    attach: (caller, caseId, upload) => attachFile(deps, caller, caseId, upload),
    pack: (caller, caseId, fileIds) => packCase(deps, caller, caseId, fileIds),
  };
}
