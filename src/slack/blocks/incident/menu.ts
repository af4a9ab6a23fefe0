import type { Choice } from '../kit.ts';

const deeds = ['assign', 'mute-2h', 'mute-8h', 'mute-1d', 'mutes'] as const;
export type IncidentDeed = (typeof deeds)[number];

const texts: Readonly<Record<IncidentDeed, string>> = {
  assign: 'Assign…',
  'mute-2h': 'Mute 2 h',
  'mute-8h': 'Mute 8 h',
  'mute-1d': 'Mute 24 h',
  mutes: 'Other mutes…',
};

/** What stands behind the three dots. Trunkline's own blindness belongs to no circuit and cannot be muted. */
export function incidentChoices(incidentId: string, hasCircuit: boolean): readonly Choice[] {
  return deeds
    .filter((deed) => hasCircuit || deed === 'assign')
    .map((deed) => ({ text: texts[deed], value: `${deed} ${incidentId}` }));
}

/** Undefined for a value that no menu of ours has. */
export function parseIncidentChoice(
  value: string,
): { readonly deed: IncidentDeed; readonly incidentId: string } | undefined {
  const [, asked, incidentId] = /^([a-z0-9-]{1,20}) (\S{1,100})$/u.exec(value) ?? [];
  const deed = deeds.find((one) => one === asked);
  return deed && incidentId ? { deed, incidentId } : undefined;
}
