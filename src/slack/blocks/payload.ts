import { z } from 'zod';
import { changeKinds } from '../../domain/circuit/changes.ts';
import { reviewedSteps } from '../../domain/validation/case/steps.ts';

/**
 * What buttons carry. People can see and (outside of Slack's clients) forge it, so it only names things; what may be
 * done with them is decided anew when it comes back.
 */
export const CircuitPayload = z.object({
  /** The circuit's token. */
  circuit: z.string().max(64),
  name: z.string().max(200).default(''),
});
export type CircuitPayload = z.infer<typeof CircuitPayload>;

/** `kind`: of change, as in the mute. */
export const MutePayload = CircuitPayload.extend({ kind: z.enum(changeKinds).optional() });
type MutePayload = z.infer<typeof MutePayload>;

export const PagePayload = z.object({ filter: z.string().max(1_500), page: z.number().int().min(0) });
export type PagePayload = z.infer<typeof PagePayload>;

export const SubscriptionPayload = z.object({ id: z.string().max(100), channelId: z.string().max(50) });
export type SubscriptionPayload = z.infer<typeof SubscriptionPayload>;

export const RequestPayload = z.object({ request: z.string().max(100) });
export type RequestPayload = z.infer<typeof RequestPayload>;

export const IncidentPayload = z.object({ incident: z.string().max(100) });
type IncidentPayload = z.infer<typeof IncidentPayload>;

/** `peering`: that one alone; absent: each of the circuit. */
export const DiagnosePayload = CircuitPayload.extend({ peering: z.string().max(80).optional() });
type DiagnosePayload = z.infer<typeof DiagnosePayload>;

export const IncidentsPayload = PagePayload.extend({ all: z.boolean().default(false) });
type IncidentsPayload = z.infer<typeof IncidentsPayload>;

export const WindowPayload = z.object({ window: z.string().max(100) });
type WindowPayload = z.infer<typeof WindowPayload>;

export const DigestPayload = z.object({ digest: z.string().max(100), page: z.number().int().min(0) });
type DigestPayload = z.infer<typeof DigestPayload>;

export const CasePayload = z.object({ case: z.string().max(100) });
type CasePayload = z.infer<typeof CasePayload>;

/** A file of a case. */
export const CaseFilePayload = CasePayload.extend({ file: z.string().max(100) });
type CaseFilePayload = z.infer<typeof CaseFilePayload>;

/** `round`: what the person saw; a later one needs a new look. */
export const CaseApprovalPayload = CasePayload.extend({
  step: z.enum(reviewedSteps),
  round: z.number().int().min(0),
});
type CaseApprovalPayload = z.infer<typeof CaseApprovalPayload>;

/** `preflight`: under which it is remembered; when it is not any more, the circuit is looked at anew. */
export const PreflightPayload = CircuitPayload.extend({
  preflight: z.string().max(100),
  page: z.number().int().min(0).default(0),
  prefix: z.string().max(80).optional(),
});
type PreflightPayload = z.input<typeof PreflightPayload>;

type Payload =
  | CasePayload
  | CaseApprovalPayload
  | CaseFilePayload
  | CircuitPayload
  | DiagnosePayload
  | MutePayload
  | PagePayload
  | SubscriptionPayload
  | RequestPayload
  | IncidentPayload
  | WindowPayload
  | IncidentsPayload
  | PreflightPayload
  | DigestPayload;

/** Slack's limit on a button's value is 2,000 characters. */
export function encode(payload: Payload): string {
  return JSON.stringify(payload);
}

/** Undefined for anything that was not encoded here. */
export function decode<T>(schema: z.ZodType<T>, value: string | undefined): T | undefined {
  try {
    return schema.safeParse(JSON.parse(value ?? '')).data;
  } catch {
    return undefined;
  }
}
