import type { CasePreflight } from '../../../domain/validation/case/case.ts';
import { lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';

const shown = 15;

/** The verdict on each prefix with its reason, and the sources that were silent. */
export function preflightTexts({ verdicts, silent }: CasePreflight): readonly Mrkdwn[] {
  const more = verdicts.length - shown;
  return [
    lines(
      ...verdicts
        .slice(0, shown)
        .map(({ prefix, verdict, reason }) => md`• \`${prefix}\` *${verdict}*: ${reason}`),
      more > 0 ? md`… and ${more} more in the file` : nothing,
    ),
    ...(silent.length > 0
      ? [md`:warning: Did not answer, so nothing is concluded from them: ${silent.join(', ')}`]
      : []),
  ];
}
