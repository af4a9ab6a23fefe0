import recorded from '../data/service-providers.json' with { type: 'json' };
import { worldProviders } from '../seed/providers.ts';
import { type ArmApp, armJson } from './arm-env.ts';

/** Who sells circuits, and where: the recorded catalogue with the providers of this world. One page. */
export function addProviderReads(app: ArmApp): void {
  app.get('/subscriptions/:s/providers/microsoft.network/expressrouteserviceproviders', () =>
    armJson(200, { value: [...recorded, ...worldProviders] }),
  );
}
