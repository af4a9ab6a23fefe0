import type { Hono } from 'hono';
import { z } from 'zod';
import { withPeering } from '../model/circuit.ts';
import type { PrefixConfig } from '../model/peering.ts';
import { mapPrefixConfigs, prefixConfigs } from '../model/prefix-configs.ts';
import { anyState, type ControlDeps, done, refused, withBody } from './control-env.ts';
import { withNamed } from './find-circuit.ts';
import { withNamedPeering } from './find-peering.ts';

const body = z.strictObject({ prefix: z.string().default('*'), validationState: anyState });

/**
 * `POST /circuits/{name}/prefixes {prefix?, validationState}`: the verdict on one advertised prefix; with `*` or
 * without a prefix, the state of the whole peering (`advertisedPublicPrefixesState`) and of that alone, for the two
 * need not agree in Azure either.
 */
export function addPrefixControl(app: Hono, { estate }: ControlDeps): void {
  app.post('/circuits/:name/prefixes', (context) =>
    withBody(context.req, body, ({ prefix, validationState }) =>
      withNamed(estate, context.req.param('name'), (circuit) =>
        withNamedPeering(circuit, 'MicrosoftPeering', (peering) => {
          const known = prefixConfigs(peering).flatMap(({ prefixes }) =>
            prefixes.map((entry) => entry.prefix),
          );
          if (prefix !== '*' && !known.includes(prefix)) {
            return refused(
              `${circuit.name} advertises no prefix '${prefix}': use ${['*', ...known].join(', ')}.`,
            );
          }
          const judged = mapPrefixConfigs(peering, (config) => withState(config, prefix, validationState));
          estate.updateCircuit(circuit, (old) => withPeering(old, judged));
          return done({ prefix, validationState });
        }),
      ),
    ),
  );
}

function withState(config: PrefixConfig, prefix: string, state: string): PrefixConfig {
  if (prefix === '*') return { ...config, advertisedPublicPrefixesState: state };
  return {
    ...config,
    prefixes: config.prefixes.map((entry) =>
      entry.prefix === prefix ? { ...entry, validationState: state } : entry,
    ),
  };
}
