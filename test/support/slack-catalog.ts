import { suspensionReasons } from '../../src/domain/alert/suspension.ts';
import { auditReply } from '../../src/slack/blocks/audit.ts';
import { chooserReply } from '../../src/slack/blocks/chooser.ts';
import { circuitCardReply } from '../../src/slack/blocks/circuit-card.ts';
import { circuitListReply } from '../../src/slack/blocks/circuit-list.ts';
import { commandHelpReply, helpReply } from '../../src/slack/blocks/help.ts';
import { closedHomeView, homeView } from '../../src/slack/blocks/home.ts';
import { filterModal, replyModal, subscriptionModal, waitingModal } from '../../src/slack/blocks/modals.ts';
import { mutedReply, unmutedReply } from '../../src/slack/blocks/mute.ts';
import { noticeReply } from '../../src/slack/blocks/notice/notice-reply.ts';
import { refusalReply } from '../../src/slack/blocks/refusal.ts';
import type { Reply } from '../../src/slack/blocks/reply.ts';
import { endedReply, subscribedReply, subscriptionsReply } from '../../src/slack/blocks/subscriptions.ts';
import { whoamiReply } from '../../src/slack/blocks/whoami.ts';
import { commandGroups, commands } from '../../src/slack/commands/help.ts';
import { troubleReply } from '../../src/slack/trouble.ts';
import { AzureFault, SlackFault } from '../../src/usecases/ports.ts';
import { StoreFault } from '../../src/usecases/store.ts';
import { t0 } from './a-circuit.ts';
import { accessRefusalsOf, profilesOf } from './slack-access.ts';
import { alertAnswersOf, windowsOf } from './slack-alert-answers.ts';
import { cardsOf, mutesOf, overviewsOf, pagesOf } from './slack-answers.ts';
import { reportsOf } from './slack-audit.ts';
import { beginningsOf } from './slack-beginning.ts';
import { caseFormsOf } from './slack-case-forms.ts';
import { aSubscriptionOf, type Cast, channelId, circuitsLike, filterOf, owner } from './slack-cast.ts';
import { lifeEndFormsOf } from './slack-life-end.ts';
import { linkFormsOf } from './slack-links.ts';
import { noticesOf } from './slack-notices.ts';
import { peeringFormsOf } from './slack-peering.ts';
import { refusalsOf } from './slack-refusals.ts';
import { requestsShown, requestViewsOf } from './slack-requests.ts';
import { message, type Shown, view } from './slack-shown.ts';
import { signFormsOf } from './slack-sign.ts';
import { preflightsShown } from './slack-validate.ts';

const silent = { info() {}, warn() {}, error() {} };

