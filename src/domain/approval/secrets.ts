import type { Intent, PeeringSettings } from '../operation/intent.ts';
import type { Step } from '../operation/step.ts';
import type { Failure, Request } from './request.ts';

/** The request without the shared key that was typed for it: it is needed to carry the request out, and never again. */
export function withoutSecrets(request: Request): Request {
  const { intent, plan } = request;
  return { ...request, intent: blankIntent(intent), plan: { ...plan, steps: plan.steps.map(blankStep) } };
}

/** Azure's words without the shared key that was typed: after a restart the edge does not know it any more. */
export function withoutTypedKey(failure: Failure, { intent }: Pick<Request, 'intent'>): Failure {
  const key = intent.operation === 'peering' && intent.deed === 'set' ? intent.settings.sharedKey : undefined;
  if (!key) return failure;
  const hide = (word: string) => (word.toLowerCase() === key.toLowerCase() ? '[redacted]' : word);
  const clean = (text: string) => text.replace(/[a-z0-9]+/giu, hide);
  return { ...failure, message: clean(failure.message), details: failure.details.map(clean) };
}

function blankIntent(intent: Intent): Intent {
  if (intent.operation !== 'peering' || intent.deed !== 'set') return intent;
  return { ...intent, settings: blankSettings(intent.settings) };
}

function blankStep(step: Step): Step {
  return step.kind === 'put-peering' ? { ...step, settings: blankSettings(step.settings) } : step;
}

function blankSettings({ sharedKey: _, ...settings }: PeeringSettings): PeeringSettings {
  return settings;
}
