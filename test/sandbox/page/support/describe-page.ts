import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, describe, expect } from 'vitest';
import { launchBrowser } from '../../../support/browser.ts';
import type { FakeControl } from './fake-control.ts';
import { type OpenPage, openPage } from './open-page.ts';

/** Opens the page on a fake control server of its own; `before` sets the stage. */
export type OpenWith = (
  before?: (control: FakeControl) => void,
  options?: BrowserContextOptions,
) => Promise<OpenPage>;

/**
 * Tests that need a browser: skipped, with the reason printed, where none starts. Whatever a test opened is closed, and
 * a browser that complained of anything fails it.
 */
export async function describePage(name: string, tests: (openWith: OpenWith) => void): Promise<void> {
  const launched = await launchBrowser();
  const browser: Browser | undefined = 'browser' in launched ? launched.browser : undefined;
  if ('reason' in launched) console.warn(`${name} is not tested, for no browser starts: ${launched.reason}`);
  let open: OpenPage | undefined;

  const openWith: OpenWith = async (before, options) => {
    if (!browser) throw new Error('no browser');
    open = await openPage(browser, before, options);
    return open;
  };

  describe.skipIf(!browser)(name, () => {
    afterEach(async () => {
      const { complaints = [] } = open ?? {};
      await open?.close();
      open = undefined;
      expect(complaints).toEqual([]);
    });
    afterAll(() => browser?.close());
    tests(openWith);
  });
}
