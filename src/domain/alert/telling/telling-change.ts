import { isEqual } from '../../equality.ts';
import type { Incident, Telling } from '../incident.ts';

/** How a channel knows of an incident from now on. `telling` undefined: not at all. */
export type TellingChange = {
  readonly incidentId: string;
  readonly channelId: string;
  readonly telling: Telling | undefined;
};

/** The incidents that are told differently now; of several changes of a channel's telling the last counts. */
export function retold(
  incidents: readonly Incident[],
  changes: readonly TellingChange[],
): readonly Incident[] {
  const byIncident = Map.groupBy(changes, ({ incidentId }) => incidentId);
  return incidents.flatMap((incident) => {
    const mine = byIncident.get(incident.id) ?? [];
    const tellings = mine.reduce(withChange, incident.tellings);
    return isEqual(tellings, incident.tellings) ? [] : [{ ...incident, tellings }];
  });
}

function withChange(tellings: readonly Telling[], { channelId, telling }: TellingChange): readonly Telling[] {
  const index = tellings.findIndex((entry) => entry.channelId === channelId);
  if (telling && index >= 0) return tellings.with(index, telling);
  const others = tellings.filter((_, at) => at !== index);
  return telling ? [...others, telling] : others;
}
