import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { defaultPolicy, policyLines } from '../../src/domain/approval/policy.ts';
import { parsePolicy } from '../../src/rules/policy-file.ts';

const parse = (approvals: unknown) => parsePolicy(JSON.stringify({ approvals }));
const problem = (words: RegExp) => ({ ok: false, refusal: [expect.stringMatching(words)] });

describe('the policy file', () => {
  test('changes what it names and leaves the rest as it is by default', () => {
    const read = parse({
      delete: { approvals: 2, from: 'admin', requesterMayApprove: true, expiresAfterHours: 48 },
      resize: { approvals: 1 },
    });
    expect(read).toEqual({
      ok: true,
      value: {
        ...defaultPolicy,
        delete: { approvals: 2, from: 'admin', requesterMayApprove: true, expiresAfterMs: 172_800_000 },
        resize: { ...defaultPolicy.resize, approvals: 1 },
      },
    });
  });

  test('that names nothing is the default', () => {
    expect(parse({})).toEqual({ ok: true, value: defaultPolicy });
  });

  test.each(policyLines.map((key) => [key]))('has a line for %s', (key) => {
    expect(parse({ [key]: { approvals: 3 } })).toMatchObject({
      ok: true,
      value: { [key]: { approvals: 3 } },
    });
  });

  test.each([
    [{ deletion: {} }, /^approvals has "deletion", which means nothing there; it can have create, peering,/u],
    [{ key: { approvals: 1 } }, /^approvals has "key", which means nothing there/u],
    [
      { delete: { approval: 2 } },
      /^approvals\.delete has "approval", which means nothing there; it can have approvals, from,/u,
    ],
    [{ delete: 2 }, /^approvals\.delete is 2; it must be an object with approvals, from,/u],
    [{ delete: { approvals: -1 } }, /^approvals\.delete\.approvals is -1; it must be a whole number from 0/u],
    [
      { delete: { approvals: 11 } },
      /^approvals\.delete\.approvals is 11; it must be a whole number from 0 .* to 10$/u,
    ],
    [{ delete: { approvals: 1.5 } }, /^approvals\.delete\.approvals is 1\.5; it must be a whole number/u],
    [{ delete: { approvals: '2' } }, /^approvals\.delete\.approvals is "2"; it must be a whole number/u],
    [{ delete: { approvals: null } }, /^approvals\.delete\.approvals is null; it must be a whole number/u],
    [
      { delete: { from: 'operator' } },
      /^approvals\.delete\.from is "operator"; it must be approver or admin$/u,
    ],
    [
      { delete: { requesterMayApprove: 'no' } },
      /^approvals\.delete\.requesterMayApprove is "no"; it must be true or false$/u,
    ],
    [
      { delete: { expiresAfterHours: 0 } },
      /^approvals\.delete\.expiresAfterHours is 0; it must be a whole number of hours from 1 to 720$/u,
    ],
    [{ delete: { expiresAfterHours: 10_000 } }, /^approvals\.delete\.expiresAfterHours is 10000;/u],
  ])('%j is refused: %s', (approvals, words) => {
    expect(parse(approvals)).toEqual(problem(words));
  });

  test('that says nothing at all is refused', () => {
    expect(parsePolicy('{}')).toEqual(problem(/^approvals is missing; it must be an object with create,/u));
    expect(parsePolicy('')).toEqual(problem(/^is empty$/u));
  });
});

test('the example in .env.example is one that is read', async () => {
  const [example = ''] = /\{"approvals".*\}/u.exec(await readFile('.env.example', 'utf8')) ?? [];
  expect(parsePolicy(example)).toMatchObject({ ok: true, value: { delete: { approvals: 2 } } });
});
