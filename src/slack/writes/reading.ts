import type { Result } from '../../domain/result.ts';
import type { ChatRefusal } from '../blocks/refusal.ts';
import type { FormProblems } from './form.ts';
import { chosenOf, type FormValues, type Input, textOf } from './values.ts';

/** Reads a form and keeps what is wrong in it, one thing an input. */
export interface Reading {
  text(input: Input): string;
  /** '' when none was chosen. */
  chosen(input: Input): string;
  /** The chosen value, or the typed one where there was no menu; '' when there is neither. */
  given(input: Input): string;
  /** The same, where none is a problem. */
  choice(input: Input, field: string): string;
  /** Undefined when it was refused, which is then a problem of the input. */
  take<T>(input: Input, result: Result<T, ChatRefusal>): T | undefined;
  check(input: Input, refusal: ChatRefusal | undefined): void;
  /** Undefined: nothing is wrong. */
  problems(): FormProblems | undefined;
}

export function createReading(values: FormValues): Reading {
  const found = new Map<string, ChatRefusal>();

  /** Blocks that depend on another choice carry a mark behind their name. */
  function placed({ block, action }: Input): Input {
    const present = Object.keys(values).find((key) => key === block || key.startsWith(`${block}.`));
    return { block: present ?? block, action };
  }

  /** Slack takes errors only for blocks that are there: what is not there yet is said at the last one that is. */
  function note(input: Input, refusal: ChatRefusal): void {
    const { block } = placed(input);
    const at = block in values ? block : (Object.keys(values).at(-1) ?? block);
    if (!found.has(at)) found.set(at, refusal);
  }

  const given = (input: Input) => chosenOf(values, placed(input)) || textOf(values, placed(input));

  return {
    text: (input) => textOf(values, placed(input)),
    chosen: (input) => chosenOf(values, placed(input)),
    given,
    choice(input, field) {
      const value = given(input);
      if (value === '') note(input, { code: 'choice-missing', field });
      return value;
    },
    take(input, result) {
      if (result.ok) return result.value;
      note(input, result.refusal);
      return undefined;
    },
    check(input, refusal) {
      if (refusal) note(input, refusal);
    },
    problems: () => (found.size > 0 ? Object.fromEntries(found) : undefined),
  };
}
