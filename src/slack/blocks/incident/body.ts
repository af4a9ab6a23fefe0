import { lines, type Mrkdwn, md, nothing } from '../mrkdwn.ts';
import { moment, span } from '../time.ts';
import { goneWords } from '../words/gone.ts';
import { troubleWords } from '../words/trouble.ts';
import { type IncidentFacts, isMixed, isOnAndOff, lastedMs } from './facts.ts';

/** Below the title: what it means and who must do what; once it is well, when it was. */
export function incidentBody(facts: IncidentFacts): Mrkdwn {
  switch (facts.state) {
    case 'pending':
    case 'open':
      return openBody(facts);
    case 'clearing':
      return clearingBody(facts);
    case 'resolved':
      return endBody(facts);
  }
}

function openBody(facts: IncidentFacts): Mrkdwn {
  const { bad, meaning, todo } = troubleWords(facts);
  const now = facts.flapping ? md`Now: ${bad}. It goes up and down; I tell when it is calm.` : nothing;
  const before =
    facts.reopened > 0
      ? md`It was over ${often(facts.reopened)} and got bad again; it first began ${moment(facts.firstBadAt)}.`
      : nothing;
  return lines(now, meaning, before, isOnPurpose(facts) ? nothingToDo : todo);
}

const nothingToDo = md`Nothing to do: it is a failover test, and the link comes back when the test ends.`;

/** A failover test that does what it is for. */
function isOnPurpose({ cause, severity }: IncidentFacts): boolean {
  return cause !== undefined && severity === 'info';
}

/** `Down today 03:12–03:16, 4 min`. */
function pastLine(facts: IncidentFacts, until: number): Mrkdwn {
  const was = isMixed(facts) ? 'Disturbed' : troubleWords(facts).was;
  return md`${was}${isOnAndOff(facts) ? md`, on and off,` : nothing} ${span(facts.firstBadAt, until)}`;
}

function clearingBody(facts: IncidentFacts): Mrkdwn {
  const { well } = troubleWords(facts);
  const { flapping, goodSince = facts.firstBadAt } = facts;
  if (flapping) {
    return md`Now: ${well}, since ${moment(goodSince)}. It goes up and down; it is over when it has been calm for a while.`;
  }
  return md`${pastLine(facts, goodSince)}. It is over when it stays well for a little longer.`;
}

function endBody(facts: IncidentFacts): Mrkdwn {
  const { ending, firstBadAt, resolvedAt = firstBadAt } = facts;
  if (ending?.kind === 'gone') {
    return md`Since ${moment(resolvedAt)}: ${goneWords[ending.why]}. It began ${moment(firstBadAt)}; whether it would be well now, nobody can tell.`;
  }
  const end = Math.max(firstBadAt, facts.goodSince ?? firstBadAt + lastedMs(facts));
  return md`${pastLine(facts, end)}.`;
}

function often(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}
