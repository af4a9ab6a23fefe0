import { createHash } from 'node:crypto';
import { importMap } from './page-vendor.ts';

/** The import map has to stand in the document itself; its hash is the only inline script that the policy allows. */
const importMapHash = createHash('sha256').update(importMap).digest('base64');

export const contentSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self' 'sha256-${importMapHash}'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ');

/** `paths` are the page's assets: scripts are announced up front, so that the browser needs no chain of requests. */
export function pageDocument(paths: readonly string[]): string {
  const styles = paths.filter((path) => path.endsWith('.css')).sort();
  const scripts = paths.filter((path) => /\.(ts|mjs)$/.test(path));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>Trunkline sandbox</title>
<link rel="icon" href="/page/styles/icon.svg" type="image/svg+xml">
<script type="importmap">${importMap}</script>
${scripts.map((path) => `<link rel="modulepreload" href="${path}">`).join('\n')}
${styles.map((path) => `<link rel="stylesheet" href="${path}">`).join('\n')}
<script type="module" src="/page/client/main.ts"></script>
</head>
<body>
<div id="app"></div>
<noscript>This page needs JavaScript.</noscript>
</body>
</html>
`;
}
