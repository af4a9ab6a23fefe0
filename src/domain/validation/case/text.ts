import { answer, type Result, refuse } from '../../result.ts';
import { type CaseRefusal, type TextField, textLimits } from './command.ts';

/** What somebody typed, without the space around it. */
export function readText(what: TextField, typed: string, isNeeded = true): Result<string, CaseRefusal> {
  const text = typed.trim();
  const limit = textLimits[what];
  if (isNeeded && text === '') return refuse({ code: 'case-text-missing', what });
  return text.length > limit ? refuse({ code: 'case-text-too-long', what, limit }) : answer(text);
}
