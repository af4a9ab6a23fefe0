import type { CaseRefusal, TextField } from '../../domain/validation/case/command.ts';
import type { AttachRefusal, OpenRefusal } from '../../usecases/cases/case-desk.ts';
import { actionIds } from '../action-ids.ts';
import { showCaseButton } from './case/case-button.ts';
import { stepNouns } from './case/step-names.ts';
import { button } from './kit.ts';
import { md } from './mrkdwn.ts';
import { encode } from './payload.ts';
import type { WordsOf } from './refusal-words.ts';
import { capital, listed } from './words/units.ts';

/** Refusals about cases of manual validation. */
export type CaseChatRefusal = CaseRefusal | OpenRefusal | AttachRefusal;

function filesOf(id: string) {
  return button('Files…', actionIds.caseFiles, encode({ case: id }), { label: `Files of case ${id}` });
}

const fields: Readonly<Record<TextField, string>> = {
  reason: 'The reason',
  comment: 'The comment',
  title: 'The title',
  body: 'The text',
  reply: 'The text',
  note: 'The note',
};

export const caseWords: WordsOf<CaseChatRefusal> = {
  'case-unknown': ({ id }) => ({
    what: md`I know no case ${id}.`,
    next: md`\`/circuit case\` lists the open ones.`,
  }),
  'case-over': ({ id }) => ({
    what: md`Case ${id} is closed: nothing more can be done with it.`,
    next: md`If the prefixes are still not validated, open a new one: \`/circuit case open\` and its name.`,
    buttons: [showCaseButton(id)],
  }),
  'case-step-not-now': ({ id, step, now }) => ({
    what: now
      ? md`${capital(stepNouns[step])} cannot be changed now: case ${id} is at ${stepNouns[now]}.`
      : md`${capital(stepNouns[step])} cannot be changed now.`,
    next: md`Look at the case as it stands; a step that is done can be sent back with a reason.`,
    buttons: [showCaseButton(id)],
  }),
  'case-not-in-review': ({ id, step }) => ({
    what: md`Nobody is asked to approve ${stepNouns[step]} of case ${id} now: somebody was faster, or it was sent back.`,
    next: md`Look at the case as it stands.`,
    buttons: [showCaseButton(id)],
  }),
  'case-round-over': ({ id, step }) => ({
    what: md`${capital(stepNouns[step])} changed since you saw it, so this approval would be for something else.`,
    next: md`Look at the case as it stands, and approve that.`,
    buttons: [showCaseButton(id)],
  }),
  'case-own-work': ({ id, step }) => ({
    what: md`You did this yourself: somebody else has to approve ${stepNouns[step]} of case ${id}.`,
    next: md`Ask another approver. \`/circuit whoami\` tells who you are here.`,
    buttons: [showCaseButton(id)],
  }),
  'case-approved-already': ({ id, step }) => ({
    what: md`You have approved ${stepNouns[step]} of case ${id} already; each approval has to come from another person.`,
    next: md`Ask another approver.`,
    buttons: [showCaseButton(id)],
  }),
  'case-with-microsoft': ({ id }) => ({
    what: md`Case ${id} is with Microsoft: what was approved and sent cannot be changed any more.`,
    next: md`Tell Microsoft in a reply what is different.`,
    buttons: [showCaseButton(id)],
  }),
  'case-nothing-to-send-back': ({ id }) => ({
    what: md`Nothing of case ${id} can be sent back yet: no step is done.`,
    next: md`Write a comment, or assign the step to somebody.`,
    buttons: [showCaseButton(id)],
  }),
  'case-evidence-missing': ({ id }) => ({
    what: md`There is no evidence in case ${id} yet.`,
    next: md`Add a file, or write down the reference: the contract, the allocation’s handle.`,
  }),
  'case-preflight-missing': ({ id }) => ({
    what: md`The registries have not answered for case ${id} yet.`,
    next: md`Wait a moment: what they say comes into the thread.`,
    buttons: [showCaseButton(id)],
  }),
  'case-file-unknown': ({ id }) => ({
    what: md`Case ${id} has no such file any more.`,
    next: md`Look at the case as it stands.`,
    buttons: [showCaseButton(id)],
  }),
  'case-files-too-many': ({ id, limit }) => ({
    what: md`Case ${id} has ${limit} files, which is as many as it takes.`,
    next: md`Take one out, or put several pages into one PDF.`,
    buttons: [filesOf(id)],
  }),
  'case-file-twice': ({ id, name }) => ({
    what: md`Case ${id} has this very file already: ${name}.`,
    next: md`Nothing was added.`,
    buttons: [showCaseButton(id)],
  }),
  'case-number-malformed': ({ value }) => ({
    what: md`${value} is no number of a support request.`,
    next: md`It is digits alone, 16 of them mostly: the portal shows it under Help + support, All support requests.`,
  }),
  'case-not-by-hand': ({ id }) => ({
    what: md`Nothing is to be entered by hand in case ${id}: I see the ticket in Azure myself.`,
    next: md`Look at the case as it stands.`,
    buttons: [showCaseButton(id)],
  }),
  'case-not-submitted': ({ id }) => ({
    what: md`Case ${id} has no ticket yet, so nobody reads a reply.`,
    next: md`Look at the case: it says what comes before that.`,
    buttons: [showCaseButton(id)],
  }),
  'case-text-missing': ({ what }) => ({
    what: md`${fields[what]} is empty.`,
    next: md`Write a sentence: others rely on it.`,
  }),
  'case-text-too-long': ({ what, limit }) => ({
    what: md`${fields[what]} is too long.`,
    next: md`It may have ${limit} characters; put the rest into a file.`,
  }),
  'case-text-holds-private-key': ({ what }) => ({
    what: md`${fields[what]} holds a private key. It was not kept, and nobody here needs one.`,
    next: md`Write it again without the key. If others could see where you copied it from, make a new key.`,
  }),
  'case-text-holds-service-key': ({ what }) => ({
    what: md`${fields[what]} holds a validation ID, and with it the circuit’s service key, which this channel must not read. It was not kept.`,
    next: md`Write it again without the validation ID: Microsoft has it, and the prefix is enough to name it.`,
  }),
  'case-circuit-unknown': () => ({
    what: md`I do not know that circuit any more.`,
    next: md`\`/circuit list\` shows those that I watch.`,
  }),
  'case-nothing-to-validate': ({ name }) => ({
    what: md`*${name}* advertises no public prefixes, so there is nothing to validate.`,
    next: md`\`/circuit peering ${name} microsoft\` sets them.`,
  }),
  'case-all-validated': ({ name }) => ({
    what: md`Microsoft has accepted every prefix of *${name}* already.`,
    next: md`\`/circuit validate ${name}\` tells what the registries say.`,
  }),
  'case-channel-missing': () => ({
    what: md`A case stands in a channel, and I am in none where it could.`,
    next: md`Set APPROVALS_CHANNEL and invite me there, or open it from a channel that I am in.`,
  }),
  'case-file-gone': () => ({
    what: md`Slack did not give me the file: it was deleted, or it is larger than 5 MB.`,
    next: md`Upload it again; Microsoft takes 5 MB at most.`,
  }),
  'file-empty': ({ name }) => ({ what: md`${name} is empty.`, next: md`Nothing was kept.` }),
  'file-too-large': ({ name, bytes, limit }) => ({
    what: md`${name} has ${megabytes(bytes)}; Microsoft takes ${megabytes(limit)} at most.`,
    next: md`Scan it with less detail, or split it.`,
  }),
  'file-kind-unknown': ({ name, allowed }) => ({
    what: md`${name} is not of a kind that I take: ${listed(allowed, 'or')}.`,
    next: md`Save it as a PDF.`,
  }),
  'file-not-what-it-says': ({ name, extension }) => ({
    what: md`${name} is named .${extension}, and its content is something else. It was not kept.`,
    next: md`Save it anew from the program that made it.`,
  }),
  'file-holds-private-key': ({ name }) => ({
    what: md`${name} holds a private key. It was not kept, and I never need one.`,
    next: md`Delete it from Slack, and take the key for known by others if more people could see it.`,
  }),
  'file-holds-service-key': ({ name }) => ({
    what: md`${name} holds a validation ID, and with it the circuit’s service key. It was not kept.`,
    next: md`Delete it from Slack, take the validation ID out of it and upload it again: Microsoft has the ID already.`,
  }),
};

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
