import type { Context } from 'hono';
import type { z } from 'zod';

/** A call to the control API that cannot be served; the caller is told why, with status 400. */
export class BadCall extends Error {
  readonly kind = 'bad-call';
}

/** For `app.onError`: a bad call's own sentence, and nothing of the inside for anything else. */
export function answerError(error: Error, context: Context): Response {
  if (error instanceof BadCall) return context.json({ error: error.message }, 400);
  return context.json({ error: `the sandbox failed: ${error.message}` }, 500);
}

/** The JSON body of a control call. */
export async function readBody<Body>(context: Context, schema: z.ZodType<Body>): Promise<Body> {
  const raw: unknown = await context.req.json().catch(() => {
    throw new BadCall('the body is no JSON');
  });
  return readCall(raw, schema);
}

export const readQuery = <Query>(context: Context, schema: z.ZodType<Query>): Query =>
  readCall(context.req.query(), schema);

function readCall<Call>(raw: unknown, schema: z.ZodType<Call>): Call {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const field = issue.path.join('.') || 'body';
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    return missing ? `${field} is missing` : `${field}: ${issue.message}`;
  });
  throw new BadCall(sentences.join('; '));
}
