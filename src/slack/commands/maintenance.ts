import type { ModalView } from '@slack/types';
import { parseWindow } from '../../domain/alert/window-words.ts';
import { maintenanceReply } from '../blocks/maintenance.ts';
import { refusalReply } from '../blocks/refusal.ts';
import { askForWindow, endWindow, planWindow } from '../maintenance.ts';
import type { Command } from './command.ts';
import { callerOf } from './with-circuit.ts';

const usage = '[filters] [from <time>] [for <length>] [hold] [note …] | end <id>';

export const maintenanceCommand: Command = {
  name: 'maintenance',
  usage,
  gist: 'work that is known: marks or holds alerts',
  summary: 'What is planned; plans work on circuits, so that alerts are marked or held meanwhile; ends it.',
  details: [
    'Without words: what is planned and under way. With filters alone, or none and Plan…: a form.',
    'for: 90min, 2h, 3d. from: 2026-11-01T22:00 or 22:00, UTC; without it, from now on. The form takes your own zone.',
    'hold: alerts wait until it is over. Otherwise they are told and say that maintenance is on.',
    'note: all that follows it.',
    'It needs a role on each circuit that it fits, and counts for every channel.',
  ],
  examples: [
    'maintenance',
    'maintenance lon-01',
    'maintenance location:London for 2h note new router',
    'maintenance end MW-3F7',
  ],
  async run(words, ask, deps) {
    const [first, second, ...others] = words;
    if (!first) return maintenanceReply(await deps.whole.maintenanceWindows(), deps.now());
    if (first.key === undefined && first.value.toLowerCase() === 'end') {
      if (!second || others.length > 0)
        return refusalReply({ code: 'argument-unknown', word: '', usage: 'maintenance end <id>' });
      return endWindow(ask.client, callerOf(ask), second.value, deps);
    }
    const now = deps.now();
    const draft = parseWindow(words, now);
    if (!draft.ok) return refusalReply(draft.refusal);
    const { from = now, forMs, ...rest } = draft.value;
    if (forMs === undefined) {
      const open = (view: ModalView) => ask.client.views.open({ trigger_id: ask.triggerId, view });
      return askForWindow(callerOf(ask), draft.value, open, deps);
    }
    const window = { ...rest, channelId: ask.channelId, from, until: from + forMs };
    return planWindow(ask.client, callerOf(ask), window, deps);
  },
};
