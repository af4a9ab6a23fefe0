import { Hono } from 'hono';
import type { ControlDeps } from './control-env.ts';
import { addProviderControl } from './provider.ts';

/** `/control/azure`: the hand that moves this small Azure. */
export function createControlApp(deps: ControlDeps): Hono {
  const app = new Hono();
  addProviderControl(app, deps);
  return app;
}
