import { AzureFault, SlackFault } from '../ports.ts';
import { StoreFault } from '../store.ts';
import type { Check } from './check.ts';
import type { Finding } from './finding.ts';

/** How long a check may take. */
const patienceMs = 10_000;

/** All at once; what each says, in the order of the checks. One that throws or hangs is a finding, and spoils no other. */
export async function runChecks(checks: readonly Check[], limitMs = patienceMs): Promise<readonly Finding[]> {
  return (await Promise.all(checks.map((check) => runCheck(check, limitMs)))).flat();
}

async function runCheck(check: Check, usualMs: number): Promise<readonly Finding[]> {
  const { name, look, patienceMs: limitMs = usualMs } = check;
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<readonly Finding[]>((resolve) => {
    timer = setTimeout(() => resolve([slow(name, limitMs)]), limitMs);
  });
  try {
    return await Promise.race([look(), hanging]);
  } catch (error) {
    return [broken(name, error)];
  } finally {
    clearTimeout(timer);
  }
}

function slow(name: string, limitMs: number): Finding {
  return {
    name,
    level: 'fail',
    found: `There was no answer within ${limitMs / 1_000} s.`,
    mend: 'See that this machine reaches it, then run the doctor again.',
  };
}

/** The words of an error that nobody foresaw may hold anything: its name must do. */
function broken(name: string, error: unknown): Finding {
  return {
    name,
    level: 'fail',
    found: `It could not be looked at: ${isForPeople(error) ? error.message : nameOf(error)}.`,
    mend: 'Run the doctor again; the log says more when it goes on.',
  };
}

function isForPeople(error: unknown): error is Error {
  return error instanceof AzureFault || error instanceof SlackFault || error instanceof StoreFault;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'an unknown error';
}
