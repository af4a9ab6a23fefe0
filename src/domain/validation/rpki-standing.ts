import type { RpkiSight } from './evidence.ts';
import { validateOrigin } from './origin-validation.ts';
import type { RpkiReason } from './preflight-reason.ts';

/** `unseen`: nobody configured a list; that is a choice, and not a source that failed. */
export type RpkiStanding = {
  readonly kind: 'valid' | 'invalid' | 'not-found' | 'silent' | 'unseen';
  readonly reason: RpkiReason;
};

export function rpkiStanding(prefix: string, origin: number, sight: RpkiSight): RpkiStanding {
  if (sight.kind === 'silent') {
    const kind = sight.why === 'not-configured' ? 'unseen' : 'silent';
    return { kind, reason: { kind: 'rpki-silent', why: sight.why } };
  }
  const found = validateOrigin(prefix, origin, sight.value.vrps);
  switch (found.state) {
    case 'valid':
      return { kind: 'valid', reason: { kind: 'rpki-valid', vrps: found.by } };
    case 'invalid':
      return { kind: 'invalid', reason: { kind: 'rpki-invalid', why: found.why, vrps: found.by } };
    case 'not-found':
      return { kind: 'not-found', reason: { kind: 'rpki-not-found' } };
  }
}
