import type { Choice } from '../kit.ts';

const deeds = ['comment', 'assign', 'file', 'send-back', 'close'] as const;
export type CaseDeed = (typeof deeds)[number];

const texts: Readonly<Record<CaseDeed, string>> = {
  comment: 'Comment…',
  assign: 'Assign this step…',
  file: 'Add a file…',
  'send-back': 'Send a step back…',
  close: 'Close the case…',
};

/** What stands behind the three dots. */
export function caseChoices(caseId: string): readonly Choice[] {
  return deeds.map((deed) => ({ text: texts[deed], value: `${deed} ${caseId}` }));
}

/** Undefined for a value that no menu of ours has. */
export function parseCaseChoice(
  value: string,
): { readonly deed: CaseDeed; readonly caseId: string } | undefined {
  const [, asked, caseId] = /^([a-z-]{1,20}) (\S{1,100})$/u.exec(value) ?? [];
  const deed = deeds.find((one) => one === asked);
  return deed && caseId ? { deed, caseId } : undefined;
}
