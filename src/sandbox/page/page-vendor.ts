/** The packages that the page's code imports by name, served from node_modules through an import map. */
import { fileURLToPath } from 'node:url';

const names = ['preact', 'preact/hooks', 'htm', 'htm/preact'] as const;

export const vendorModules = names.map((name) => ({
  name,
  path: `/page/vendor/${name.replace('/', '-')}.mjs`,
  file: fileURLToPath(import.meta.resolve(name)),
}));

export const importMap = JSON.stringify({
  imports: Object.fromEntries(vendorModules.map(({ name, path }) => [name, path])),
});
