import type { Channels, Gatekeeper, Now, Rules } from '../ports.ts';
import type { CaseFiles, SlackFiles } from '../validation/files.ts';
import type { MoveDeps } from './move-case.ts';

export type CaseDeskDeps = MoveDeps & {
  readonly gatekeeper: Gatekeeper;
  readonly rules: Pick<Rules, 'policy'>;
  readonly channels: Pick<Channels, 'standing'>;
  readonly approvalsChannel: string | undefined;
  readonly caseFiles: CaseFiles;
  readonly slackFiles: Pick<SlackFiles, 'fetch'>;
  readonly now: Now;
  readonly newId: () => string;
};
