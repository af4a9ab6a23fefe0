/** The names of everything that can be pressed. They stand in messages already sent: never reuse one for another thing. */
export const actionIds = {
  showCircuit: 'circuit.show',
  chooseCircuit: 'circuit.choose',
  listPage: 'circuits.page',
  listPrevious: 'circuits.page.previous',
  filterList: 'circuits.filter',
  mute: 'circuit.mute',
  muteFor: 'circuit.mute.for',
  unmute: 'circuit.unmute',
  editSubscription: 'subscription.edit',
  endSubscription: 'subscription.end',
  subscriptionMenu: 'subscription.menu',
  endAllSubscriptions: 'subscription.end.all',
  resumeChannel: 'channel.resume',
  showCatchUp: 'catch-up.choose',
} as const;

export const viewIds = {
  filterList: 'circuits.filter',
  editSubscription: 'subscription.edit',
  card: 'circuit.card',
  home: 'home',
} as const;
