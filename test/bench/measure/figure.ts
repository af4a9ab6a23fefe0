import { median, type Samples } from './samples.ts';

type Spread = {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly samples: number;
};

/** One line of the result: what was measured, its floor, and the one divided by the other. */
export type Figure = {
  readonly suite: 'poll' | 'ack' | 'start' | 'tell' | 'sessions';
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  readonly subject: Spread;
  readonly floor: Spread;
  readonly ratio: number;
  /** The ratio that was promised, where one was. */
  readonly aim?: number;
};

/** A number that is right or wrong, whatever the machine. */
export type Fact = {
  readonly suite: Figure['suite'];
  readonly name: string;
  readonly value: number;
  readonly expected: number;
};

export type Findings = { readonly figures: readonly Figure[]; readonly facts: readonly Fact[] };

export function figureOf(
  named: Pick<Figure, 'suite' | 'name' | 'aim'> & { readonly unit?: Figure['unit'] },
  runs: { readonly floor: Samples; readonly subject: Samples },
): Figure {
  const floor = spreadOf(runs.floor);
  const subject = spreadOf(runs.subject);
  return { unit: 'ms', ...named, subject, floor, ratio: subject.median / floor.median };
}

function spreadOf(samples: Samples): Spread {
  return {
    median: median(samples),
    min: Math.min(...samples),
    max: Math.max(...samples),
    samples: samples.length,
  };
}
