import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import schema from './fixtures/slack/manifest.schema.2.0.0.json' with { type: 'json' };
import methodScopes from './fixtures/slack/method-scopes.json' with { type: 'json' };
import { sourceFiles } from './support/source-files.ts';

const Manifest = z.object({
  features: z.object({ slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string() })) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});
const text = readFileSync('manifest.yml', 'utf8');
const manifest = Manifest.parse(parse(text));
const code = sourceFiles('src/slack')
  .map(({ text: source }) => source)
  .join('\n')
  .replace(/\s+/gu, '');

/** Scopes that let an event through. Source: docs.slack.dev/reference/events. */
const eventScopes: Readonly<Record<string, string>> = {
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_left: 'channels:read',
  channel_deleted: 'channels:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_left: 'groups:read',
  member_joined_channel: 'channels:read',
};

function found(pattern: RegExp): readonly string[] {
  return [...new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

describe('manifest.yml', () => {
  it('is valid by the official schema', () => {
    const validate = new Ajv({ strict: false, allErrors: true, formats: { uri: true } }).compile(schema);
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });

  it('has every slash command of the code and no other', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(
      found(/\.command(?:\(|!==)'(\/[^']+)'/gu),
    );
  });

  it('has every event of the code and no other', () => {
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(
      found(/app\.event\('([^']+)'/gu),
    );
  });

  it('has every scope that a method, an event or a command of the code needs and no other', () => {
    const scopes = new Set(manifest.oauth_config.scopes.bot);
    const methods = found(
      /(?:client|once)\.((?:chat|conversations|views|auth|users|usergroups|team|files)(?:\.\w+)+)\(/gu,
    );
    expect(methods).toContain('chat.postMessage');
    expect(methods).toContain('usergroups.users.list');
    const needed = new Set(['commands']);
    for (const method of methods) {
      const alternatives: readonly string[] = (methodScopes as Record<string, string[]>)[method] ?? [
        'unknown method',
      ];
      // Of a method for several kinds of conversation, the bot needs those of the kinds it meets.
      const useful = alternatives.filter((scope) => scopes.has(scope));
      if (alternatives.length > 0) expect(useful, `a scope for ${method}`).not.toEqual([]);
      for (const scope of useful) needed.add(scope);
    }
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      const scope = eventScopes[event];
      if (scope) needed.add(scope);
    }
    expect([...scopes].sort()).toEqual([...needed].sort());
  });

  it('offers every subcommand in the usage hint', async () => {
    const { commands } = await import('../src/slack/commands/help.ts');
    const hint = manifest.features.slash_commands[0]?.usage_hint ?? '';
    for (const { name } of commands) expect(hint).toContain(name);
  });
});
