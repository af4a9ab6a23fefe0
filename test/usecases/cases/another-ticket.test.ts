import { describe, expect, it } from 'vitest';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aCaseOffice, asOmar, drive, got, lon01 } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const number = '2603020030007777';

/** Omar says that it is this ticket, which is about that resource. */
async function afterEntering(resourceId: string) {
  const office = aCaseOffice();
  office.support.refuse('openWorkspace', new AzureFault('forbidden', 'The plan has no API'));
  const process = office.start();
  const { id } = await upTo(office, process, ({ submission }) => submission?.phase === 'by-hand');
  office.support.openInPortal('some-ticket', number, resourceId);
  office.support.answer('some-ticket', 'm-1', 'The budget of the merger is attached.');
  got(await process.desk.act(asOmar, id, { kind: 'enter-number', number }));
  await drive(office, process, 10 * 60_000);
  return office.theCase();
}

describe('a ticket whose number somebody entered', () => {
  it('is not shown to the channel when it is about something else', async () => {
    const { ticket } = await afterEntering(`${lon01().id.replace('lon-01', 'lon-011')}`);
    expect(ticket).toMatchObject({ number, messages: [] });
    expect(ticket?.name).toBeUndefined();
  });

  it.each([lon01().id.toUpperCase(), `${lon01().id}/peerings/MicrosoftPeering`])(
    'is followed when it is about %s',
    async (id) => {
      expect((await afterEntering(id)).ticket).toMatchObject({
        name: 'some-ticket',
        messages: [{ id: 'm-1' }],
      });
    },
  );
});
