import { z } from 'zod';
import type { Sent } from '../../usecases/ports.ts';
import type { ArmAnswer } from '../arm-answer.ts';
import { pauseMs } from '../operation-look.ts';

const Resource = z.object({ properties: z.object({ provisioningState: z.string() }) });

/** What a 2xx answer to a write means. A write that Azure has only taken on proves nothing yet. */
export function toSent(answer: ArmAnswer): Sent {
  const { status, asyncOperation, location, text } = answer;
  const url = asyncOperation ?? (status === 202 ? location : undefined);
  if (!url && status !== 202 && isDone(text)) return { kind: 'done' };
  return { kind: 'started', url, retryAfterMs: pauseMs(answer) };
}

/** Without an operation the resource tells; a body that is no resource says that there is nothing to wait for. */
function isDone(text: string): boolean {
  try {
    const { data } = Resource.safeParse(JSON.parse(text));
    return !data || data.properties.provisioningState === 'Succeeded';
  } catch {
    return true;
  }
}
