import type { App } from '@slack/bolt';
import { z } from 'zod';
import { auditEntryOf } from '../usecases/access/check-permission.ts';
import { refusalReply } from './blocks/refusal.ts';
import type { SharedDeps } from './chat-deps.ts';
import type { Identity } from './identity.ts';
import { createSeen } from './seen.ts';

/** The few fields of any payload that say whose it is and which delivery it is. */
const Envelope = z.object({
  type: z.string().optional(),
  team_id: z.string().nullish(),
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
  user_id: z.string().optional(),
  text: z.string().optional(),
  actions: z
    .array(z.object({ action_id: z.string().optional(), action_ts: z.string().optional() }))
    .optional()
    .catch(undefined),
  view: z.object({ id: z.string().optional(), hash: z.string().optional() }).nullish().catch(undefined),
  enterprise: z.object({ id: z.string() }).nullish(),
  enterprise_id: z.string().nullish(),
  channel_id: z.string().optional(),
  channel: z.object({ id: z.string().optional() }).nullish().catch(undefined),
  user: z.object({ id: z.string().optional(), team_id: z.string().nullish() }).nullish().catch(undefined),
  team: z.object({ id: z.string() }).nullish(),
});
type Envelope = z.infer<typeof Envelope>;

type GateDeps = Pick<SharedDeps, 'whole' | 'now' | 'newId'>;

/**
 * Stands before every listener: the same delivery is handled once (Slack and networks repeat, facts/slack.md 3.5), and
 * people of other workspaces (Slack Connect) are turned away, which is in the audit trail.
 */
export function registerGate(app: App, identity: Identity, deps: GateDeps): void {
  const seen = createSeen(10_000);
  app.use(async (args) => {
    const envelope = Envelope.safeParse(args.body).data ?? {};
    const delivery = deliveryOf(envelope);
    if (delivery !== undefined && !seen.add(delivery)) return acknowledge(args);
    if (isForeign(envelope, identity)) {
      await acknowledge(args);
      if ('respond' in args && typeof args.respond === 'function') {
        await args.respond({
          response_type: 'ephemeral',
          replace_original: false,
          ...refusalReply({ code: 'other-team' }),
        });
      }
      return noteForeign(deps, envelope);
    }
    await args.next();
  });
}

/** What two deliveries of one act have in common and two acts have not; undefined: it cannot be told. */
function deliveryOf(envelope: Envelope): string | undefined {
  const { event_id: eventId, trigger_id: triggerId, user_id: userId, text, actions, view } = envelope;
  if (eventId !== undefined || triggerId === undefined) return eventId;
  return JSON.stringify([triggerId, userId, text, actions, view?.id, view?.hash]);
}

async function noteForeign(deps: GateDeps, envelope: Envelope): Promise<void> {
  const userId = envelope.user?.id ?? envelope.user_id;
  if (userId === undefined) return;
  const channelId = envelope.channel?.id ?? envelope.channel_id;
  const entry = auditEntryOf(deps, { userId, channelId }, 'refuse');
  await deps.whole.commit({ audit: [{ ...entry, note: 'reach: other-team' }] });
}

async function acknowledge(args: object): Promise<void> {
  if ('ack' in args && typeof args.ack === 'function') await args.ack();
}

function isForeign(envelope: Envelope, identity: Identity): boolean {
  const { type, user, team_id: teamId, team, enterprise, enterprise_id: enterpriseId } = envelope;
  // Events are about the workspace, not an act of a person in it.
  if (type === 'event_callback') return false;
  const theirs = user?.team_id ?? teamId ?? team?.id;
  if (!theirs || theirs === identity.teamId) return false;
  const theirEnterprise = enterprise?.id ?? enterpriseId;
  return !(identity.enterpriseId && theirEnterprise === identity.enterpriseId);
}
