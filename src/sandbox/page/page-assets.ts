/**
 * The page's files by URL path. Only what is listed here at the start can be asked for, so that no path that a browser
 * sends ever reaches the file system.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vendorModules } from './page-vendor.ts';

export type Asset = { readonly file: string; readonly contentType: string };

const contentTypes = {
  '.ts': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
} as const;

const pageFolder = fileURLToPath(new URL('.', import.meta.url));

export function listAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const folder of ['client', 'styles'])
    for (const path of readdirSync(join(pageFolder, folder), { recursive: true, encoding: 'utf8' }))
      addAsset(assets, `/page/${folder}/${path.split(sep).join('/')}`, join(pageFolder, folder, path));
  for (const vendor of vendorModules) addAsset(assets, vendor.path, vendor.file);
  return assets;
}

function addAsset(assets: Map<string, Asset>, path: string, file: string): void {
  for (const [ending, contentType] of Object.entries(contentTypes))
    if (file.endsWith(ending)) assets.set(path, { file, contentType });
}

const scripts = new Map<string, string>();

/** A TypeScript file is answered as JavaScript; the types are stripped once and kept. */
export function readAsset({ file }: Asset): string {
  if (!file.endsWith('.ts')) return readFileSync(file, 'utf8');
  const known = scripts.get(file);
  if (known !== undefined) return known;
  const script = stripTypeScriptTypes(readFileSync(file, 'utf8'));
  scripts.set(file, script);
  return script;
}
