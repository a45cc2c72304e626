import type { Tone } from '../model/status.ts';

/** The shape of a tone; shape and word carry the status, colour only repeats them. */
export function StatusSymbol({ tone }: { readonly tone: Tone }) {
  return (
    <svg className="symbol" data-tone={tone} viewBox="0 0 12 12" aria-hidden="true">
      {shapes[tone]}
    </svg>
  );
}

const shapes: Readonly<Record<Tone, React.ReactNode>> = {
  running: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  starting: (
    <>
      <circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1.7a4.3 4.3 0 0 1 0 8.6z" fill="currentColor" />
    </>
  ),
  leaving: <path d="M1.5 6h8M6.5 2.5 10 6 6.5 9.5" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  failed: <path d="m2.5 2.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="2" />,
  gone: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2 2" />,
  unknown: <path d="M4 4.4C4 3 4.9 2.2 6 2.2s2 .8 2 2c0 1.5-2 1.6-2 3.2M6 9.2v1.2" fill="none" stroke="currentColor" strokeWidth="1.4" />,
};
