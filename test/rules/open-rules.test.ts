import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noAccess } from '../../src/domain/access/grant.ts';
import { defaultPolicy } from '../../src/domain/approval/policy.ts';
import { parseAccess } from '../../src/rules/access-file.ts';
import { openRules } from '../../src/rules/open-rules.ts';
import { openRulesFile } from '../../src/rules/rules-file.ts';
import { eventually } from '../support/eventually.ts';
import { keptLog } from '../support/kept-log.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

const granting = (...to: readonly string[]) =>
  JSON.stringify({ reads: 'granted', grants: [{ role: 'operator', to, on: '*' }] });

/** An access file that was opened well. It is looked at when the test says so. */
async function openedFile(text = granting('U0OMAR0001')) {
  const folder = await scratchFolder();
  const path = join(folder.path, 'access.json');
  await writeFile(path, text);
  const log = keptLog();
  const opened = await openRulesFile({ name: 'ACCESS_FILE', path, parse: parseAccess, log });
  if (!opened.ok) throw new Error(opened.refusal.join());
  const file = opened.value;
  return {
    path,
    log,
    folder: folder.path,
    troubles: file.troubles,
    granted: () => file.current().grants.flatMap(({ to }) => to),
    async look() {
      await file.look();
      return file.troubles();
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

describe('a file with rules', () => {
  test('that was rewritten is in force at the next look', async () => {
    await using file = await openedFile();
    await writeFile(file.path, granting('U0VERA0001'));
    expect(await file.look()).toEqual([]);
    expect(file.granted()).toEqual(['U0VERA0001']);
    expect(file.log.lines).toEqual(['info: ACCESS_FILE was changed: the new one is in force']);
  });

  test('that an editor replaced by another is in force too', async () => {
    await using file = await openedFile();
    await writeFile(`${file.path}.swp`, granting('U0VERA0001'));
    await rename(`${file.path}.swp`, file.path);
    await file.look();
    expect(file.granted()).toEqual(['U0VERA0001']);
  });

  test('that a symbolic link leads to elsewhere is in force too, as in Kubernetes', async () => {
    await using file = await openedFile();
    await mkdir(join(file.folder, '2'));
    await writeFile(join(file.folder, '2/access.json'), granting('U0VERA0001'));
    await symlink('2', join(file.folder, 'data'));
    await symlink('data/access.json', join(file.folder, 'link'));
    await rename(join(file.folder, 'link'), file.path);
    await file.look();
    expect(file.granted()).toEqual(['U0VERA0001']);
  });

  test('that did not change says nothing', async () => {
    await using file = await openedFile();
    await file.look();
    await writeFile(file.path, granting('U0OMAR0001'));
    await file.look();
    expect(file.log.lines).toEqual([]);
  });

  test('may begin with a byte order mark', async () => {
    await using file = await openedFile(`\ufeff${granting('U0OMAR0001')}`);
    expect(file.granted()).toEqual(['U0OMAR0001']);
  });

  test.each<[string, RegExp, (path: string) => Promise<unknown>]>([
    ['is gone', /is not there$/u, (path) => rm(path)],
    ['is empty', /is empty$/u, (path) => writeFile(path, '')],
    ['was cut off', /is not JSON: /u, (path) => truncate(path, 40)],
    ['has a mistake', /grants is missing/u, (path) => writeFile(path, '{"reads":"everybody"}')],
    ['is no text', /is not text in UTF-8$/u, (path) => writeFile(path, Buffer.from([0x7b, 0xff, 0x7d]))],
    ['is 50 MB', /is larger than 1 MB$/u, (path) => truncate(path, 50 * 1024 * 1024)],
    ['is a folder', /is not a regular file$/u, (path) => rm(path).then(() => mkdir(path))],
    [
      'is a named pipe that nobody writes to',
      /is not a regular file$/u,
      (path) => rm(path).then(() => execFileSync('mkfifo', [path])),
    ],
    [
      'is a link to a device',
      /is not a regular file$/u,
      (path) => rm(path).then(() => symlink('/dev/zero', path)),
    ],
    [
      'is a link to itself',
      /is a symbolic link that leads to itself$/u,
      (path) => rm(path).then(() => symlink(path, path)),
    ],
    ['is a link to nothing', /is not there$/u, (path) => rm(path).then(() => symlink('/nowhere', path))],
  ])('that %s leaves the last good one in force and is told', async (_, words, spoil) => {
    await using file = await openedFile();
    await spoil(file.path);
    expect(await file.look()).toEqual([expect.stringMatching(words)]);
    expect(file.troubles()[0]).toContain(`ACCESS_FILE (${file.path}): `);
    expect(file.granted()).toEqual(['U0OMAR0001']);
    await file.look();
    const complaint = 'error: ACCESS_FILE cannot be used: the last good one stays in force';
    expect(file.log.lines).toEqual([complaint]);
  });

  test('that is mended is in force again, and troubles nobody', async () => {
    await using file = await openedFile();
    await writeFile(file.path, '{');
    await file.look();
    await writeFile(file.path, granting('U0VERA0001'));
    expect(await file.look()).toEqual([]);
    expect(file.granted()).toEqual(['U0VERA0001']);
  });

  test('that is wrong in another way is told once more', async () => {
    await using file = await openedFile();
    for (const text of ['{', '[', '[', '{']) {
      await writeFile(file.path, text);
      await file.look();
    }
    expect(file.log.lines).toHaveLength(3);
  });
});

describe('the rules', () => {
  test('without files are the defaults: everybody looks, nobody is granted anything', async () => {
    const rules = await openRules({ accessFile: undefined, policyFile: undefined, log: keptLog() });
    expect(rules.access()).toEqual(noAccess);
    expect(rules.policy()).toEqual(defaultPolicy);
    expect(rules.contact()).toBeUndefined();
    expect(rules.troubles()).toEqual([]);
    rules.stop();
  });

  test('that cannot be used at the start stop it, and all that is wrong is listed', async () => {
    await using folder = await scratchFolder();
    const accessFile = join(folder.path, 'access.json');
    const policyFile = join(folder.path, 'policy.json');
    await writeFile(accessFile, '{"reads":"all","grants":[{"role":"x","to":["U1234"],"on":"*"}]}');
    const opening = openRules({ accessFile, policyFile, log: keptLog() });
    await expect(opening).rejects.toMatchObject({
      name: 'RulesFault',
      message: [
        'the rules are not usable:',
        `- ACCESS_FILE (${accessFile}): reads is "all"; it must be everybody or granted`,
        `- ACCESS_FILE (${accessFile}): grants[0].role is "x"; it must be one of viewer, operator, approver, admin`,
        `- POLICY_FILE (${policyFile}): is not there`,
      ].join('\n'),
    });
  });

  test('are looked at by themselves until they are stopped', async () => {
    await using folder = await scratchFolder();
    const accessFile = join(folder.path, 'access.json');
    const policyFile = join(folder.path, 'policy.json');
    await writeFile(accessFile, granting('U0OMAR0001'));
    await writeFile(policyFile, '{"approvals":{}}');
    const rules = await openRules({ accessFile, policyFile, log: keptLog(), everyMs: 5 });
    await writeFile(accessFile, granting('U0VERA0001'));
    await writeFile(policyFile, '{"approvals":{"delete":{"approvals":2}}}');
    await eventually(() => {
      expect(rules.access().grants[0]?.to).toEqual(['U0VERA0001']);
      expect(rules.policy().delete.approvals).toBe(2);
    });
    await writeFile(policyFile, '{');
    await eventually(() => expect(rules.troubles()).toEqual([expect.stringContaining('POLICY_FILE')]));
    expect(rules.policy().delete.approvals).toBe(2);
    rules.stop();
  });

  test('go with whom Microsoft’s support may turn to', async () => {
    await using folder = await scratchFolder();
    const contactFile = join(folder.path, 'contact.json');
    const files = { accessFile: undefined, policyFile: undefined, contactFile };
    const naming = (firstName: string) =>
      writeFile(
        contactFile,
        JSON.stringify({
          firstName,
          lastName: 'Duarte',
          email: 'netops@contoso.example',
          timeZone: 'GMT Standard Time',
          country: 'GBR',
          language: 'en-us',
        }),
      );
    await expect(openRules({ ...files, log: keptLog() })).rejects.toThrow(
      `SUPPORT_CONTACT_FILE (${contactFile}): is not there`,
    );
    await naming('Ana');
    const rules = await openRules({ ...files, log: keptLog(), everyMs: 5 });
    expect(rules.contact()?.firstName).toBe('Ana');
    await naming('Ben');
    await eventually(() => expect(rules.contact()?.firstName).toBe('Ben'));
    await writeFile(contactFile, '{');
    await eventually(() =>
      expect(rules.troubles()).toEqual([expect.stringContaining('SUPPORT_CONTACT_FILE')]),
    );
    expect(rules.contact()?.firstName).toBe('Ben');
    rules.stop();
  });
});
