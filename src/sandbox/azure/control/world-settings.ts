import type { Hono } from 'hono';
import { z } from 'zod';
import { type ControlDeps, done, refused, withBody } from './control-env.ts';

const pageSize = z.strictObject({ size: z.number().int().min(1).max(5_000) });
const pace = z.strictObject({
  retryAfterSeconds: z.number().int().min(0).max(600).optional(),
  durationMs: z.number().int().min(0).optional(),
  validationMs: z.number().int().min(0).optional(),
});

/** `page-size {size}` of a LIST, and the pace of `operations {retryAfterSeconds?, durationMs?, validationMs?}`. */
export function addSettingControl(app: Hono, { settings }: ControlDeps): void {
  app.post('/page-size', (context) =>
    withBody(context.req, pageSize, ({ size }) => {
      settings.pageSize = size;
      return done({ size });
    }),
  );
  app.post('/operations', (context) =>
    withBody(context.req, pace, ({ retryAfterSeconds, durationMs, validationMs }) => {
      settings.retryAfterSeconds = retryAfterSeconds ?? settings.retryAfterSeconds;
      settings.operationMs = durationMs ?? settings.operationMs;
      settings.validationMs = validationMs ?? settings.validationMs;
      return done({ ...settings });
    }),
  );
  app.post('/tickets/:name', () => refused('no such ticket'));
}
