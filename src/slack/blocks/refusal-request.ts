import type { RequestRefusal } from '../../usecases/requests/request-desk.ts';
import { md, trusted } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';
import { person } from './request/person.ts';

const stateNames = {
  requested: 'still open',
  approved: 'approved already',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  expired: 'expired',
  stale: 'out of date',
  executing: 'under way',
  succeeded: 'done',
  failed: 'failed',
} as const;

export const requestWords: WordsOf<RequestRefusal> = {
  'proposal-gone': () => ({
    what: md`That review is too old to confirm: an hour has passed, or I was restarted since.`,
    next: md`Nothing was asked for. Start again with the command.`,
  }),
  'approvals-channel-missing': () => ({
    what: md`This needs somebody's approval, and no channel is set where I can ask for it.`,
    next: md`Whoever runs me sets APPROVALS_CHANNEL to a channel that I am in.`,
  }),
  'already-requested': ({ id, name, by }) => ({
    what: md`The same was asked for *${name}* already: request ${id}, by ${person(by)}.`,
    next: md`\`/circuit requests\` shows how it stands. Once it is over, or withdrawn by ${person(by)}, something else can be asked for.`,
  }),
  'request-gone': () => ({
    what: md`I do not know that request any more: it ended long ago.`,
    next: md`\`/circuit requests all\` lists those that I know, \`/circuit audit\` what became of it.`,
  }),
  'request-over': ({ id, state }) => ({
    what: md`Request ${id} is ${stateNames[state]}: nothing can be decided about it any more.`,
    next: md`If it is still wanted, ask again.`,
  }),
  'request-executing': ({ id }) => ({
    what: md`Request ${id} is being carried out: it cannot be taken back now.`,
    next: md`Its message tells how it goes.`,
  }),
  'own-request': ({ id }) => ({
    what: md`Request ${id} is your own: the policy wants somebody else to look at it.`,
    next: md`Ask another approver. You can withdraw it.`,
  }),
  'already-approved': ({ id }) => ({
    what: md`You have approved ${id} already; each approval must come from another person.`,
    next: md`Ask another approver.`,
  }),
  'request-expired': ({ id }) => ({
    what: md`Request ${id} has expired: nobody decided in time.`,
    next: md`Nothing was changed. If it is still wanted, ask again.`,
  }),
  'not-the-requester': ({ id, requestedBy }) => ({
    what: md`Only ${trusted(person(requestedBy).mrkdwn)} can withdraw ${id}: it is their request.`,
    next: md`An approver can reject it.`,
  }),
  'reason-missing': () => ({
    what: md`A rejection needs a reason.`,
    next: md`Say in a sentence what is wrong or what should be done instead.`,
  }),
  'reason-too-long': ({ limit }) => ({
    what: md`That is too long: a reason has at most ${limit} characters.`,
    next: md`Say it shorter; the channel is the place for the rest.`,
  }),
};
