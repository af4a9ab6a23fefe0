import { describe, expect, it } from 'vitest';
import { emojiCharacter, isEmoji } from '../../../src/sandbox/page/client/text/emoji.ts';
import { emojiArt } from '../../../src/sandbox/page/client/text/emoji-art.ts';

describe('emoji', () => {
  it('have the character that Slack shows', () => {
    expect(emojiCharacter('red_circle')).toBe('🔴');
    expect(emojiCharacter('white_check_mark')).toBe('✅');
  });

  it('that are not known stay as they were written', () => {
    expect(isEmoji('no_such_sign')).toBe(false);
    expect(isEmoji('toString')).toBe(false);
    expect(emojiCharacter('no_such_sign')).toBe(':no_such_sign:');
  });

  it('are drawn only where there is a character, too', () => {
    expect(Object.keys(emojiArt).filter((name) => !isEmoji(name))).toEqual([]);
  });
});
