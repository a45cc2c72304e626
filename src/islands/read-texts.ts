import type { Reading } from '../account/reading.ts';
import { noted } from '../account/reading.ts';

/** Fetches what reads files, with every allow-list; done before there is a file, so that opening one asks for nothing. */
export const fetchAllowLists = () => import('../account/open-texts.ts');

/** Reads files in the thread that calls: the page's own, or that of a worker. */
export async function readTexts(files: readonly File[]): Promise<Reading> {
  try {
    const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: decoded(await file.arrayBuffer()) })));
    const { openTexts } = await fetchAllowLists();
    return await openTexts(texts);
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
