import type { AlertRules } from '../../domain/alert/alert-rules.ts';

/** What an administrator sets, in the units of the environment. */
export type AlertSettings = {
  readonly FIRE_AFTER_SECONDS: number;
  readonly CLEAR_AFTER_SECONDS: number;
  readonly REOPEN_MINUTES: number;
  readonly FLAP_TIMES: number;
  readonly FLAP_MINUTES: number;
  readonly DIGEST_OVER: number;
};

export function alertRulesOf(settings: AlertSettings): AlertRules {
  const flapWithinMs = settings.FLAP_MINUTES * 60_000;
  return {
    fireAfterMs: settings.FIRE_AFTER_SECONDS * 1_000,
    clearAfterMs: settings.CLEAR_AFTER_SECONDS * 1_000,
    reopenWithinMs: settings.REOPEN_MINUTES * 60_000,
    flapTimes: settings.FLAP_TIMES,
    flapWithinMs,
    calmMs: flapWithinMs,
    digestOver: settings.DIGEST_OVER,
  };
}