/** Everything that the bot can send about this cast, by the function that renders it. */
export async function catalogOf(cast: Cast) {
  const { known, text } = cast;
  const [mute] = mutesOf(cast);
  const subscriptions = (count: number) =>
    Array.from({ length: count }, (_, index) => aSubscriptionOf(cast, `subscription-${index}`));
  const [subscription] = subscriptions(1);
  if (!mute || !subscription) throw new Error('there is no cast');
  const bareAlerts = {
    channelId,
    subscriptions: [],
    mutes: [],
    suspension: undefined,
    quietHours: undefined,
    windows: [],
  };
  const cards = cardsOf(cast).map((card) => circuitCardReply(card, t0));
  const lists = (await pagesOf(cast)).map((page) => circuitListReply(page, t0));
  const inModals = (replies: readonly Reply[]) =>
    replies.map((reply) => view('in a modal', replyModal(text, reply)));
  return {
    noticeReply: Object.values(noticesOf(cast))
      .flat()
      .map((notice) => message(notice.kind, noticeReply(notice))),
    circuitCardReply: cards.map((reply) => message('card', reply)),
    circuitListReply: lists.map((reply) => message('list', reply)),
    chooserReply: [2, 500].map((count) =>
      message(`${count} to choose from`, chooserReply(text, circuitsLike(cast, count))),
    ),
    ...requestsShown(cast),
    auditReply: reportsOf(cast).map((report) => message('audit', auditReply(report))),
    helpReply: [message('help', helpReply(commandGroups))],
    commandHelpReply: commands.map((command) => message(`help ${command.name}`, commandHelpReply(command))),
    closedHomeView: Object.values(accessRefusalsOf(text))
      .flat()
      .flatMap((refusal) =>
        refusal.code === 'telling-out-of-sight' ? [] : [view('closed', closedHomeView(refusal))],
      ),
    homeView: overviewsOf(cast).flatMap((overview) =>
      [0, 1, 40].map((count) => view('home', homeView(overview, requestViewsOf(cast).slice(0, count), t0))),
    ),
    filterModal: [
      view('empty', filterModal([], channelId)),
      view('filled', filterModal(filterOf('provider', text), '')),
    ],
    subscriptionModal: [
      view('filled', subscriptionModal(subscription)),
      view('empty', subscriptionModal({ ...subscription, wish: { filter: [], kinds: [] } })),
    ],
    replyModal: [...inModals(cards), ...inModals(lists.slice(0, 5))],
    waitingModal: [view('waiting', waitingModal())],
    ...peeringFormsOf(cast),
    ...beginningsOf(cast),
    ...signFormsOf(cast),
    ...linkFormsOf(cast),
    ...lifeEndFormsOf(cast),
    ...alertAnswersOf(cast),
    ...preflightsShown(cast),
    ...caseFormsOf(cast),
    mutedReply: mutesOf(cast)
      .slice(0, 2)
      .map((one) => message('muted', mutedReply(one))),
    unmutedReply: [message('unmuted', unmutedReply({ ...mute, circuitName: known.circuit.name }, owner))],
    refusalReply: Object.values(refusalsOf(text))
      .flat()
      .map((refusal) => message(refusal.code, refusalReply(refusal))),
    subscribedReply: [true, false].flatMap((existed) =>
      [0, 1, 500].map((matchingNow) =>
        message('subscribed', subscribedReply({ subscription, existed, matchingNow })),
      ),
    ),
    subscriptionsReply: [
      message('none', subscriptionsReply(bareAlerts, t0)),
      message(
        'one',
        subscriptionsReply(
          { ...bareAlerts, channelId: 'D0OMAR0001', subscriptions: [{ ...subscription, ownerId: '' }] },
          t0,
        ),
      ),
      ...suspensionReasons.map((reason) =>
        message(
          `20, suspended as ${reason}`,
          subscriptionsReply(
            {
              channelId,
              subscriptions: subscriptions(20),
              mutes: mutesOf(cast),
              suspension: { channelId, reason, since: t0 },
              quietHours: {
                channelId,
                fromMinute: 0,
                toMinute: 60,
                days: [],
                zone: 'UTC',
                byUserId: owner,
              },
              windows: windowsOf(cast),
            },
            t0,
          ),
        ),
      ),
    ],
    endedReply: [0, 1, 20].map((count) => message(`${count} ended`, endedReply(subscriptions(count)))),
    whoamiReply: profilesOf(cast).map((profile) =>
      message('whoami', whoamiReply({ userId: owner, teamId: 'T0TRUNK001', channelId }, profile)),
    ),
    troubleReply: [
      new AzureFault('unavailable', text),
      new SlackFault(text),
      new StoreFault('unwritable', text),
      new Error(text),
      text,
    ].map((error) => message(String(error), troubleReply(error, silent))),
  } satisfies Record<string, readonly Shown[]>;
}

export async function everythingShown(cast: Cast): Promise<readonly Shown[]> {
  return Object.entries(await catalogOf(cast)).flatMap(([renderer, shown]) =>
    shown.map((one) => ({ ...one, name: `${renderer}: ${one.name}` })),
  );
}
