import type { App } from '@slack/bolt';
import { parseLasting, parseLength, type WindowDraft } from '../../domain/alert/window-words.ts';
import type { Instant } from '../../domain/instant.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { parseWords } from '../../domain/text/words.ts';
import { viewIds } from '../action-ids.ts';
import { maintenanceInputs as inputs } from '../blocks/forms/maintenance.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { planWindow } from '../maintenance.ts';
import type { FormProblems } from '../writes/form.ts';
import { chosenOf, type FormValues, momentOf, textOf } from '../writes/values.ts';
import { type Answered, done, onAnswer, saying, type Verdict } from './on-answer.ts';

/** A maintenance was filled in. */
export function registerMaintenanceView(app: App, shared: SharedDeps): void {
  onAnswer(app, viewIds.maintenance, shared, plan);
}

async function plan({ values, caller, client }: Answered, deps: ChatDeps): Promise<Verdict> {
  const read = readMaintenance(values, deps.now());
  if (!read.ok) return { kind: 'problems', problems: read.refusal };
  const { from, forMs, ...rest } = read.value;
  const channelId = caller.channelId ?? caller.userId;
  const reply = await planWindow(client, caller, { ...rest, channelId, from, until: from + forMs }, deps);
  return reply ? saying('Maintenance', reply) : done;
}

type Read = Required<WindowDraft>;

export function readMaintenance(values: FormValues, now: Instant): Result<Read, FormProblems> {
  const from = momentOf(values, inputs.from) ?? now;
  const lengthText = chosenOf(values, inputs.length);
  const forMs = parseLength(lengthText);
  if (forMs === undefined) {
    return refuse({ [inputs.length.block]: { code: 'window-length-unreadable', value: lengthText } });
  }
  if (from + forMs <= now)
    return refuse({ [inputs.from.block]: { code: 'window-over', until: from + forMs } });
  const words = parseWords(textOf(values, inputs.circuits));
  const filter = words.ok ? parseLasting(words.value) : words;
  if (!filter.ok) return refuse({ [inputs.circuits.block]: filter.refusal });
  const effect = chosenOf(values, inputs.effect) === 'hold' ? 'hold' : 'mark';
  return answer({ from, forMs, filter: filter.value, effect, note: textOf(values, inputs.note) });
}
