import type { BlindTrouble } from '../../../domain/alert/condition.ts';
import type { BlindSpot } from '../../../domain/alert/subject.ts';
import { joinMd, type Mrkdwn, md, nothing, whole } from '../mrkdwn.ts';
import { duration, moment } from '../time.ts';
import { blindMend, blindReason } from './blind-reason.ts';
import type { ToldTrouble } from './trouble.ts';
import type { TroubleWords } from './trouble-words.ts';
import { counted } from './units.ts';

type Spot = {
  readonly bad: (scope: string, trouble: BlindTrouble) => Mrkdwn;
  readonly well: (scope: string) => Mrkdwn;
  /** What it was, before the time that it lasted. */
  readonly was: string;
  /** What is not seen or not done meanwhile. */
  readonly meanwhile: Mrkdwn;
};

const spots: Readonly<Record<BlindSpot, Spot>> = {
  subscription: {
    bad: (scope, { reason, amount }) =>
      reason === 'credentials-expiring'
        ? md`credentials for Azure end ${amount === undefined ? 'soon' : `in ${counted(Math.max(0, amount), 'day')}`}`
        : md`cannot see ${scope ? `subscription ${scope}` : 'Azure'}`,
    well: (scope) => md`sees ${scope ? `subscription ${scope}` : 'Azure'} again`,
    was: 'Not seen',
    meanwhile: md`Nothing is seen of its circuits. Silence does not mean health.`,
  },
  metrics: {
    bad: (scope) => md`cannot read the metrics of ${region(scope)}`,
    well: (scope) => md`reads the metrics of ${region(scope)} again`,
    was: 'Not read',
    meanwhile: md`BGP sessions there are only seen when Microsoft's edge is asked in turn: a drop may be told late.`,
  },
  polls: {
    bad: () => md`polls are overdue`,
    well: () => md`polls again`,
    was: 'Overdue',
    meanwhile: md`No circuit is looked at. Silence does not mean health.`,
  },
  clock: {
    bad: (_scope, { amount }) =>
      amount === undefined ? md`clock is wrong` : md`clock is off by ${duration(Math.abs(amount) * 1_000)}`,
    well: () => md`clock is right again`,
    was: 'Wrong',
    meanwhile: md`Times and ages that I tell may be wrong, and Slack or Azure may refuse what I send.`,
  },
  disk: {
    bad: () => md`cannot write down what it sees`,
    well: () => md`can write again`,
    was: 'Not written',
    meanwhile: md`Changes are not recorded and hardly told until it can. Silence does not mean health.`,
  },
  slack: {
    bad: () => md`could not reach Slack`,
    well: () => md`reaches Slack again`,
    was: 'Not reached',
    meanwhile: md`What was to be told meanwhile was kept and comes now.`,
  },
  parked: {
    bad: (_scope, { amount }) =>
      amount === undefined
        ? md`messages could not be told`
        : md`${counted(amount, 'message')} could not be told`,
    well: () => md`messages are taken again`,
    was: 'Not told',
    meanwhile: md`What stood in them was not told anywhere: \`/circuit list\` shows how things are.`,
  },
};

/** `uksouth in subscription 5e1b…`, of `5e1b…/uksouth`. */
function region(scope: string): string {
  const [subscription, name] = scope.split('/');
  if (!subscription) return 'Azure';
  return name ? `${name} in subscription ${subscription}` : `subscription ${subscription}`;
}

/** Where Trunkline cannot see, or be heard: why, since when, and what that leaves unseen. */
export function blindWords({ subject, firstBadAt }: ToldTrouble, trouble: BlindTrouble): TroubleWords {
  const spot = spots[subject.kind === 'blind' ? subject.spot : 'subscription'];
  const scope = subject.kind === 'blind' ? subject.scope : '';
  const { detail, lastGoodAt, reason } = trouble;
  const since = md`Since ${moment(firstBadAt)}${lastGoodAt === undefined ? nothing : md`; last well ${moment(lastGoodAt)}`}.`;
  const own = detail ? md`In detail: ${whole(/[.!?]$/u.test(detail) ? detail : `${detail}.`)}` : nothing;
  const who = subject.kind === 'blind' && subject.spot === 'slack' ? 'Slack' : 'Azure';
  const why = md`${blindReason(reason, who)}`;
  const isAhead = reason === 'credentials-expiring';
  const isPast = subject.kind === 'blind' && subject.spot === 'slack' && detail !== undefined;
  const parts = isAhead ? [why, own] : [...(isPast ? [] : [why]), own, since, spot.meanwhile];
  return {
    place: '',
    bad: spot.bad(scope, trouble),
    well: spot.well(scope),
    was: spot.was,
    meaning: joinMd(
      parts.filter(({ mrkdwn }) => mrkdwn !== ''),
      ' ',
    ),
    todo: md`*Whoever runs Trunkline*: ${blindMend(reason, who)}`,
  };
}
