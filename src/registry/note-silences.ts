import type { PrefixEvidence, Told } from '../domain/validation/evidence.ts';
import type { Log } from '../usecases/ports.ts';

/** One line for each source that did not tell all it was asked. */
export function noteSilences(seen: readonly PrefixEvidence[], log: Log): void {
  const sights = seen.flatMap(({ irr, rpki, holder }): readonly (readonly [string, Told<unknown>])[] => [
    ...irr.map(({ server, told }) => [server, told] as const),
    ['the list of ROAs', rpki],
    ['RDAP', holder],
  ]);
  for (const [source, all] of Map.groupBy(sights, ([name]) => name)) {
    const silences = all.flatMap(([, told]) =>
      told.kind === 'silent' && told.why !== 'not-configured' ? [told] : [],
    );
    const [first] = silences;
    if (!first) continue;
    const facts = {
      source,
      why: first.why,
      reason: first.detail,
      silent: silences.length,
      asked: all.length,
    };
    log.warn(facts, 'a registry did not tell all that it was asked');
  }
}
