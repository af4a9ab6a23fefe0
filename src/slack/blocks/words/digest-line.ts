import type { DigestSight } from '../../../domain/alert/digest.ts';
import { type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { moment } from '../time.ts';
import { kindNames } from './change-kind.ts';
import { severitySigns } from './severity.ts';
import { subjectName } from './subject.ts';
import { troubleWords } from './trouble.ts';

/** One thing of a digest: an incident as it stands now, where that is known, or a change. */
export function digestLine(line: DigestSight): Mrkdwn {
  const { at, circuitName, resourceGroup } = line;
  const { sign, what } = lineWords(line);
  const group = resourceGroup === '' ? nothing : md` (${resourceGroup})`;
  return md`${trusted(sign)} *${circuitName || 'Trunkline'}*${group} · ${what} · ${moment(at)}`;
}

function lineWords(line: DigestSight): { readonly sign: string; readonly what: Mrkdwn } {
  const { severity, now, at } = line;
  if (line.kind === 'change')
    return { sign: severitySigns[severity], what: md`${kindNames[line.changeKind]}` };
  if (!now)
    return { sign: severitySigns[severity], what: md`${subjectName(line.subject)}, ${line.incidentId}` };
  const { place, bad, well } = troubleWords({ subject: line.subject, trouble: now.trouble, firstBadAt: at });
  const before = place === '' ? nothing : md`${place} · `;
  switch (now.state) {
    case 'pending':
    case 'open':
      return { sign: severitySigns[now.severity], what: md`${before}${bad}` };
    case 'clearing':
      return { sign: ':large_yellow_circle:', what: md`${before}${well}, for now` };
    case 'resolved':
      return { sign: ':large_green_circle:', what: md`${before}over: ${bad}` };
  }
}
