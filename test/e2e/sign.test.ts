import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled } from '../sandbox/registry/support/installed.ts';
import type { View } from '../support/control.ts';
import { eventually } from '../support/eventually.ts';
import { cardOf, confirm } from '../support/life.ts';
import { channels } from '../support/person.ts';
import { codeBlocksOf, openTerminal } from '../support/printed-lines.ts';
import { elementsIn, wordsOf } from '../support/reading.ts';
import { trailOf } from '../support/trail.ts';
import { startWorld, type World } from '../support/world.ts';

const { netOps } = channels;
const prefix = '198.51.100.224/27';
const title = 'Save a prefix signature on fra-02';
const dayMs = 86_400_000;

/** One world, one folder and one key for the whole story: to make a key takes seconds. */
let world: World;
let terminal: Awaited<ReturnType<typeof openTerminal>>;

/** What the form prints, and what the lines made. */
const printed = { validationId: '', certificate: '', shell: '' };
const made = { certificate: '', signature: '' };

const omar = () => world.person('omar');
const openForm = () => omar().commandForModal(netOps, `sign fra-02 ${prefix}`);

/** What the signing lines make of another text than the printed one. */
async function signatureBy(change: (lines: string) => string): Promise<string> {
  const lines = change(printed.shell);
  expect(lines).not.toBe(printed.shell);
  await terminal.type(lines);
  return terminal.read('signature.txt');
}

const valuesOf = (pasted: Partial<typeof made>) => {
  const { certificate, signature } = { ...made, ...pasted };
  return { 'sign.certificate': certificate, 'sign.signature': signature };
};
const paste = (form: View, pasted: Partial<typeof made> = {}) => omar().fill(form, valuesOf(pasted));

/** What stands above the form then. */
const complaint = async (pasted: Partial<typeof made>) => wordsOf(await paste(await openForm(), pasted));

/** What stands below a field then. */
async function complaintAtField(pasted: Partial<typeof made>): Promise<string> {
  return JSON.stringify((await omar().submit(await openForm(), valuesOf(pasted))).errors);
}

async function stateOfPrefix(): Promise<string> {
  await world.poll();
  const shown = wordsOf(await omar().command(netOps, 'sign fra-02'));
  return shown.split('\n').find((line) => line.includes(prefix)) ?? shown;
}

const described = describe.skipIf(!isInstalled('openssl'));

