import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import type { World } from '../support/world.ts';
import { readPng } from './png/read-png.ts';
import { reduceColours } from './png/reduce-colours.ts';
import { writePng } from './png/write-png.ts';

type View = {
  readonly channel: string;
  /** Of the window, in the page's own pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** How many of the picture's pixels one of the page's is. */
  readonly scale: number;
};

/** A browser for as long as pictures are made. `await using` ends it. */
export async function openStudio() {
  const launched = await launchBrowser();
  if ('reason' in launched) throw new Error(`no browser starts: ${launched.reason}`);
  const { browser } = launched;
  return {
    open: (world: World, view: View) => openWindow(browser, world, view),
    [Symbol.asyncDispose]: () => browser.close(),
  };
}

/** Somebody's window on the page, in which Omar acts first. */
async function openWindow(browser: Browser, { url }: World, { channel, size, scale }: View): Promise<Page> {
  const context = await browser.newContext({ viewport: size, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.goto(`${url}/#${channel}`);
  await page.getByText('Live', { exact: true }).waitFor();
  return page;
}

export async function type(page: Page, line: string): Promise<void> {
  await page.getByTestId('composer').fill(line);
  await page.getByTestId('composer').press('Enter');
}

export function message(page: Page, text: string | RegExp): Locator {
  return page.getByTestId('message').filter({ hasText: text }).last();
}

/** Writes what these parts of the page, and what is between them, look like, when nothing moves any more. */
export async function shoot(page: Page, target: string, parts: readonly Locator[] = []): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready');
  await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished))');
  const clip = parts.length > 0 ? await frameOf(parts) : undefined;
  const picture = await page.screenshot(clip ? { clip } : {});
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, writePng(reduceColours(readPng(picture))));
  process.stdout.write(`${target} is made\n`);
}

async function frameOf(parts: readonly Locator[]) {
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const found = boxes.flatMap((box) => box ?? []);
  const [left, top] = [Math.min(...found.map(({ x }) => x)), Math.min(...found.map(({ y }) => y))];
  const right = Math.max(...found.map(({ x, width }) => x + width));
  const bottom = Math.max(...found.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
