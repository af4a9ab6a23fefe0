import { noAccess } from '../domain/access/grant.ts';
import { defaultPolicy } from '../domain/approval/policy.ts';
import { answer } from '../domain/result.ts';
import type { Log, Rules } from '../usecases/ports.ts';
import type { Contact } from '../usecases/validation/support.ts';
import { parseAccess } from './access-file.ts';
import { parseContact } from './contact-file.ts';
import { parsePolicy } from './policy-file.ts';
import { RulesFault } from './rules-fault.ts';
import { openRulesFile, type RulesFile } from './rules-file.ts';

export type RulesOptions = {
  /** Unset: everybody looks, nobody changes anything. */
  readonly accessFile: string | undefined;
  /** Unset: the default policy. */
  readonly policyFile: string | undefined;
  /** Unset: tickets are opened by hand. */
  readonly contactFile?: string | undefined;
  readonly log: Log;
  /** Told when another content of a file is in force: ACCESS_FILE, POLICY_FILE or SUPPORT_CONTACT_FILE. */
  readonly changed?: (name: string) => void;
  /** How often the files are looked at, milliseconds. */
  readonly everyMs?: number;
};

/** The rules, and whom Microsoft's support may turn to. */
export type OpenRules = Rules & {
  /** Undefined: nobody is named. */
  contact(): Contact | undefined;
  stop(): void;
};

/** The rules as their files have them now. Throws RulesFault when one cannot be used at the start. */
export async function openRules(options: RulesOptions): Promise<OpenRules> {
  const { accessFile, policyFile, contactFile, everyMs = 1_000, ...rest } = options;
  const { log } = rest;
  const [access, policy, contact] = await Promise.all([
    accessFile
      ? openRulesFile({ name: 'ACCESS_FILE', path: accessFile, parse: parseAccess, ...rest })
      : unset,
    policyFile
      ? openRulesFile({ name: 'POLICY_FILE', path: policyFile, parse: parsePolicy, ...rest })
      : unset,
    contactFile
      ? openRulesFile({ name: 'SUPPORT_CONTACT_FILE', path: contactFile, parse: parseContact, ...rest })
      : unset,
  ]);
  const problems = [access, policy, contact].flatMap((opened) => (opened.ok ? [] : opened.refusal));
  if (!access.ok || !policy.ok || !contact.ok) throw new RulesFault(problems);
  const files = [access.value, policy.value, contact.value].filter((file) => file !== undefined);
  const stop = lookEvery(everyMs, files, log);
  return {
    access: () => access.value?.current() ?? noAccess,
    policy: () => policy.value?.current() ?? defaultPolicy,
    contact: () => contact.value?.current(),
    troubles: () => files.flatMap((file) => file.troubles()),
    stop,
  };
}

const unset = answer(undefined);

/** One look after the other: a file system that hangs holds up nothing but the news. Returns what ends it. */
function lookEvery(everyMs: number, files: readonly RulesFile<unknown>[], log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = files.length === 0;
  const look = async () => {
    await Promise.all(files.map((file) => file.look())).catch((error: unknown) =>
      log.error({ err: error }, 'the rules could not be looked at'),
    );
    next();
  };
  const next = () => {
    if (!isOver) timer = setTimeout(look, everyMs).unref();
  };
  next();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
