import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from './support/source-files.ts';

/** A room and the rooms that it may import from, itself aside. See docs/architecture.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  usecases: ['domain'],
  slack: ['domain', 'usecases'],
  azure: ['domain', 'usecases'],
  store: ['domain', 'usecases'],
  watch: ['domain', 'usecases'],
  ops: ['domain', 'usecases'],
  rules: ['domain', 'usecases'],
  registry: ['domain', 'usecases'],
  signing: ['domain', 'usecases'],
  'setting.ts': [],
  'config.ts': ['setting.ts'],
  'log.ts': ['usecases'],
  'doors.ts': ['slack', 'azure', 'registry', 'config.ts'],
  compose: [
    'domain',
    'usecases',
    'slack',
    'azure',
    'store',
    'watch',
    'ops',
    'rules',
    'registry',
    'signing',
    'config.ts',
    'doors.ts',
  ],
  'app.ts': [
    'domain',
    'usecases',
    'slack',
    'azure',
    'watch',
    'ops',
    'rules',
    'compose',
    'config.ts',
    'doors.ts',
  ],
  'doctor.ts': ['usecases', 'slack', 'azure', 'store', 'ops', 'rules', 'config.ts', 'doors.ts', 'compose'],
  run: ['app.ts', 'doctor.ts', 'config.ts', 'log.ts', 'store', 'usecases'],
  'main.ts': ['run', 'config.ts', 'sandbox'],
  sandbox: [],
};

/** A package and the only rooms that may import it; packages that are not named may be used in any room but domain. */
const onlyIn: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^@slack\//u, ['slack']],
  [/^@azure\//u, ['azure']],
  [/^(lowdb|write-file-atomic)(\/|$)/u, ['store']],
  [/^node-cron$/u, ['watch']],
  [/^prom-client$/u, ['ops']],
  [/^(hono|@hono\/.*|preact|htm)(\/|$)/u, ['sandbox']],
  [/^pino$/u, ['log.ts', 'run']],
  [/^ipaddr\.js$/u, ['domain']],
];

/** The one file of the domain that reads text as addresses; the package has no clock, no I/O and no chance. */
const addressReader = 'src/domain/peering/addresses.ts';

const files = sourceFiles('src');
const imports = files.flatMap(({ path, text }) =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => ({ path, target: fileName, room: roomOf(path) })),
);

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function isLocal(target: string): boolean {
  return target.startsWith('.');
}

describe('the dependency rule', () => {
  it('is checked on every source file that git knows', () => {
    const known = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/*.ts', 'src/**/*.ts'], {
      encoding: 'utf8',
    });
    const paths = [...new Set(known.trim().split('\n'))].sort();
    expect(files.map(({ path }) => path)).toEqual(paths);
    expect(files.length).toBeGreaterThan(150);
    expect(imports.length).toBeGreaterThan(500);
  });

  it('knows every room', () => {
    expect([...new Set(files.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(mayImport).sort());
  });

  it('holds between rooms', () => {
    const broken = imports
      .filter(({ target }) => isLocal(target))
      .map((entry) => ({
        ...entry,
        to: roomOf(join(dirname(entry.path), entry.target).replaceAll('\\', '/')),
      }))
      .filter(({ room, to }) => room !== to && !(mayImport[room] ?? []).includes(to))
      .map(({ path, target }) => `${path} imports ${target}`);
    expect(broken).toEqual([]);
  });

  it('keeps each foreign package in its room', () => {
    const broken = imports
      .filter(({ target }) => !isLocal(target))
      .filter(({ target, room }) =>
        onlyIn.some(([name, rooms]) => name.test(target) && !rooms.includes(room)),
      )
      .map(({ path, target }) => `${path} imports ${target}`);
    expect(broken).toEqual([]);
  });

  it('keeps the domain free of packages, clocks and chance', () => {
    const foreign = imports
      .filter(({ room, target }) => room === 'domain' && !isLocal(target))
      .filter(({ path, target }) => path !== addressReader || target !== 'ipaddr.js');
    expect(foreign).toEqual([]);
    const impure = files
      .filter(
        ({ path, text }) =>
          roomOf(path) === 'domain' && /Date\.now|new Date\(\)|Math\.random|process\./u.test(text),
      )
      .map(({ path }) => path);
    expect(impure).toEqual([]);
  });

  it('lets main.ts alone read the environment', () => {
    const readers = files.filter(({ text }) => /process\.env\b|\{ env \} = process/u.test(text));
    expect(readers.map(({ path }) => path)).toEqual(['src/main.ts']);
  });

  it('keeps files small enough to read', () => {
    const large = files.filter(({ text }) => text.split('\n').length > 220).map(({ path }) => path);
    expect(large).toEqual([]);
  });
});
