/** A refusal as the trail has it, `approve: own-request`, in the words of those who read it. What has none stays as it is. */
export function refusalNote(note: string): { readonly tried: string; readonly why: string } {
  const [, tried = '', code = ''] = /^((?:case )?[a-z-]+): ([a-z-]+)$/u.exec(note) ?? [];
  return { tried: attempts[tried] ?? '', why: reasons[code] ?? note };
}

/** What was tried with a request of somebody; to ask for one is to try the change itself. */
const attempts: Readonly<Record<string, string>> = {
  approve: 'the approval of',
  reject: 'the rejection of',
  withdraw: 'the withdrawal of',
  'stop-holding': 'the early end of',
  'case open': 'the opening of a case',
  'case approve': 'the approval of a step of a case',
  'case complete': 'a step of a case',
  'case write-text': 'the ticket’s text',
  'case send-back': 'the return of a step of a case',
  'case assign': 'the assignment of a step of a case',
  'case comment': 'a comment on a case',
  'case add-file': 'a file for a case',
  'case remove-file': 'the removal of a file of a case',
  'case enter-number': 'the entry of a ticket’s number',
  'case reply': 'a reply to Microsoft',
  'case record-answer': 'the record of an answer',
  'case close': 'the closing of a case',
  'case package': 'the package of a case',
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
  'case-own-work': 'it is their own work',
  'case-approved-already': 'had approved it already',
  'case-round-over': 'it had changed since they saw it',
  'case-not-in-review': 'it did not wait for approval',
  'case-with-microsoft': 'Microsoft has it already',
  'case-over': 'the case was closed',
  'case-step-not-now': 'it was not the step’s turn',
  'case-text-holds-private-key': 'it held a private key; it was not kept',
  'case-text-holds-service-key': 'it held the service key; it was not kept',
  'file-holds-private-key': 'it held a private key; it was not kept',
  'file-holds-service-key': 'it held the service key; it was not kept',
};
