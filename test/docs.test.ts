import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { Environment } from '../src/config.ts';
import { changeKinds } from '../src/domain/circuit/changes.ts';
import { filterKeys } from '../src/domain/circuit/filter.ts';
import { situations } from '../src/domain/circuit/situation.ts';
import { commands, findCommand } from '../src/slack/commands/help.ts';

const folders = ['.', 'docs', 'docs/decisions'];
const pages = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') })),
);
/** What the long storm of `npm run test:crash` reads. */
const ofTheStorm = [
  ...readFileSync('test/crash/long.crash.ts', 'utf8').matchAll(/process\.env\.([A-Z_]+)/gu),
].map(([, name = '']) => name);

const commandsPage = readFileSync('docs/commands.md', 'utf8');

describe('the documents', () => {
  it('describe every command as the code does', () => {
    for (const { name, usage, summary } of commands) {
      const line = ['/circuit', name, usage].filter(Boolean).join(' ').replaceAll('|', '\\|');
      expect(commandsPage).toContain(`| \`${line}\` | ${summary} |`);
    }
  });

  it('name no command that there is not', () => {
    for (const { path, text } of pages) {
      for (const [, word = ''] of text.matchAll(/`\/circuit ([a-z]+)/gu)) {
        expect(findCommand(word)?.name, `${path}: /circuit ${word}`).toBe(word);
      }
    }
  });

  it.each([...changeKinds, ...situations].map((word) => [word]))('explain %s', (word) => {
    expect(commandsPage).toContain(`\`${word}\``);
  });

  it.each(filterKeys.map((key) => [key]))('explain the filter %s:', (key) => {
    expect(commandsPage).toMatch(new RegExp(`\\| .*\`${key}:`, 'u'));
  });

  it('and the page’s hints name every command', () => {
    const hints = readFileSync('src/sandbox/page/client/chat/command-hints.ts', 'utf8');
    for (const { name } of commands) expect(hints).toMatch(new RegExp(`\\b${name}\\b`, 'u'));
  });

  it('name no environment variable that there is not', () => {
    const known = [...Object.keys(Environment.shape), ...ofTheStorm, 'TLS', 'ARM', 'LIST', 'SKU', 'VLAN'];
    for (const { path, text } of pages) {
      for (const [, name = ''] of text.matchAll(/\b([A-Z]+(?:_[A-Z]+)+)\b/gu)) {
        expect(known, `${path}: ${name}`).toContain(name);
      }
    }
  });

  it('name no npm script that there is not', () => {
    for (const { path, text } of pages) {
      for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/gu)) {
        expect(Object.keys(packageJson.scripts), `${path}: npm run ${script}`).toContain(script);
      }
    }
  });

  it('link to what exists', () => {
    for (const { path, text } of pages) {
      for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/gu)) {
        if (!/^https?:/u.test(target))
          expect(existsSync(join(dirname(path), target)), `${path}: ${target}`).toBe(true);
      }
    }
  });

  it('show the two commands that are the whole set-up', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm cit');
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/\bnpm cit\b/u);
  });
});
