import { Hono } from 'hono';
import { addAttachmentControl } from './attachments.ts';
import { addBulkControl } from './bulk.ts';
import { addCircuitControl } from './circuits.ts';
import { addConnectionControl } from './connections.ts';
import { type ControlDeps, refused } from './control-env.ts';
import { addGatewayControl } from './gateways.ts';
import { addLinkControl } from './links.ts';
import { addOrderControl } from './order.ts';
import { addPeeringControl } from './peerings.ts';
import { addPlannedMaintenanceControl } from './planned-maintenance.ts';
import { addPrefixControl } from './prefixes.ts';
import { addProviderControl } from './provider.ts';
import { addProvisioningControl } from './provisioning.ts';
import { addSupportTerms } from './support-terms.ts';
import { addTelemetryControl } from './telemetry.ts';
import { addTicketControl } from './tickets.ts';
import { addSettingControl } from './world-settings.ts';

const parts = [
  addCircuitControl,
  addBulkControl,
  addProviderControl,
  addProvisioningControl,
  addOrderControl,
  addPeeringControl,
  addPrefixControl,
  addLinkControl,
  addTelemetryControl,
  addPlannedMaintenanceControl,
  addAttachmentControl,
  addGatewayControl,
  addConnectionControl,
  addTicketControl,
  addSupportTerms,
  addSettingControl,
];

/** `/control/azure`: the hand that moves this small Azure. */
export function createControlApp(deps: ControlDeps): Hono {
  const app = new Hono();
  for (const addTo of parts) addTo(app, deps);
  app.all('*', ({ req }) => refused(`There is no control call ${req.method} ${req.path}.`));
  return app;
}
