import { type Mrkdwn, md, nothing, trusted } from '../mrkdwn.ts';
import { duration } from '../time.ts';
import { severitySigns } from '../words/severity.ts';
import { ownerName, troubleWords } from '../words/trouble.ts';
import { type IncidentFacts, isOnAndOff, lastedMs } from './facts.ts';

export type IncidentTitle = { readonly sign: string; readonly words: Mrkdwn };

/** How an incident stands, in a sign and a few words: `Microsoft peering · primary link down`. */
export function incidentTitle(facts: IncidentFacts): IncidentTitle {
  const { place } = troubleWords(facts);
  const { sign, words } = stateTitle(facts);
  return { sign, words: place === '' ? words : md`${place} · ${words}` };
}

/** `:red_circle: *lon-01* · Microsoft peering · primary link down`, as everywhere. */
export function titleLine(facts: IncidentFacts): Mrkdwn {
  const { sign, words } = incidentTitle(facts);
  return md`${trusted(sign)} *${ownerName(facts)}* · ${words}`;
}

/** The same for a notification, which shows no signs. */
export function titleText(facts: IncidentFacts): Mrkdwn {
  return md`${ownerName(facts)}: ${incidentTitle(facts).words}`;
}

function stateTitle(facts: IncidentFacts): IncidentTitle {
  const { state, severity, flapping, reopened } = facts;
  const { bad, well } = troubleWords(facts);
  if (state === 'resolved') return endTitle(facts, bad, well);
  if (flapping) {
    const within = duration(flapping.lastTurnAt - flapping.since);
    return { sign: severitySigns[severity], words: md`flapping: ${flapping.times} times in ${within}` };
  }
  if (state === 'clearing') return { sign: ':large_yellow_circle:', words: well };
  return { sign: severitySigns[severity], words: reopened > 0 ? md`${bad}, again` : bad };
}

function endTitle(facts: IncidentFacts, bad: Mrkdwn, well: Mrkdwn): IncidentTitle {
  if (facts.ending?.kind === 'gone')
    return { sign: ':heavy_minus_sign:', words: md`no longer counts: ${bad}` };
  return {
    sign: ':large_green_circle:',
    words: md`${well} after ${duration(lastedMs(facts))}${isOnAndOff(facts) ? md` on and off` : nothing}`,
  };
}
