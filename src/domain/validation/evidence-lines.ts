import type { Holder, HolderSight, IrrSight, PrefixEvidence, RpkiSight, Told } from './evidence.ts';
import { silenceClause } from './silence-words.ts';
import { routeText, vrpText } from './validation-text.ts';

/** What one source said of a prefix, line by line, as it said it. */
export type EvidencePart = { readonly source: string; readonly lines: readonly string[] };

/** The raw evidence of one prefix, for whoever wants to see what a verdict rests on. */
export function evidenceParts({ irr, rpki, holder }: PrefixEvidence): readonly EvidencePart[] {
  return [
    ...(irr.length > 0 ? irr.map(irrPart) : [{ source: 'Routing registries', lines: ['None is asked.'] }]),
    rpkiPart(rpki),
    holderPart(holder),
  ];
}

function irrPart({ server, told }: IrrSight): EvidencePart {
  return {
    source: `Routing registry ${server}`,
    lines: toldLines(told, (value) => value.map(routeText), 'No route object.'),
  };
}

function rpkiPart(sight: RpkiSight): EvidencePart {
  return { source: 'RPKI', lines: toldLines(sight, ({ vrps }) => vrps.map(vrpText), 'No ROA covers it.') };
}

function holderPart(sight: HolderSight): EvidencePart {
  return {
    source: 'RDAP',
    lines: toldLines(sight, (holder) => (holder ? holderLines(holder) : []), 'No such registration.'),
  };
}

function toldLines<T>(
  told: Told<T>,
  linesOf: (value: T) => readonly string[],
  none: string,
): readonly string[] {
  if (told.kind === 'silent') {
    const detail = told.detail === undefined ? '' : `: ${told.detail}`;
    return [`It ${silenceClause(told.why)}${detail}. That is no "not found".`];
  }
  const lines = linesOf(told.value);
  return lines.length > 0 ? lines : [none];
}

function holderLines(holder: Holder): readonly string[] {
  const { handle, name, organization, country, type, parentHandle, registry, remarks, certificates } = holder;
  const record = [handle, name, organization, country, type].filter((part) => part !== undefined);
  return [
    record.join(' · '),
    `${holder.firstAddress} to ${holder.lastAddress}, told by ${registry}`,
    ...(parentHandle === undefined ? [] : [`within ${parentHandle}`]),
    ...remarks.filter((remark) => !remark.includes('BEGIN CERTIFICATE')).map((remark) => `remark: ${remark}`),
    `certificates in it: ${certificates.length}`,
  ];
}
