import type { Hono } from 'hono';
import { z } from 'zod';
import { anyState, type ControlDeps, done, withBody } from './control-env.ts';

const body = z.strictObject({
  plan: anyState.optional(),
  allowed: z.boolean().optional(),
  ownMessagesRead: z.enum(['Inbound', 'Outbound']).optional(),
});

/**
 * `POST /support {plan?, allowed?, ownMessagesRead?}`: the support plan (Basic, Developer and Standard have no API),
 * whether the caller has the role, and how the direction of the customer's own messages reads.
 */
export function addSupportTerms(app: Hono, { support: { terms } }: ControlDeps): void {
  app.post('/support', (context) =>
    withBody(context.req, body, (wanted) => {
      Object.assign(terms, wanted);
      return done({ ...terms });
    }),
  );
}
