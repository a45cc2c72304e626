import { useRef } from 'react';
import type { Progress } from '../../tutorial/progress.ts';

interface Props {
  /** Undefined until the kept record was read, which needs the reader's browser. */
  readonly progress: Progress | undefined;
  readonly problem: string | undefined;
  readonly onReset: () => void;
  readonly onLoad: (file: File) => Promise<void>;
}

/** Where progress is kept, and how it is carried to another browser. */
export function KeptProgress({ progress, problem, onReset, onLoad }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  if (progress === undefined) return <p className="tutorial-kept">With JavaScript on, your progress is kept in this browser.</p>;
  return (
    <div className="tutorial-kept">
      <p role={problem === undefined ? undefined : 'alert'}>{problem ?? 'Your progress is kept in this browser, and nowhere else.'}</p>
      <button type="button" onClick={onReset}>
        Start over
      </button>
      <button
        type="button"
        onClick={() => {
          download(progress);
        }}
      >
        Save as a file
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        Load a file
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="File with your progress"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) void onLoad(file);
        }}
      />
    </div>
  );
}

function download(progress: Progress): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(progress, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'drydock-progress.json';
  link.click();
  URL.revokeObjectURL(url);
}
