import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shell/icon.ts';
import { type Hint, hintsFor, takeHint } from './command-hints.ts';
import { CommandHints } from './hint-list.ts';
import { emptyHistory, recall, remember } from './history.ts';
import { sendLine } from './send-line.ts';

type Props = {
  readonly channel: string;
  readonly threadTs?: string;
  readonly label: string;
  readonly testId: string;
  readonly autofocus?: boolean;
};

/** Drafts and history outlive a change of channel. */
const drafts = new Map<string, string>();
let history = emptyHistory;

export function Composer({ channel, threadTs, label, testId, autofocus }: Props): VNode {
  const draftKey = `${channel} ${threadTs ?? ''}`;
  const [text, setText] = useState(drafts.get(draftKey) ?? '');
  const [recalled, setRecalled] = useState(false);
  const [closed, setClosed] = useState(false);
  const [at, setAt] = useState(-1);
  const [sending, setSending] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const hints = recalled || closed || threadTs ? [] : hintsFor(text);
  useEffect(() => {
    if (autofocus && matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, []);

  function write(next: string, fromHistory = false): void {
    setText(next);
    drafts.set(draftKey, next);
    setRecalled(fromHistory);
    setClosed(false);
    setAt(-1);
  }

  function take(hint: Hint): void {
    write(takeHint(hint));
    area.current?.focus();
  }

  async function send(): Promise<void> {
    const line = text.trim();
    if (line === '') return;
    history = remember(history, line);
    write('');
    setSending(line);
    const sent = await sendLine(channel, line, threadTs);
    setSending('');
    if (!sent && (drafts.get(draftKey) ?? '') === '') write(line, true);
  }

  function step(direction: -1 | 1): void {
    const { history: next, line } = recall(history, direction);
    history = next;
    write(line, line !== '');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || !keyIsOurs(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function keyIsOurs({ key, shiftKey }: KeyboardEvent): boolean {
    const hint = hints[Math.max(0, at)];
    const incomplete = hint !== undefined && (at >= 0 || !text.startsWith(hint.line));
    if (key === 'Enter' && !shiftKey) {
      if (incomplete && hint) take(hint);
      else void send();
      return true;
    }
    if (key === 'Tab' && !shiftKey && hint && incomplete) take(hint);
    else if (key === 'Escape' && hints.length > 0) setClosed(true);
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && hints.length > 0)
      setAt(nextHint(key, at, hints.length));
    else if (key === 'ArrowUp' && (text === '' || recalled)) step(-1);
    else if (key === 'ArrowDown' && recalled) step(1);
    else return false;
    return true;
  }

  const onInput = ({ target }: Event) => target instanceof HTMLTextAreaElement && write(target.value);
  return html`<form class="composer" onSubmit=${(event: Event) => {
    event.preventDefault();
    void send();
  }}>
    ${hints.length > 0 && html`<${CommandHints} hints=${hints} at=${at} onTake=${take} />`}
    <div class="composer-box">
      <textarea ref=${area} class="composer-text" rows=${Math.min(8, text.split('\n').length)} placeholder=${label} aria-label=${label} spellcheck="false"
        role="combobox" aria-expanded=${hints.length > 0} aria-controls="command-hints" aria-autocomplete="list"
        aria-activedescendant=${at >= 0 && hints.length > 0 ? `hint-${at}` : undefined}
        data-testid=${testId} value=${text} onInput=${onInput} onKeyDown=${onKeyDown}></textarea>
      <button type="submit" class="button button-icon composer-send" aria-label="Send" disabled=${text.trim() === ''} data-testid=${`${testId}-send`}><${Icon} name="send" /></button>
    </div>
    <p class="composer-note" role="status">${sending.startsWith('/') ? `Running ${sending}` : ''}</p>
  </form>`;
}

function nextHint(key: string, at: number, count: number): number {
  if (key === 'ArrowDown') return (at + 1) % count;
  return at <= 0 ? count - 1 : at - 1;
}
