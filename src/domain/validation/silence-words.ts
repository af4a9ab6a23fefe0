import type { Silence } from './evidence.ts';

const clauses: Readonly<Record<Silence, string>> = {
  'not-configured': 'is not set up',
  unreachable: 'cannot be reached',
  'timed-out': 'did not answer in time',
  throttled: 'answers no more questions for now',
  refused: 'refused to answer',
  unreadable: 'answered what cannot be read',
  stale: 'told something too old to be believed',
};

/** Why a source told nothing, to stand behind its name. */
export function silenceClause(why: Silence): string {
  return clauses[why];
}
