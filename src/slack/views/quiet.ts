import type { App } from '@slack/bolt';
import { parseClock, parseQuietParts, parseZone, type QuietAsk } from '../../domain/alert/quiet-words.ts';
import { answer, type Result, refuse } from '../../domain/result.ts';
import { viewIds } from '../action-ids.ts';
import { quietInputs as inputs } from '../blocks/forms/quiet.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { setQuiet } from '../quiet.ts';
import type { FormProblems } from '../writes/form.ts';
import { chosenAllOf, type FormValues, textOf, timeOf } from '../writes/values.ts';
import { type Answered, done, onAnswer, saying, type Verdict } from './on-answer.ts';

/** Quiet hours were filled in, for the channel that the form was asked for in. */
export function registerQuietView(app: App, shared: SharedDeps): void {
  onAnswer(app, viewIds.quiet, shared, keep);
}

async function keep({ values, caller, client }: Answered, deps: ChatDeps): Promise<Verdict> {
  const { channelId } = caller;
  if (!channelId) return saying('Not possible', refusalReply({ code: 'button-unreadable' }));
  const hours = readQuiet(values);
  if (!hours.ok) return { kind: 'problems', problems: hours.refusal };
  const reply = await setQuiet(client, caller, { ...hours.value, channelId }, deps);
  return reply ? saying('Quiet hours', reply) : done;
}

export function readQuiet(values: FormValues): Result<QuietAsk, FormProblems> {
  const zoneText = textOf(values, inputs.zone);
  const zone = parseZone(zoneText);
  if (zoneText !== '' && zone === undefined) {
    return refuse({ [inputs.zone.block]: { code: 'quiet-word-unknown', word: zoneText } });
  }
  const days = chosenAllOf(values, inputs.days)
    .map(Number)
    .filter((day) => day >= 1 && day <= 7);
  const hours = parseQuietParts({
    fromMinute: parseClock(timeOf(values, inputs.from)),
    toMinute: parseClock(timeOf(values, inputs.to)),
    days,
    zone,
  });
  if (hours.ok) return answer(hours.value);
  const at = hours.refusal.code === 'quiet-zone-missing' ? inputs.zone : inputs.to;
  return refuse({ [at.block]: hours.refusal });
}
