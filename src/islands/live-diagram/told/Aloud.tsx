import { useEffect, useRef, useState } from 'react';

/** The least time between two sentences, so that each can be heard out. */
const CALM_MS = 2000;

/** Says what changed to those who do not see it: the newest sentence, and at most one in a while. Nothing new is undefined. */
export function Aloud({ text }: { readonly text: string | undefined }) {
  const [said, setSaid] = useState('');
  const last = useRef(-CALM_MS);
  useEffect(() => {
    if (text === undefined) return;
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        setSaid(text);
      },
      Math.max(0, last.current + CALM_MS - performance.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <p className="unseen" role="status">
      {said}
    </p>
  );
}
