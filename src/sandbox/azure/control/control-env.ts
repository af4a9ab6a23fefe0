import { z } from 'zod';
import type { RegistryWorld } from '../../registry/world/registry-world.ts';
import type { WorldClock } from '../../world/clock.ts';
import type { Estate } from '../estate.ts';
import type { Links } from '../links.ts';
import type { ProviderPlans } from '../live/provider-plans.ts';
import type { Networks } from '../networks.ts';
import type { PlannedWorks } from '../planned-works.ts';
import type { Settings } from '../settings.ts';
import type { Support } from '../support/support.ts';
import type { Marks } from '../telemetry/marks.ts';
import type { Received } from '../telemetry/received.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

export type ControlDeps = {
  readonly estate: Estate;
  readonly networks: Networks;
  readonly links: Links;
  readonly marks: Marks;
  readonly telemetry: Telemetry;
  readonly received: Received;
  readonly plannedWorks: PlannedWorks;
  readonly plans: ProviderPlans;
  readonly support: Support;
  readonly settings: Settings;
  readonly registry: RegistryWorld;
  readonly clock: WorldClock;
};

export function refused(error: string): Response {
  return Response.json({ error }, { status: 400 });
}

export function done(body: Record<string, unknown> = {}): Response {
  return Response.json({ ok: true, ...body });
}

/** Reads a control call's body; what is wrong with it becomes one sentence. */
export async function withBody<T>(
  request: { text(): Promise<string> },
  schema: z.ZodType<T>,
  answer: (body: T) => Response,
): Promise<Response> {
  const body = parseJson((await request.text()) || '{}');
  if (body === undefined) return refused('The body is not JSON.');
  const parsed = schema.safeParse(body);
  if (parsed.success) return answer(parsed.data);
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return refused(`${problems.join('; ')}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A word that Azure might use for a state: any, within reason. */
export const anyState = z.string().min(1, 'must not be empty').max(100, 'must have at most 100 characters');
