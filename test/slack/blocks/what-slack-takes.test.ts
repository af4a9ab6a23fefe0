import { beforeAll, describe, expect, test } from 'vitest';
import { validateMessage, validateView } from '../../../src/sandbox/slack/block-kit/validate.ts';
import { type Cast, castOf, maximalCast, plainCast } from '../../support/slack-cast.ts';
import { everythingShown } from '../../support/slack-catalog.ts';
import { hostileTexts } from '../../support/slack-hostile.ts';
import { problemsOf } from '../../support/slack-limits.ts';
import { foreignMarkup } from '../../support/slack-mentions.ts';
import type { Shown } from '../../support/slack-shown.ts';

const casts: readonly (readonly [string, Cast])[] = [
  ['a common circuit', plainCast],
  ['a circuit as large as Azure makes them', maximalCast],
  ...hostileTexts.map((text) => [`all texts ${JSON.stringify(text.slice(0, 30))}`, castOf(text)] as const),
];

describe.each(casts)('everything that is said of %s', (_name, cast) => {
  let shown: readonly Shown[] = [];
  beforeAll(async () => {
    shown = await everythingShown(cast);
  });

  /** What is wrong, and with which message. */
  const faults = (wrong: (one: Shown) => readonly string[]) =>
    shown.flatMap((one) => wrong(one).map((problem) => `${one.name}: ${problem}`));

  test("is taken by the sandbox's Slack, on the surface where it is used", () => {
    expect(shown.length).toBeGreaterThan(500);
    expect(
      faults(({ view, text, blocks }) => (view ? validateView(view) : validateMessage({ text, blocks }))),
    ).toEqual([]);
  });

  test('keeps the published limits, by a second opinion', () => {
    expect(faults(problemsOf)).toEqual([]);
  });

  test('mentions nobody and links nowhere but by our own tokens', () => {
    expect(faults(foreignMarkup)).toEqual([]);
  });
});
