import { createTurnstile } from '../in-turn.ts';
import { resumeChannel } from '../resume-channel.ts';
import { suspendChannel } from '../suspend-channel.ts';
import type { AlertDesk } from './alert-desk.ts';
import { acknowledgeIncident, assignIncident } from './answer-incident.ts';
import type { DeskDeps } from './desk-deps.ts';
import { dropTold } from './drop-told.ts';
import { foldBacklogs } from './fold-backlogs.ts';
import { muteCircuit, unmuteCircuit } from './mute-circuit.ts';
import { endQuietHours, setQuietHours } from './quiet-hours.ts';
import { settleAlerts } from './settle-alerts.ts';
import { announceWindow, endWindow } from './windows.ts';

/** The desk of one process: what is handed to it goes one after the other, since each builds on what the last one left. */
export function openAlertDesk(deps: DeskDeps): AlertDesk {
  const inTurn = createTurnstile();
  return {
    take: (facts) => inTurn(() => settleAlerts(deps, facts)),
    passTime: (conditions = []) =>
      inTurn(async () => {
        await settleAlerts(deps, { id: deps.newId(), at: deps.now(), conditions });
        await foldBacklogs(deps);
      }),
    suspend: (channelId, reason) => inTurn(() => suspendChannel(deps, channelId, reason)),
    resume: (channelId, audit) => inTurn(() => resumeChannel(deps, channelId, audit)),
    dropTold: (digestId, arrived) => inTurn(() => dropTold(deps, digestId, arrived)),
    acknowledge: (caller, id, note) => inTurn(() => acknowledgeIncident(deps, caller, id, note)),
    assign: (caller, id, to) => inTurn(() => assignIncident(deps, caller, id, to)),
    mute: (caller, ask) => inTurn(() => muteCircuit(deps, caller, ask)),
    unmute: (caller, mute) => inTurn(() => unmuteCircuit(deps, caller, mute)),
    setQuietHours: (caller, hours) => inTurn(() => setQuietHours(deps, caller, hours)),
    endQuietHours: (caller, channelId) => inTurn(() => endQuietHours(deps, caller, channelId)),
    announce: (caller, ask) => inTurn(() => announceWindow(deps, caller, ask)),
    endWindow: (caller, id) => inTurn(() => endWindow(deps, caller, id)),
  };
}
