/** A refusal as the trail has it, `approve: own-request`, in the words of those who read it. What has none stays as it is. */
export function refusalNote(note: string): { readonly tried: string; readonly why: string } {
  const [, tried = '', code = ''] = /^([a-z-]+): ([a-z-]+)$/u.exec(note) ?? [];
  return { tried: attempts[tried] ?? '', why: reasons[code] ?? note };
}

/** What was tried with a request of somebody; to ask for one is to try the change itself. */
const attempts: Readonly<Record<string, string>> = {
  approve: 'the approval of',
  reject: 'the rejection of',
  withdraw: 'the withdrawal of',
  'stop-holding': 'the early end of',
};

const reasons: Readonly<Record<string, string>> = {
  'role-needed': 'lacks the role for it',
  'groups-unreadable': 'Slack did not tell who is in the user groups',
  'other-team': 'belongs to another workspace',
  'proposal-gone': 'confirmed what somebody else was shown',
  'own-request': 'it is their own request',
  'not-the-requester': 'it is somebody else’s request',
  'already-approved': 'had approved it already',
  'request-expired': 'it had expired',
  'request-over': 'it was over already',
  'private-key-pasted': 'a private key was pasted; it was not kept',
  'request-executing': 'it was under way already',
};
