import { answer, type Result, refuse } from '../../result.ts';
import { isPrivateKeyWithin } from '../signature/private-key.ts';
import { isValidationIdWithin } from '../signature/validation-id.ts';
import { type CaseRefusal, type TextField, textLimits } from './command.ts';

/** What somebody typed, without the space around it. All of it is read by a channel, and kept: no key may stand in it. */
export function readText(what: TextField, typed: string, isNeeded = true): Result<string, CaseRefusal> {
  const text = typed.trim();
  const limit = textLimits[what];
  if (isPrivateKeyWithin(text)) return refuse({ code: 'case-text-holds-private-key', what });
  if (isValidationIdWithin(text)) return refuse({ code: 'case-text-holds-service-key', what });
  if (isNeeded && text === '') return refuse({ code: 'case-text-missing', what });
  return text.length > limit ? refuse({ code: 'case-text-too-long', what, limit }) : answer(text);
}
