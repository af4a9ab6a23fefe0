/** What was typed after a slash command: Slack escapes the three characters that its own marks are made of. */
export function typedText(text: string): string {
  return text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&');
}
