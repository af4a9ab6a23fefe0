import { AzureFault } from '../../usecases/ports.ts';
import type { ArmAnswer } from '../arm-answer.ts';
import { lookOf, pauseMs } from '../operation-look.ts';
import { parseJson } from '../parse-json.ts';
import type { Patience } from '../patience.ts';
import { isRaw } from '../raw.ts';

const firstPauseMs = 2_000;

/** What a POST that reads ends in, once its operation is over. Undefined: nothing. Throws AzureFault. */
export async function resultOf(first: ArmAnswer, patience: Patience): Promise<unknown> {
  const url = first.location ?? first.asyncOperation;
  if (first.status !== 202 || !url) return resultIn(first.text);
  let answer = first;
  while (true) {
    await patience.pause(pauseMs(answer, firstPauseMs));
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
