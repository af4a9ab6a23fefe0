import { App } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { SlackProbe } from '../usecases/doctor/probes.ts';
import type { Channels, Directory, Log, Messenger } from '../usecases/ports.ts';
import type { SlackFiles } from '../usecases/validation/files.ts';
import { registerAuthorizationKey } from './actions/authorization-key.ts';
import { registerAuthorize } from './actions/authorize.ts';
import { registerCaseActions } from './actions/case.ts';
import { registerCircuitDo } from './actions/circuit-do.ts';
import { registerCreateForm } from './actions/create-form.ts';
import { registerDiagnose } from './actions/diagnose.ts';
import { registerFilterList } from './actions/filter-list.ts';
import { registerIncidentActions } from './actions/incident.ts';
import { registerIncidentPages } from './actions/incidents-page.ts';
import { registerListPage } from './actions/list-page.ts';
import { registerMaintenance } from './actions/maintenance.ts';
import { registerMute } from './actions/mute.ts';
import { registerPreflight } from './actions/preflight.ts';
import { registerProviderTexts } from './actions/provider-texts.ts';
import { registerQuiet } from './actions/quiet.ts';
import { registerRequestActions } from './actions/request.ts';
import { registerShowCircuit } from './actions/show-circuit.ts';
import { registerSign } from './actions/sign.ts';
import { registerSubscriptionActions } from './actions/subscription.ts';
import { registerUnknown } from './actions/unknown.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { createChannels } from './channels.ts';
import type { SharedDeps } from './chat-deps.ts';
import { answerClientOptions, createOnceClient } from './client.ts';
import { registerCircuitCommand } from './commands/circuit.ts';
import { createDirectory } from './directory.ts';
import { registerChannelFate } from './events/channel-fate.ts';
import { registerHome } from './events/home.ts';
import { createSlackFiles } from './files.ts';
import { registerGate } from './gate.ts';
import { type Identity, readIdentity } from './identity.ts';
import { createMessenger } from './messenger.ts';
import { createSlackProbe } from './probe.ts';
import { createDoor, type Inbound } from './receiver.ts';
import type { CallWatch } from './sighted.ts';
import { registerAcknowledgeView } from './views/acknowledge.ts';
import { registerAssignView } from './views/assign.ts';
import { registerAuthorizeView } from './views/authorize.ts';
import { registerCaseViews } from './views/case.ts';
import { registerConfirmRequest } from './views/confirm-request.ts';
import { registerCreateView } from './views/create.ts';
import { registerDeprovisionView } from './views/deprovision.ts';
import { registerEditSubscriptionView } from './views/edit-subscription.ts';
import { registerFailoverView } from './views/failover.ts';
import { registerFilterListView } from './views/filter-list.ts';
import { registerIncidentMuteView } from './views/incident-mute.ts';
import { registerLinkView } from './views/link.ts';
import { registerMaintenanceView } from './views/maintenance.ts';
import { registerOrderView } from './views/order.ts';
import { registerPeeringViews } from './views/peering.ts';
import { registerPeeringChoice } from './views/peering-choice.ts';
import { registerQuietView } from './views/quiet.ts';
import { registerRejectRequest } from './views/reject-request.ts';
import { registerResizeView } from './views/resize.ts';
import { registerSignView } from './views/sign.ts';
import { registerUnlinkView } from './views/unlink.ts';

export type SlackOptions = {
  readonly token: string;
  readonly apiUrl: string;
  readonly inbound: Inbound;
  readonly calls?: CallWatch;
};

export interface Slack {
  readonly messenger: Messenger;
  readonly channels: Channels;
  readonly directory: Directory;
  readonly probe: SlackProbe;
  readonly files: SlackFiles;
  /** Asks Slack who the bot is, then listens. Returns the URL that Slack must call; undefined in Socket Mode. */
  start(deps: Omit<SharedDeps, 'channels' | 'log'>): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Slack behind its ports. Nothing is sent or received before `start`. */
export function createSlack({ token, apiUrl, inbound, calls }: SlackOptions, log: Log): Slack {
  const logger = createBoltLogger(log);
  const once = createOnceClient({ token, apiUrl, logger, calls });
  const channels = createChannels(once);
  let app: App | undefined;
  return {
    messenger: createMessenger(once, log),
    channels,
    directory: createDirectory(once),
    probe: createSlackProbe(once),
    files: createSlackFiles({ client: once, token, apiUrl }),
    async start(deps) {
      const identity = await readIdentity(once);
      const door = createDoor(inbound, apiUrl, logger, deps.now);
      app = new App({
        receiver: door.receiver,
        authorize: async () => ({ botToken: token, ...identity }),
        clientOptions: answerClientOptions({ apiUrl, logger, calls }),
        logger,
      });
      register(app, { ...deps, channels, log }, identity);
      return door.open();
    },
    async stop() {
      await app?.stop();
    },
  };
}

/** True for trouble that may be over in a moment; a refused token is not. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof WebAPIHTTPError ||
    error instanceof WebAPIRateLimitedError ||
    error instanceof WebAPIRequestError
  );
}

function register(app: App, deps: SharedDeps, identity: Identity): void {
  registerGate(app, identity, deps);
  registerCircuitCommand(app, deps);
  registerShowCircuit(app, deps);
  registerListPage(app, deps);
  registerFilterList(app, deps);
  registerMute(app, deps);
  registerSubscriptionActions(app, deps);
  registerRequestActions(app, deps);
  registerCircuitDo(app, deps);
  registerCreateForm(app, deps);
  registerAuthorize(app, deps);
  registerAuthorizationKey(app, deps);
  registerSign(app, deps);
  registerProviderTexts(app, deps);
  registerIncidentActions(app, deps);
  registerIncidentPages(app, deps);
  registerDiagnose(app, deps);
  registerPreflight(app, deps);
  registerQuiet(app, deps);
  registerMaintenance(app, deps);
  registerCaseActions(app, deps);
  registerUnknown(app, deps);
  registerFilterListView(app, deps);
  registerEditSubscriptionView(app, deps);
  registerConfirmRequest(app, deps);
  registerRejectRequest(app, deps);
  registerCreateView(app, deps);
  registerResizeView(app, deps);
  registerOrderView(app, deps);
  registerPeeringViews(app, deps);
  registerPeeringChoice(app, deps);
  registerLinkView(app, deps);
  registerAuthorizeView(app, deps);
  registerSignView(app, deps);
  registerUnlinkView(app, deps);
  registerDeprovisionView(app, deps);
  registerFailoverView(app, deps);
  registerAcknowledgeView(app, deps);
  registerAssignView(app, deps);
  registerIncidentMuteView(app, deps);
  registerQuietView(app, deps);
  registerMaintenanceView(app, deps);
  registerCaseViews(app, deps);
  registerHome(app, deps);
  registerChannelFate(app, deps, identity);
  app.error(async (error) => deps.log.error({ err: error }, 'a Slack request failed'));
}
