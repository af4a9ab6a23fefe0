import { z } from 'zod';
import type { Access } from '../domain/access/grant.ts';
import { roles } from '../domain/access/role.ts';
import { answer, type Result } from '../domain/result.ts';
import { parseScope } from './parse-scope.ts';
import { parseText, strict } from './schema.ts';

const expectedScope =
  'must be "*", /subscriptions/<id>, /subscriptions/<id>/resourceGroups/<name> or the id of a circuit, or a list of these';

const ScopeText = z.string(expectedScope).transform((text, context) => {
  const scope = parseScope(text);
  if (scope) return scope;
  context.issues.push({ code: 'custom', message: expectedScope, input: text });
  return z.NEVER;
});

const Grantee = z
  .string('must be the id of a user (U…) or of a user group (S…)')
  .regex(
    /^[UWS][A-Z0-9]{2,}$/u,
    'must be the id of a user (U…) or of a user group (S…); /circuit whoami shows yours',
  );

const atLeastOne = 'must be a list with at least one id';

const Grant = strict({
  role: z.enum(roles, `must be one of ${roles.join(', ')}`),
  to: z.array(Grantee, atLeastOne).min(1, atLeastOne),
  on: z.preprocess(
    (value) => (Array.isArray(value) ? value : [value]),
    z.array(ScopeText).min(1, expectedScope),
  ),
});

const AccessFile = strict({
  reads: z.enum(['everybody', 'granted'], 'must be everybody or granted').default('everybody'),
  grants: z.array(Grant, 'must be a list of grants; an empty one grants nothing to anybody'),
});

/** Reads the text of ACCESS_FILE. A grant on several scopes is one for each. */
export function parseAccess(text: string): Result<Access, readonly string[]> {
  const file = parseText(AccessFile, text);
  if (!file.ok) return file;
  const { reads, grants } = file.value;
  return answer({
    reads,
    grants: grants.flatMap(({ role, to, on }) => on.map((scope) => ({ role, to, on: scope }))),
  });
}
