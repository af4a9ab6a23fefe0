import { AzureFault } from '../../usecases/ports.ts';
import type { ArmAnswer } from '../arm-answer.ts';
import type { ArmClient } from '../arm-client.ts';
import { lookOf, pauseMs } from '../operation-look.ts';
import { parseJson } from '../parse-json.ts';
import type { Patience } from '../patience.ts';
import { isRaw } from '../raw.ts';

const firstPauseMs = 2_000;

/** What a POST that reads ends in, once its operation is over. Undefined: nothing. Throws AzureFault. */
export async function resultOf(arm: ArmClient, first: ArmAnswer, patience: Patience): Promise<unknown> {
  const url = first.location ?? first.asyncOperation;
  if (first.status !== 202 || !url) return resultIn(first.text);
  let answer = first;
  while (true) {
    await patience.pause(pauseMs(answer, firstPauseMs));
    answer = await arm.ask({ method: 'GET', url, patienceMs: patience.leftMs() });
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
