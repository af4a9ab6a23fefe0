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
  approve: 'request.approve',
  reject: 'request.reject',
  withdraw: 'request.withdraw',
  stopHolding: 'request.stop',
  showRequest: 'request.show',
} as const;

export const viewIds = {
  filterList: 'circuits.filter',
  editSubscription: 'subscription.edit',
  card: 'circuit.card',
  home: 'home',
  review: 'request.review',
  reject: 'request.reject',
} as const;
