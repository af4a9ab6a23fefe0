import type { z } from 'zod';
import { armError } from '../wire/error.ts';
import type { ArmContext } from './arm-env.ts';

/** Reads a write's body, or refuses as ARM (no JSON) or Microsoft.Network (JSON of the wrong shape) does. */
export async function withArmBody<T>(
  context: ArmContext,
  schema: z.ZodType<T>,
  answer: (body: T) => Response | Promise<Response>,
): Promise<Response> {
  const body = parseJson(await context.req.text());
  if (body === undefined) {
    const message = 'The request content was invalid and could not be deserialized.';
    return armError(400, { code: 'InvalidRequestContent', message });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return answer(parsed.data);
  const details = parsed.error.issues.map(({ path, message }) => ({
    code: 'InvalidJson',
    message: `${path.join('.')}: ${message}`,
  }));
  return armError(400, { code: 'InvalidRequestFormat', message: 'Cannot parse the request.', details });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
