import type { IncidentView, Owed } from './notice.ts';

/**
 * How soon a message is sent when several wait for the same channel: 0 before 1, and so on. What is critical, and that
 * it is over, come first, and so does a first look's summary, without which what follows cannot be read; a story in a
 * thread, which makes no sound, comes last.
 */
export function urgencyOf({ notice, replyTo }: Pick<Owed, 'notice' | 'replyTo'>): number {
  if (replyTo !== undefined) return 4;
  switch (notice.kind) {
    case 'first-sight':
      return 0;
    case 'incident':
      return isPressing(notice.view) ? 0 : 1;
    case 'request':
    case 'request-ended':
    case 'case':
    case 'channel-lost':
    case 'store-recovered':
      return 1;
    case 'digest':
      // It holds older changes of more circuits than it names: what waits behind a critical card must not overtake it.
      return notice.view.why === 'slack-away' ? 0 : 2;
    case 'catch-up':
      return 2;
    case 'change':
      return 3;
    case 'case-entries':
    case 'incident-steps':
    case 'digest-turns':
      return 4;
  }
}

function isPressing({ severity, state }: IncidentView): boolean {
  return severity === 'critical' || state === 'clearing' || state === 'resolved';
}
