import type { Case } from '../../../domain/validation/case/case.ts';
import { caseView } from '../../../domain/validation/case/view.ts';
import { md, trusted } from '../mrkdwn.ts';
import { caseReply } from '../notice/case.ts';
import type { Reply } from '../reply.ts';

/** To whoever wanted a case: whether it was there, and where everybody sees it. */
export function openedCaseReply(it: Case, isNew: boolean): Reply {
  const place = trusted(`<#${it.channelId.replace(/[^A-Z0-9]/gu, '')}>`);
  const lead = isNew
    ? md`Case ${it.id} is open. It stands in ${place}, and its thread is its file.`
    : md`*${it.circuit.name}* has an open case already: ${it.id}, in ${place}. This is a copy for you alone.`;
  return caseReply(caseView(it), lead);
}
