import type { Result } from '../../result.ts';
import type { CaseRefusal } from './command.ts';
import type { CaseEvent } from './event.ts';

/** What follows from what somebody does with a case, or why they cannot. No events: nothing is to be done. */
export type CaseDecision = Result<readonly CaseEvent[], CaseRefusal>;
