import { z } from 'zod';
import type { WorldClock } from '../../world/clock.ts';
import { parseGraphQuery } from '../graph/query.ts';
import { graphRows, type Row } from '../graph/rows.ts';
import { runGraphQuery } from '../graph/run-query.ts';
import { armError } from '../wire/error.ts';
import { type ArmApp, type ArmDeps, armJson } from './arm-env.ts';
import { withArmBody } from './request-body.ts';

const body = z.object({
  query: z.string(),
  subscriptions: z.array(z.string()).optional(),
  options: z
    .object({
      $top: z.number().int().min(1).max(1000).default(100),
      $skipToken: z.string().optional(),
      resultFormat: z.literal('objectArray').default('objectArray'),
    })
    .prefault({}),
});

const quota = { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' };

/** A small Resource Graph: circuits, connections, gateways and virtual networks, and the queries that `graph/query.ts` names. */
export function addResourceGraph(app: ArmApp, { estate, networks, clock }: ArmDeps): void {
  app.post('/providers/microsoft.resourcegraph/resources', (context) =>
    withArmBody(context, body, ({ query, subscriptions, options }) => {
      const parsed = parseGraphQuery(query);
      if (typeof parsed === 'string') return notUnderstood(clock, parsed);
      const skip = Number(Buffer.from(options.$skipToken ?? '', 'base64url').toString() || 0);
      if (!Number.isInteger(skip)) return notUnderstood(clock, '$skipToken');
      const asked = subscriptions?.map((id) => id.toLowerCase());
      const rows = runGraphQuery(
        parsed,
        graphRows(estate, networks).filter(
          ({ subscriptionId }) => !asked || asked.includes(String(subscriptionId).toLowerCase()),
        ),
      );
      return armJson(200, page(rows, skip, options.$top), quota);
    }),
  );
}

function page(rows: readonly Row[], skip: number, top: number) {
  const data = rows.slice(skip, skip + top);
  const end = skip + data.length;
  return {
    totalRecords: rows.length,
    count: data.length,
    data,
    facets: [],
    resultTruncated: 'false',
    ...(end < rows.length && { $skipToken: Buffer.from(String(end)).toString('base64url') }),
  };
}

function notUnderstood(clock: WorldClock, part: string): Response {
  const time = new Date(clock.now()).toISOString();
  return armError(400, {
    code: 'BadRequest',
    message: `Please provide below info when asking for support: timestamp = ${time}.`,
    details: [
      {
        code: 'InvalidQuery',
        message:
          'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
      },
      { code: 'ParserFailure', message: `The sandbox's Resource Graph does not understand '${part}'.` },
    ],
  });
}
