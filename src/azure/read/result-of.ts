import { AzureFault } from '../../usecases/ports.ts';
import type { ArmAnswer } from '../arm-answer.ts';
import { lookOf, pauseMs } from '../operation-look.ts';
import { parseJson } from '../parse-json.ts';
import type { Patience } from '../patience.ts';
import { isRaw } from '../raw.ts';

const usualPauseMs = 2_000;
const longestPauseMs = 10_000;

/**
 * What a POST that reads ends in, once its operation is over. `firstPauseMs`: where the answer mostly comes at once; each
 * further pause is twice as long. What Azure asks for goes before. Undefined: nothing. Throws AzureFault.
 */
export async function resultOf(
  first: ArmAnswer,
  patience: Patience,
  firstPauseMs = usualPauseMs,
): Promise<unknown> {
  const url = first.location ?? first.asyncOperation;
  if (first.status !== 202 || !url) return resultIn(first.text);
  let answer = first;
  for (let untoldMs = firstPauseMs; ; untoldMs = Math.min(2 * untoldMs, longestPauseMs)) {
    await patience.pause(answer.retryAfterMs === undefined ? untoldMs : pauseMs(answer));
    answer = await patience.ask({ method: 'GET', url });
    const look = lookOf(answer);
    if (look.kind === 'succeeded') return resultIn(answer.text);
    if (look.kind === 'failed') {
      const { code, message } = look.failure;
      throw new AzureFault('refused', `${code}: ${message}`, { failure: look.failure });
    }
  }
}

/** The status of an Azure-AsyncOperation holds the result among its own fields. */
function resultIn(text: string): unknown {
  const body = text.trim() === '' ? undefined : parseJson(text);
  if (!isRaw(body) || typeof body.status !== 'string') return body;
  const { properties } = body;
  return isRaw(properties) && 'output' in properties ? properties.output : properties;
}
