import type { Request, RequestState } from './request.ts';

/** A request as people see it: without the steps, the typed secrets and Azure's signed URLs. Fit for a message. */
export type RequestView = {
  readonly id: string;
  readonly operation: Request['intent']['operation'];
  readonly target: Request['intent']['target'];
  readonly changes: Request['plan']['changes'];
  readonly seen: Request['plan']['seen'];
  readonly cautions: Request['plan']['cautions'];
  readonly rule: Request['rule'];
  readonly requestedBy: string;
  readonly requestedAt: number;
  readonly askedIn?: string;
  readonly expiresAt: number;
  readonly approvals: Request['approvals'];
  /** Link: the authorization that is made for somebody else to redeem. */
  readonly authorization?: string;
  readonly state: Exclude<RequestState, { state: 'executing' }> | ExecutingView;
};

/** `step` of `steps`, counted from 0, what kind it is and what it waits for. */
export type ExecutingView = {
  readonly state: 'executing';
  readonly startedAt: number;
  readonly step: number;
  readonly steps: number;
  readonly doing: Request['plan']['steps'][number]['kind'];
  readonly waitsFor: 'azure' | 'lock' | 'quota' | 'network' | 'provider' | 'time';
  /** `time`: until when. */
  readonly until?: number;
};
