import type { FieldChange } from '../../../domain/circuit/changes.ts';
import type { Fact } from '../../../domain/operation/plan.ts';
import { joinMd, lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';

const changeLimit = 25;

/** What will be different, a line each: `• VLAN: 100 → *200*`. */
export function diffLines(changes: readonly FieldChange[]): Mrkdwn {
  const more = changes.length - changeLimit;
  return lines(...changes.slice(0, changeLimit).map(diffLine), more > 0 ? md`• and ${more} more` : nothing);
}

function diffLine({ field, before, after }: FieldChange): Mrkdwn {
  if (before === '') return md`• ${field}: *${after || 'none'}*`;
  if (after === '') return md`• ${field}: ${before} → *none*`;
  return md`• ${field}: ${before} → *${after}*`;
}

/** The facts that it rests on, in one line: `Provider state: Provisioned · Links: 2`. */
export function factLine(facts: readonly Fact[]): Mrkdwn {
  return joinMd(
    facts.map(({ name, value }) => md`${name}: ${value}`),
    ' · ',
  );
}
