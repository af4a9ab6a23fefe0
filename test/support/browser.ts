import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A started browser, or the reason why there is none: then tests that need one are skipped, and say so. */
export type Launch = { readonly browser: Browser } | { readonly reason: string };

/** Flags for a machine in the cloud that a test must not have: what the page asks for has to be checked as usual. */
const unwanted = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
];

/** A headless browser: the one at CHROMIUM_PATH, else the one that comes inside an npm package. */
export async function launchBrowser(): Promise<Launch> {
  try {
    const own = process.env.CHROMIUM_PATH;
    if (own) return { browser: await chromium.launch({ executablePath: own, args: ['--no-sandbox'] }) };
    const folder = await unpackedBrowser();
    return {
      browser: await chromium.launch({
        executablePath: join(folder, 'chromium'),
        args: sparticuz.args.filter((flag) => !unwanted.includes(flag)),
        env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
      }),
    };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The package unpacks its browser into the temporary folder and takes any file of that name for a whole one. Tests run
 * side by side: each unpacks for itself, and the first to be ready gives the folder its final name.
 */
async function unpackedBrowser(): Promise<string> {
  const folder = join(tmpdir(), 'trunkline-browser');
  if (existsSync(folder)) return folder;
  const before = process.env.TMPDIR;
  const own = await mkdtemp(join(tmpdir(), 'trunkline-browser-'));
  try {
    process.env.TMPDIR = own;
    await sparticuz.executablePath();
    await writeFile(join(own, 'fonts.conf'), fontsConf(folder));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }));
  return folder;
}

/** The package's own font, so that pictures look alike everywhere; the machine's for signs that it lacks. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
