import type { Context } from 'hono';

/** The token in the Authorization header. */
export const bearer = (context: Context): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
