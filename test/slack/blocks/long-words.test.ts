import { describe, expect, test } from 'vitest';
import { reasonLimit } from '../../../src/domain/approval/decide.ts';
import type { RequestView } from '../../../src/domain/approval/view.ts';
import { viewOf } from '../../../src/domain/approval/view.ts';
import { requestReply } from '../../../src/slack/blocks/notice/request.ts';
import { ana, aRequest } from '../../support/a-request.ts';

const told = (state: RequestView['state']) =>
  JSON.stringify(requestReply({ ...viewOf(aRequest()), state }).blocks);

describe('the card of a request', () => {
  test('tells the whole reason of a rejection, as long as it may be', () => {
    const reason = `${'No. '.repeat(reasonLimit / 4 - 1)}Fin.`;
    expect(told({ state: 'rejected', at: 1, by: ana, reason })).toContain(reason);
  });

  test('tells the whole sentence for which it was not carried out, with the next step at its end', () => {
    const sentence = `${'It is linked to one more network. '.repeat(20)}Take the links away first.`;
    const why = { kind: 'refused', sentence } as const;
    expect(told({ state: 'stale', at: 1, why })).toContain('Take the links away first.');
  });
});
