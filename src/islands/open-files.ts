import type { Reading } from '../account/reading.ts';
import type { NamedText } from '../account/read-files.ts';
import { readFiles } from '../account/read-files.ts';
import { noted } from '../account/reading.ts';

/** More than this in all is refused unread. */
const MOST_BYTES = 25_000_000;

/** More than this is parsed in a worker, so that the page stays alive. */
const WORKER_BYTES = 1_000_000;

/** Reads the files that a reader chose, in this page alone: nothing is sent, nothing is kept. */
export async function openFiles(files: readonly File[]): Promise<Reading> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST_BYTES) {
    const size = Math.ceil(bytes / 1_000_000);
    return noted(
      'problem',
      '',
      `These files hold ${size} MB; at most ${MOST_BYTES / 1_000_000} MB can be opened at once. Choose fewer, or describe fewer resources.`,
    );
  }
  try {
    const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: decoded(await file.arrayBuffer()) })));
    return bytes > WORKER_BYTES ? await inWorker(texts) : readFiles(texts);
  } catch {
    return noted('problem', '', 'The files could not be read from the disk; open them again.'); // such as a dropped folder
  }
}

/** PowerShell's `>` writes UTF-16. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function inWorker(texts: readonly NamedText[]): Promise<Reading> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<Reading>();
  worker.onmessage = ({ data }: MessageEvent<Reading>) => {
    resolve(data);
  };
  worker.onerror = () => {
    resolve(noted('problem', '', 'The files could not be read; reload the page and open them again.'));
  };
  worker.postMessage(texts);
  return promise.finally(() => {
    worker.terminate();
  });
}
