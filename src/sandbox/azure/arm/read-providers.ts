import { serviceProviders } from '../seed/providers.ts';
import { type ArmApp, armJson } from './arm-env.ts';

/** One page. */
export function addProviderReads(app: ArmApp): void {
  app.get('/subscriptions/:s/providers/microsoft.network/expressrouteserviceproviders', () =>
    armJson(200, { value: serviceProviders }),
  );
}
