import { answer, type Result, refuse } from '../domain/result.ts';
import type { Log } from '../usecases/ports.ts';
import { readText } from './read-text.ts';

export type RulesFileOptions<T> = {
  /** The environment variable that names the file. */
  readonly name: string;
  readonly path: string;
  readonly parse: (text: string) => Result<T, readonly string[]>;
  readonly log: Log;
  /** Told when another content of the file is in force. */
  readonly changed?: (name: string) => void;
};

export interface RulesFile<T> {
  /** As the last good reading said. */
  current(): T;
  /** What is wrong with the file as it is now. */
  troubles(): readonly string[];
  /** Reads the file again; a bad one changes nothing but the troubles. */
  look(): Promise<void>;
}

/**
 * A file that people change while Trunkline runs. It is compared by its content: editors and Kubernetes replace files
 * by others, and times of change are coarse. Refused with all that is wrong when it cannot be used at first.
 */
export async function openRulesFile<T>(
  options: RulesFileOptions<T>,
): Promise<Result<RulesFile<T>, readonly string[]>> {
  const { name, path, parse, log, changed } = options;
  const told = (problems: readonly string[]) => problems.map((problem) => `${name} (${path}): ${problem}`);
  let seen = await readText(path);
  const first = seen.ok ? parse(seen.value) : refuse([seen.refusal]);
  if (!first.ok) return refuse(told(first.refusal));
  let current = first.value;
  let troubles: readonly string[] = [];

  return answer({
    current: () => current,
    troubles: () => troubles,
    async look() {
      const now = await readText(path);
      if (isSame(now, seen)) return;
      seen = now;
      const parsed = now.ok ? parse(now.value) : refuse([now.refusal]);
      troubles = parsed.ok ? [] : told(parsed.refusal);
      if (parsed.ok) {
        current = parsed.value;
        log.info({ file: path }, `${name} was changed: the new one is in force`);
        changed?.(name);
      } else {
        log.error({ file: path, troubles }, `${name} cannot be used: the last good one stays in force`);
      }
    },
  });
}

type Reading = Result<string, string>;

function isSame(a: Reading, b: Reading): boolean {
  if (a.ok !== b.ok) return false;
  return a.ok && b.ok ? a.value === b.value : !a.ok && !b.ok && a.refusal === b.refusal;
}
