import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** As near to the end as a reader who wants the newest is. */
const nearPx = 48;

/**
 * Keeps a list at its end while the reader is there, and leaves it alone while they read further up. `place` names what
 * is shown; another one starts at the end.
 */
export function useStickToBottom(list: RefObject<HTMLElement | null>, place: string) {
  const [atEnd, setAtEnd] = useState(true);
  const stick = useRef(true);
  /** Where the end was when the reader was last there. */
  const end = useRef(0);
  /** How long the list was then: what a browser scrolls because lines were wrapped anew is not the reader's doing. */
  const length = useRef(0);

  const toEnd = useCallback(() => {
    stick.current = true;
    setAtEnd(true);
    if (!list.current) return;
    list.current.scrollTop = list.current.scrollHeight;
    end.current = list.current.scrollTop;
    length.current = list.current.scrollHeight;
  }, []);

  /** Whether the reader is still there: a browser tells of scrolling later than it scrolls. */
  const isAtEnd = useCallback(
    () => stick.current && (list.current?.scrollTop ?? 0) >= end.current - nearPx,
    [],
  );

  useLayoutEffect(toEnd, [place]);
  useLayoutEffect(() => {
    const scroller = list.current;
    const content = scroller?.firstElementChild;
    if (!scroller || !content) return undefined;
    const onScroll = () => {
      if (stick.current && scroller.scrollHeight !== length.current) return;
      const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearPx;
      stick.current = near;
      setAtEnd(near);
      if (near) end.current = scroller.scrollTop;
    };
    const grown = new ResizeObserver(() => {
      if (isAtEnd()) return toEnd();
      length.current = scroller.scrollHeight;
      onScroll();
    });
    grown.observe(content);
    grown.observe(scroller);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      grown.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [place]);

  return { atEnd, isAtEnd, toEnd };
}
