import type { Word } from '../../domain/text/words.ts';
import { caseView } from '../../domain/validation/case/view.ts';
import { findKnownCircuit } from '../../usecases/show-circuit.ts';
import { namedCase } from '../actions/named-case.ts';
import { casesReply } from '../blocks/case/list.ts';
import { noCaseReply } from '../blocks/case/none.ts';
import { openedCaseReply } from '../blocks/case/placed.ts';
import { chooserReply } from '../blocks/chooser.ts';
import { caseReply } from '../blocks/notice/case.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { Ask, Command } from './command.ts';
import { callerOf } from './with-circuit.ts';

const usage = '[open] [circuit]';

export const caseCommand: Command = {
  name: 'case',
  usage,
  gist: 'manual validation, step by step',
  summary: 'The cases of manual prefix validation: evidence, approvals, the ticket. `open`: begins one.',
  details: [
    'Without a circuit: the open cases, and those that were closed lately.',
    'A case opens by itself when Microsoft needs a manual validation; `case open` is for when you know it before.',
    'A case’s id (CASE-…) works in the place of the circuit.',
  ],
  examples: ['case', 'case lon-01', 'case open lon-01'],
  async run(words, ask, deps) {
    const isOpening = isOpen(words[0]);
    const [asked, more] = isOpening ? words.slice(1) : words;
    if (more) return refusalReply({ code: 'argument-unknown', word: more.value, usage: `case ${usage}` });
    if (!asked)
      return isOpening ? refusalReply({ code: 'circuit-unnamed', command: 'case open' }) : listed(deps);
    if (/^case-/iu.test(asked.value)) return byId(asked.value.toUpperCase(), ask, deps);
    return ofCircuit(asked.value, isOpening, ask, deps);
  },
};

function isOpen(word: Word | undefined): boolean {
  return word?.key === undefined && word?.value.toLowerCase() === 'open';
}

async function listed({ store }: ChatDeps): Promise<Reply> {
  return casesReply((await store.cases({ all: true })).map(caseView));
}

async function byId(id: string, ask: Ask, deps: ChatDeps): Promise<Reply> {
  const named = await namedCase(callerOf(ask), id, deps);
  return named.ok ? caseReply(caseView(named.value)) : refusalReply(named.refusal);
}

async function ofCircuit(name: string, isOpening: boolean, ask: Ask, deps: ChatDeps): Promise<Reply> {
  const finding = await findKnownCircuit(deps, name);
  if (finding.kind === 'several')
    return chooserReply(name, finding.candidates, isOpening ? 'case open' : 'case');
  if (finding.kind === 'none') {
    return refusalReply({ code: 'circuit-unknown', asked: name, didYouMean: finding.didYouMean });
  }
  const { circuit } = finding.known;
  if (!isOpening) {
    const last = (await deps.store.cases({ all: true })).findLast((one) => one.circuit.id === circuit.id);
    return last ? caseReply(caseView(last)) : noCaseReply(circuit);
  }
  const opened = await deps.cases.open(callerOf(ask), circuit.id);
  return opened.ok ? openedCaseReply(opened.value.it, opened.value.isNew) : refusalReply(opened.refusal);
}
