import type { Condition } from '../../domain/alert/condition.ts';
import type { Vitals } from './vitals.ts';

/** Why nobody should rely on this Trunkline now, as codes without data; none: it is ready. */
export function unreadyReasons(
  vitals: Pick<Vitals, 'isConnected' | 'lifeSigns'>,
  conditions: readonly Condition[],
): readonly string[] {
  const blind = conditions.flatMap(({ subject, verdict }) =>
    subject.kind === 'blind' && verdict.kind === 'bad' && verdict.severity === 'critical'
      ? [`blind-${subject.spot}`]
      : [],
  );
  return [
    ...(vitals.isConnected() ? [] : ['slack-not-connected']),
    ...(vitals.lifeSigns().polls.lastEndedAt === undefined ? ['no-poll-yet'] : []),
    ...new Set(blind),
  ];
}
