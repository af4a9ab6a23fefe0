import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { listen } from '../../../../src/sandbox/control/listen.ts';
import { createPageServer } from '../../../../src/sandbox/page/page-server.ts';
import { createFakeControl, type FakeControl } from './fake-control.ts';

export type OpenPage = {
  readonly page: Page;
  readonly control: FakeControl;
  /** What the browser complained of, and every request to another origin. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
};

/** The fake control server refuses on purpose. */
const ownDoing = /status of 400/;

/** The page on a fake control server of its own. `before` sets the stage. */
export async function openPage(
  browser: Browser,
  before: (control: FakeControl) => void = () => {},
  options: BrowserContextOptions = { viewport: { width: 1400, height: 900 } },
): Promise<OpenPage> {
  const control = createFakeControl();
  before(control);
  const app = new Hono<{ Bindings: HttpBindings }>().route('/', control.app).route('/', createPageServer());
  const server = await listen(app, 0);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !ownDoing.test(message.text()) && complaints.push(message.text()),
  );
  page.on('request', (request) => !request.url().startsWith(server.url) && complaints.push(request.url()));
  await page.goto(`${server.url}/#C0NETOPS001`);
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  return {
    page,
    control,
    complaints,
    async close() {
      await context.close();
      await server.close();
    },
  };
}
