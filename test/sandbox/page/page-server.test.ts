import { describe, expect, it } from 'vitest';
import { createPageServer } from '../../../src/sandbox/page/page-server.ts';

const server = createPageServer();

describe('the page server', () => {
  it('answers a document that may run nothing but its own scripts', async () => {
    const answer = await server.request('/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(await answer.text()).not.toMatch(/\son\w+=|https?:\/\//);
  });

  it('answers every script and style that the document names', async () => {
    const document = await (await server.request('/')).text();
    const paths = [...document.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = '']) => path);
    const statuses = await Promise.all(paths.map(async (path) => (await server.request(path)).status));
    expect(paths.length).toBeGreaterThan(40);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('strips the types off a script', async () => {
    const answer = await server.request('/page/client/data/select.ts');
    expect(answer.headers.get('content-type')).toContain('text/javascript');
    expect(await answer.text()).not.toContain('State):');
  });

  it.each([
    '/page/client/tsconfig.json',
    '/page/client/../page-server.ts',
    '/page/client/%2e%2e/page-server.ts',
    '/page/vendor/',
    '/package.json',
  ])('does not answer %s', async (path) => {
    expect((await server.request(path)).status).toBe(404);
  });
});
