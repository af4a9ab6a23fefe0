import type { AccessDesk, Sight } from '../usecases/access/access-desk.ts';
import type { AlertDesk } from '../usecases/alerts/alert-desk.ts';
import type { AuditFile } from '../usecases/audit/audit-file.ts';
import type { CaseDesk } from '../usecases/cases/case-desk.ts';
import type { Finding } from '../usecases/doctor/finding.ts';
import type { FreshnessBoard } from '../usecases/freshness.ts';
import type { Azure, AzureWriter, Channels, Gatekeeper, Log, Now, Rules } from '../usecases/ports.ts';
import type { RequestDesk } from '../usecases/requests/request-desk.ts';
import type { Store } from '../usecases/store.ts';
import type { Telemetry } from '../usecases/telemetry.ts';
import type { SlackFiles } from '../usecases/validation/files.ts';
import type { PrefixReader } from '../usecases/validation/prefix-reader.ts';
import type { PreflightBoard } from '../usecases/validation/preflight-board.ts';
import type { Registries } from '../usecases/validation/registries.ts';
import type { Signatures } from '../usecases/validation/signatures.ts';

/** What listeners are registered with. It is nobody's yet: `personalDeps` makes it somebody's. */
export type SharedDeps = {
  /** All that is remembered, for what is done for a channel or a request. What a person is shown comes from `store`. */
  readonly whole: Store;
  readonly azure: Azure;
  readonly writer: AzureWriter;
  /** The Azure subscriptions that are watched. */
  readonly subscriptionIds: readonly string[];
  readonly channels: Channels;
  readonly gatekeeper: Gatekeeper;
  readonly access: AccessDesk;
  readonly rules: Rules;
  readonly desk: RequestDesk;
  /** Where people work on manual validations. */
  readonly cases: CaseDesk;
  readonly files: SlackFiles;
  /** All that concerns alerts goes through it. */
  readonly alerts: AlertDesk;
  readonly telemetry: Telemetry;
  readonly prefixReader: PrefixReader;
  readonly registries: Pick<Registries, 'look'>;
  readonly preflights: PreflightBoard;
  readonly signatures: Signatures;
  /** What the own organisation is called. */
  readonly organizations: readonly string[];
  /** Looks at everything that Trunkline depends on. */
  readonly doctor: () => Promise<readonly Finding[]>;
  readonly audit: AuditFile;
  readonly freshness: FreshnessBoard;
  readonly linksDeadlineMs: number;
  readonly now: Now;
  readonly newId: () => string;
  /** Something became owed. */
  readonly wakeOutbox: () => void;
  readonly log: Log;
};

/** What the listeners answer one person with. */
export type ChatDeps = SharedDeps & {
  /** What this person may look at. */
  readonly sight: Sight;
  /** As this person sees it: circuits out of their sight are not in it. */
  readonly store: Store;
};
