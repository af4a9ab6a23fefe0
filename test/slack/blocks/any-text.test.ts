import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateMessage, validateView } from '../../../src/sandbox/slack/block-kit/validate.ts';
import { castOf } from '../../support/slack-cast.ts';
import { everythingShown } from '../../support/slack-catalog.ts';
import { anyText } from '../../support/slack-hostile.ts';
import { problemsOf } from '../../support/slack-limits.ts';
import { foreignMarkup } from '../../support/slack-mentions.ts';

test('whatever Azure or people say, each message and view is taken, and nobody is pinged', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      for (const shown of await everythingShown(castOf(text))) {
        const { view, blocks } = shown;
        const refusals = view ? validateView(view) : validateMessage({ text: shown.text, blocks });
        expect([...refusals, ...problemsOf(shown), ...foreignMarkup(shown)], shown.name).toEqual([]);
      }
    }),
    { numRuns: 10 },
  );
}, 90_000);
