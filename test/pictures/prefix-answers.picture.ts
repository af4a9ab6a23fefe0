import { test } from 'vitest';
import { channels } from '../support/person.ts';
import { startWorld } from '../support/world.ts';
import { message, openStudio, shoot, type } from './camera.ts';

test('what the registries say of a circuit’s prefixes, and the form that signs one of them', async () => {
  await using studio = await openStudio();
  await using world = await startWorld({ hurried: true });
  const page = await studio.open(world, {
    channel: channels.netOps,
    size: { width: 1400, height: 1500 },
    scale: 1.8,
  });
  await type(page, '/circuit validate fra-02');
  const answer = message(page, 'will Microsoft validate its prefixes by itself?');
  await answer.waitFor();
  await shoot(page, 'docs/images/prefix-validate.png', [answer]);

  await type(page, '/circuit sign fra-02 198.51.100.160/27');
  const form = page.getByRole('dialog', { name: 'Sign a prefix' });
  await form.getByText('Paste both').waitFor();
  await page.setViewportSize({ width: 1400, height: 2200 });
  await page.evaluate("document.querySelector('dialog[open]').style.maxHeight = 'none'");
  await shoot(page, 'docs/images/prefix-sign.png', [form]);
});
