import type { Reading } from '../account/reading.ts';
import { noted } from '../account/reading.ts';
import { readTexts } from './read-texts.ts';

/** More than this in all is refused unread. */
const MOST_BYTES = 25_000_000;

/** More than this is parsed in a worker, so that the page stays alive. */
const WORKER_BYTES = 1_000_000;

/** How much files hold, and whether that is too much to open or enough to read beside the page. */
export function weighed(files: readonly File[]): { readonly refused?: Reading; readonly heavy: boolean } {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= MOST_BYTES) return { heavy: bytes > WORKER_BYTES };
  const size = Math.ceil(bytes / 1_000_000);
  const text = `These files hold ${size} MB; at most ${MOST_BYTES / 1_000_000} MB can be opened at once. Choose fewer, or describe fewer resources.`;
  return { refused: noted('problem', '', text), heavy: true };
}

/** Reads the files that a reader chose, in this page alone: nothing is sent, nothing is kept. */
export async function openFiles(files: readonly File[]): Promise<Reading> {
  const { refused, heavy } = weighed(files);
  return refused ?? (heavy ? inWorker(files) : readTexts(files));
}

function inWorker(files: readonly File[]): Promise<Reading> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<Reading>();
  worker.onmessage = ({ data }: MessageEvent<Reading>) => {
    resolve(data);
  };
  worker.onerror = () => {
    resolve(noted('problem', '', 'The files could not be read; reload the page and open them again.'));
  };
  worker.postMessage(files);
  return promise.finally(() => {
    worker.terminate();
  });
}