described('a prefix is signed with openssl by the printed lines', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    terminal = await openTerminal();
    world = await startWorld();
    const pace = { durationMs: 100, validationMs: 100, retryAfterSeconds: 0 };
    await world.control.post('azure/operations', pace);
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await terminal[Symbol.asyncDispose]();
  });

  test('each prefix is told with its state, what it means and what to do', async () => {
    const list = await omar().command(netOps, 'sign fra-02');
    expect(wordsOf(list)).toContain('4 public prefixes of fra-02, 2 to sign');
    expect(wordsOf(list)).toContain(
      `:warning: *${prefix}*: InvalidSignatureEncoding (the signature is not base64 in one line)\n*You*: sign it again.`,
    );
    const form = await omar().pressForModal(list, `Sign ${prefix}`);
    const [validationId = '', certificate = '', , shell = ''] = codeBlocksOf(form);
    expect(validationId).toMatch(/^Azure-SKEY\|[0-9a-f-]{36}\|198\.51\.100\.224\/27\|ASN-64501$/u);
    Object.assign(printed, { validationId, certificate, shell });
    // Nobody else sees it, and the trail says who did.
    expect(wordsOf(list)).not.toContain('Azure-SKEY');
    await eventually(async () => {
      const seen = (await trailOf(world)).filter(({ act }) => act === 'view-key');
      expect(seen).toEqual([
        expect.objectContaining({ operation: 'sign', note: `validation ID of ${prefix}` }),
      ]);
    });
  });

  test('the printed lines make a certificate and a signature, as they are', async () => {
    await terminal.type(printed.certificate);
    await terminal.type(printed.shell);
    expect(await terminal.read('validation-id.txt')).toBe(printed.validationId);
    made.certificate = await terminal.read('certificate.pem');
    made.signature = await terminal.read('signature.txt');
    expect(made.signature).toMatch(/^[A-Za-z0-9+/]{683}=$/u);
    expect(await terminal.type('openssl x509 -noout -subject -in certificate.pem')).toContain(
      'O = Contoso Ltd, CN = AS64501 198.51.100.224/27',
    );
  });

  test('the newline trap has its own sentence', async () => {
    const signature = await signatureBy((lines) => lines.replace("'%s'", "'%s\\n'"));
    expect(await complaint({ signature })).toContain(
      'This signs the validation ID *and a newline after it*. Azure would say SignatureVerificationFailed.',
    );
  });

  test('so has an edited prefix', async () => {
    const signature = await signatureBy((lines) => lines.replace('224/27', '224/28'));
    expect(await complaint({ signature })).toContain(
      `This signs the validation ID *of 198.51.100.224/28*, and here it is about ${prefix}.`,
    );
  });

  test('so has another prefix of the same peering', async () => {
    const signature = await signatureBy((lines) => lines.replace(prefix, '198.51.100.160/27'));
    expect(await complaint({ signature })).toContain('This signs the validation ID *of 198.51.100.160/27*');
  });

  test('so has another key', async () => {
    await terminal.type(
      [
        'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out other.pem',
        'openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out third.pem',
        "openssl req -new -x509 -key third.pem -days 365 -subj '/CN=third' -out third.crt",
      ].join('\n'),
    );
    const signature = await signatureBy((lines) => lines.replace('privkey.pem', 'other.pem'));
    const certificate = await terminal.read('third.crt');
    expect(await complaint({ certificate, signature })).toContain(
      '*Another key* made this signature than the one in the certificate.',
    );
    expect(await complaintAtField({ signature })).toContain('another key made it');
  });

  test('so have several lines', async () => {
    const signature = await signatureBy((lines) => lines.replace('base64 -A', 'base64'));
    expect(await complaintAtField({ signature })).toContain('The signature has several lines');
  });

  test('a private key goes out of the view, and is nowhere', async () => {
    await terminal.type('openssl pkey -in other.pem -traditional -out other-traditional.pem');
    const key = (await terminal.read('other-traditional.pem')).trim();
    const form = await openForm();
    const emptied = await paste(form, { certificate: key });
    const body = key.split('\n')[3] ?? '';
    expect(wordsOf(emptied)).toContain('That held a *private key*. It was not kept or written down anywhere');
    expect(JSON.stringify(emptied)).not.toContain(body);
    expect(elementsIn(emptied).find(({ block_id }) => block_id.startsWith('sign.signature'))).toMatchObject({
      initial_value: made.signature,
    });
    expect(world.logLines.join('')).not.toContain(body);
    await eventually(async () => {
      const refused = (await trailOf(world)).filter(({ act }) => act === 'refuse');
      expect(refused).toEqual([
        expect.objectContaining({
          note: 'sign: private-key-pasted',
          circuit: expect.objectContaining({ name: 'fra-02' }),
        }),
      ]);
    });
    // The form goes on: only what was wrong has to be pasted again.
    const review = await paste(emptied);
    expect(review.callback_id).toBe('request.review');
  });

  test('a certificate that is not in the record is said, and Azure says the same', async () => {
    const review = await paste(await openForm());
    expect(wordsOf(review)).toContain('The registry record of the prefix does not hold this certificate.');
    expect(wordsOf(review)).toContain('Nobody else has to agree.');
    await confirm(omar(), review);
    await cardOf(world, netOps, title, 'done in');
    await eventually(async () => {
      expect(await stateOfPrefix()).toContain('CertificateMissingInRoutingRegistry');
    });
  });

  test('with the certificate in the record the same signature is checked again, to Configured', async () => {
    await world.control.post('registry/remarks', { prefix, text: made.certificate });
    const review = await paste(await openForm());
    expect(wordsOf(review)).toContain(
      `• Validation of ${prefix}: CertificateMissingInRoutingRegistry → *checked again*`,
    );
    expect(wordsOf(review)).toContain('Registry record: holds the certificate');
    expect(wordsOf(review)).not.toContain('does not hold');
    await confirm(omar(), review);
    await eventually(async () => {
      expect(await stateOfPrefix()).toContain(`:white_check_mark: *${prefix}*: Configured`);
    });
  });

  test('what was taken is not sent once more', async () => {
    expect(await complaint({})).toContain('*fra-02* is so already; nothing would change.');
  });

  test('the key of the certificate in the record is told from the one that was pasted', async () => {
    const certificate = await terminal.read('third.crt');
    const signature = await signatureBy((lines) => lines.replace('privkey.pem', 'third.pem'));
    await world.control.post('registry/remarks', { prefix, text: certificate });
    const other = await terminal.type("openssl req -new -x509 -key other.pem -days 365 -subj '/CN=o'");
    expect(await complaint({ certificate: other, signature })).toContain(
      'The signature fits the certificate *in the registry record*, and another one was pasted.',
    );
  });

  test('neither the validation ID nor the service key is in the log or the store', async () => {
    const key = printed.validationId.split('|')[1] ?? '';
    const stored = await readFile(world.storePath, 'utf8');
    expect(stored).toContain(made.signature);
    for (const text of [world.logLines.join(''), stored, JSON.stringify(await trailOf(world))]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain('Azure-SKEY');
    }
  });

  test('a certificate that has ended has its own sentence', async () => {
    await world.advance(366 * dayMs);
    expect(await complaintAtField({})).toContain('The certificate ended on');
  });
});
