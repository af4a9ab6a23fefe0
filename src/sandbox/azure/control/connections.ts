import type { Hono } from 'hono';
import { z } from 'zod';
import { anyState, type ControlDeps, done, refused, withBody } from './control-env.ts';

const body = z.strictObject({ status: anyState });

/** `POST /connections/{name}/status {status}` (`{group}/{name}` where two are called alike): how a gateway's connection to a circuit fares. */
export function addConnectionControl(app: Hono, { estate }: ControlDeps): void {
  app.post('/connections/:name/status', (context) =>
    withBody(context.req, body, ({ status }) => {
      const written = context.req.param('name');
      const all = estate.connections();
      const named = (one: { readonly name: string; readonly resourceGroup: string }) =>
        [one.name, `${one.resourceGroup}/${one.name}`].some(
          (name) => name.toLowerCase() === written.toLowerCase(),
        );
      const [found, ...others] = all.filter(named);
      if (!found) {
        const names = all.map(({ name }) => name).join(', ');
        return refused(`There is no connection '${written}': there are ${names}.`);
      }
      if (others.length > 0) {
        return refused(
          `'${written}' is the name of ${others.length + 1} connections: put the group before it.`,
        );
      }
      estate.putConnection({ ...found, connectionStatus: status });
      return done({ name: found.name, status });
    }),
  );
}
