import { expect, it } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };

type Entry = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string };
const packages = lock.packages as Readonly<Record<string, Entry | object>> as Readonly<Record<string, Entry>>;

it('the lock file names the package of every platform, so that npm ci holds on each', () => {
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(wanted.length).toBeGreaterThan(10);
  const missing = wanted.filter(
    (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(missing).toEqual([]);
});

it('the lock file names no registry', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
