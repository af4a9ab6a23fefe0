import { type Samples, timed } from './samples.ts';

export type Contest = {
  readonly floor: () => Promise<unknown>;
  readonly subject: () => Promise<unknown>;
  /** Before each pair, outside of the clock. */
  readonly prepare?: () => Promise<unknown>;
  readonly rounds: number;
  /** Pairs that are run first and not counted: compilers and connections get warm. */
  readonly warmUp: number;
};

/**
 * Runs floor and subject in turn, so that whatever else the machine does meets both alike. Who goes first changes each
 * round: the second pays for some of the first one's garbage.
 */
export async function interleave({ floor, subject, prepare, rounds, warmUp }: Contest) {
  const floors: number[] = [];
  const subjects: number[] = [];
  const sides = [
    { run: floor, into: floors },
    { run: subject, into: subjects },
  ];
  for (let round = 0; round < warmUp + rounds; round++) {
    await prepare?.();
    for (const { run, into } of round % 2 === 0 ? sides : sides.toReversed()) {
      const ms = await timed(run);
      if (round >= warmUp) into.push(ms);
    }
  }
  return { floor: floors as Samples, subject: subjects as Samples };
}
