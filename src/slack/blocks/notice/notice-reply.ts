import type { Notice } from '../../../domain/alert/notice.ts';
import type { Reply } from '../reply.ts';
import { caseReply } from './case.ts';
import { caseEntriesReply } from './case-entries.ts';
import { catchUpReply } from './catch-up.ts';
import { changeReply } from './change.ts';
import { channelLostReply } from './channel-lost.ts';
import { digestReply } from './digest.ts';
import { digestTurnsReply } from './digest-turns.ts';
import { firstSightReply } from './first-sight.ts';
import { incidentReply } from './incident.ts';
import { incidentStepsReply } from './incident-steps.ts';
import { requestReply } from './request.ts';
import { requestEndedReply } from './request-ended.ts';
import { storeRecoveredReply } from './store-recovered.ts';

/** How something owed reads. */
export function noticeReply(notice: Notice): Reply {
  switch (notice.kind) {
    case 'change':
      return changeReply(notice.change, notice.cause);
    case 'catch-up':
      return catchUpReply(notice);
    case 'first-sight':
      return firstSightReply(notice);
    case 'channel-lost':
      return channelLostReply(notice);
    case 'store-recovered':
      return storeRecoveredReply(notice);
    case 'request':
      return requestReply(notice.view);
    case 'request-ended':
      return requestEndedReply(notice.view);
    case 'incident':
      return incidentReply(notice.view);
    case 'incident-steps':
      return incidentStepsReply(notice);
    case 'digest':
      return digestReply(notice.view);
    case 'digest-turns':
      return digestTurnsReply(notice);
    case 'case':
      return caseReply(notice.view);
    case 'case-entries':
      return caseEntriesReply(notice);
  }
}
