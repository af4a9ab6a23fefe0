import { type Circuit, lineKey } from '../model/circuit.ts';
import { type LinkName, linkNames } from '../model/session.ts';

/** Where the metrics do not tell what is: known of Microsoft's own maintenance. */
export interface Marks {
  /** The links whose sessions read as down although they are up. */
  maintained(circuit: Circuit): readonly LinkName[];
  setMaintained(circuit: Circuit, links: readonly LinkName[], on: boolean): void;
  /** Whether nothing is measured. */
  hasGap(circuit: Circuit): boolean;
  setGap(circuit: Circuit, on: boolean): void;
}

export function createMarks(): Marks {
  const maintained = new Set<string>();
  const gaps = new Set<string>();
  const put = (marks: Set<string>, key: string, on: boolean) => {
    if (on) marks.add(key);
    else marks.delete(key);
  };
  return {
    maintained: (circuit) => linkNames.filter((link) => maintained.has(`${lineKey(circuit)} ${link}`)),
    setMaintained(circuit, links, on) {
      for (const link of links) put(maintained, `${lineKey(circuit)} ${link}`, on);
    },
    hasGap: (circuit) => gaps.has(lineKey(circuit)),
    setGap: (circuit, on) => put(gaps, lineKey(circuit), on),
  };
}
