import { z } from 'zod';
import type { Failure } from '../domain/approval/request.ts';

/** ARM's error, however deep; what is not in its form is as good as absent. */
const ErrorWire = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  details: z.array(z.unknown()).nullish().catch(undefined),
  innererror: z.unknown().optional(),
});
type ErrorWire = z.infer<typeof ErrorWire>;

/** Azure nests two or three levels; more is no longer for people. */
const depthLimit = 5;
const lineLimit = 20;

/** ARM's `error` object → ours. Undefined: it has no code, so it is none. `clean` takes the secrets out of each text. */
export function failureOf(
  error: unknown,
  clean: (text: string) => string,
  correlationId?: string,
): Failure | undefined {
  const { data } = ErrorWire.safeParse(error);
  if (!data?.code) return undefined;
  return {
    code: clean(data.code),
    message: clean(data.message ?? ''),
    details: [...new Set(linesBelow(data, depthLimit))].slice(0, lineLimit).map(clean),
    ...(correlationId ? { correlationId } : {}),
  };
}

function linesBelow({ details, innererror }: ErrorWire, depth: number): readonly string[] {
  if (depth === 0) return [];
  return [...(details ?? []), innererror].flatMap((part) => {
    const { data } = ErrorWire.safeParse(part);
    return data ? [...lineOf(data), ...linesBelow(data, depth - 1)] : [];
  });
}

function lineOf({ code, message }: ErrorWire): readonly string[] {
  const line = [code, message].filter(Boolean).join(': ');
  return line ? [line] : [];
}
