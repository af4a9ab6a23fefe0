import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ana, filesModal, omar, useFiles } from './files.ts';
import { useModals } from './modal.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeAll(async () => {
  world = await startSlackWorld();
});
afterAll(() => world.close());
beforeEach(() => world.bot.on(() => ({})));

const { opened, open, submit } = useModals(() => world);
const { get, info, upload } = useFiles(() => world);
const submitted = () => (world.bot.last().payload.view as Json).state as Json;

describe('a form that asks for files', () => {
  test('carries whole file objects, and the app can read them from then on', async () => {
    const file = await upload('Letter of Authorization.PDF', 'signed');
    expect(await info(file)).toEqual({ ok: false, error: 'file_not_found' });
    expect(await submit(await opened(filesModal()), { proof: [file] })).toMatchObject({
      response_action: 'close',
    });
    const { values } = submitted() as { values: { proof: { files: { type: string; files: Json[] } } } };
    const [given = {}] = values.proof.files.files;
    expect(values.proof.files.type).toBe('file_input');
    expect(given).toMatchObject({
      id: file,
      name: 'Letter of Authorization.PDF',
      title: 'Letter of Authorization.PDF',
      mimetype: 'application/pdf',
      filetype: 'pdf',
      size: 6,
      user: omar,
      mode: 'hosted',
      url_private: `${world.url}/slack/files-pri/T0TRUNK001-${file}/letter_of_authorization.pdf`,
    });
    expect((await info(file)).file).toMatchObject({ id: file, channels: [], shares: {} });
    expect(await (await get(given.url_private_download, world.slack.botToken)).text()).toBe('signed');
  });

  test('takes several, and the page’s own form of them', async () => {
    const files = [await upload('a.png'), await upload('b.png')];
    const state = { type: 'file_input', files: files.map((id) => ({ id })) };
    await submit(await opened(filesModal()), { proof: { files: state } });
    expect(submitted()).toMatchObject({
      values: { proof: { files: { files: files.map((id) => ({ id })) } } },
    });
  });

  test.each<[string, Json, readonly string[], string]>([
    ['too many files', { max_files: 1 }, ['a.pdf', 'b.pdf'], 'Please upload at most 1 file.'],
    [
      'more than ten',
      {},
      Array.from({ length: 11 }, (_, at) => `${at}.pdf`),
      'Please upload at most 10 files.',
    ],
    [
      'a file of another type',
      { filetypes: ['pdf', 'PNG'] },
      ['ok.png', 'setup.exe'],
      'setup.exe is a type of file that is not accepted here. Please upload pdf, png.',
    ],
    ['no file', {}, [], 'Please complete this required field.'],
  ])(
    'shows the person what is wrong with %s, and the bot hears nothing',
    async (_what, element, names, error) => {
      const files = await Promise.all(names.map((name) => upload(name)));
      const view = await opened(filesModal(element));
      const before = world.bot.deliveries.length;
      expect(await submit(view, { proof: files })).toMatchObject({
        delivered: false,
        errors: { proof: error },
      });
      expect(world.bot.deliveries).toHaveLength(before);
      expect(files.length === 0 || (await info(String(files[0]))).ok).toBe(files.length === 0);
    },
  );

  test('may be left empty when its input is optional', async () => {
    await submit(await opened(filesModal({}, { optional: true })), {});
    expect(submitted()).toMatchObject({ values: { proof: { files: { type: 'file_input', files: [] } } } });
  });

  test("takes no file that is nobody's or somebody else's", async () => {
    const view = await opened(filesModal());
    const foreign = await upload('hers.pdf', 'x', { user: ana });
    expect(await submit(view, { proof: ['F0NOWHERE01'] })).toMatchObject({
      error: expect.stringContaining('there is no file F0NOWHERE01'),
    });
    expect(await submit(view, { proof: [foreign] })).toEqual({
      error: `file: ${foreign} is not a file of omar`,
    });
  });

  test('is opened only by an app that may read files', async () => {
    const { scopes } = (await world.put('slack/app', { scopes: ['commands'] })).json;
    expect(scopes).toEqual(['commands']);
    expect(await open(filesModal())).toMatchObject({ error: 'missing_scope', needed: 'files:read' });
    await world.put('slack/app', { scopes: ['commands', 'files:read', 'files:write', 'chat:write'] });
    expect(await open(filesModal())).toMatchObject({ ok: true });
  });
});

describe('a person who uploads', () => {
  test.each<[string, Json, string]>([
    ['what is no base64', { contentBase64: 'häh' }, 'contentBase64: that is no base64'],
    ['nothing', { contentBase64: '' }, 'the file is empty'],
    ['more than ten megabytes', { contentBase64: 'A'.repeat(13_981_020) }, 'a form takes 10485760'],
    ['as nobody', { user: 'U0NOBODY01', contentBase64: 'AAAA' }, 'U0NOBODY01 is nobody here'],
  ])('%s is refused', async (_what, call, sentence) => {
    const answer = await world.post('slack/files', { user: omar, name: 'a.pdf', ...call });
    expect(answer).toMatchObject({ status: 400, json: { error: expect.stringContaining(sentence) } });
  });

  test('ten megabytes exactly is taken', async () => {
    const contentBase64 = Buffer.alloc(10 * 1024 * 1024).toString('base64');
    expect(await world.post('slack/files', { user: omar, name: 'a.pdf', contentBase64 })).toMatchObject({
      status: 200,
      json: { id: expect.stringMatching(/^F[A-Z0-9]{10}$/) },
    });
  });
});
