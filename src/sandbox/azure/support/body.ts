import { z } from 'zod';
import type { ArmContext } from '../arm/arm-env.ts';
import { invalid, supportError } from './answers.ts';
import { spelling } from './catalog.ts';

/** Reads a write's body, or says of every field what is wrong with it. */
export async function withSupportBody<T>(
  context: ArmContext,
  schema: z.ZodType<T>,
  answer: (body: T) => Response,
): Promise<Response> {
  const body = parseJson(await context.req.text());
  if (body === undefined) {
    const message = 'The request content was invalid and could not be deserialized.';
    return supportError(400, { code: 'InvalidRequestContent', message });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return answer(parsed.data);
  const details = parsed.error.issues.map(({ path, message }) => ({
    code: 'JsonDeserializationError',
    message: `${path.join('.') || 'body'}: ${message}`,
  }));
  return invalid('One or more parameters of the request are not valid.', details);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const someText = z.string().trim().min(1, 'must not be empty');

/** One of Microsoft's words in any casing, read back in its own. */
export function oneOf(words: readonly string[], what = words.join(', ')) {
  return z.string().transform((sent, context): string => {
    const known = spelling(words, sent);
    if (known !== undefined) return known;
    context.addIssue(`'${sent}' is not one of ${what}`);
    return z.NEVER;
  });
}
