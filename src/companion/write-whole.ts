import { randomBytes } from 'node:crypto';
import { link, open, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from './command-error.ts';

const reasons: Readonly<Record<string, string>> = {
  EEXIST: 'it is there already. Nothing is overwritten: choose another name, or remove it first',
  ENOSPC: 'the disk is full. Make room, or choose another disk',
  EDQUOT: 'your quota of the disk is used up. Make room, or choose another disk',
  EFBIG: 'it would be larger than files may be here. Choose another disk',
  ENOENT: 'its folder is not there. Make the folder first',
  ENOTDIR: 'its folder is not a folder. Choose another',
  EACCES: 'you may not write into its folder. Choose another',
  EPERM: 'its disk does not allow it. Choose another disk',
  ENOTSUP: 'its disk does not allow it. Choose another disk',
  EROFS: 'its disk can only be read. Choose another disk',
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

function notWritten(file: string, error: unknown): CommandError {
  const reason = reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
  return new CommandError({ sentence: `${file} was not written: ${reason}.` }, 1, error);
}

/** Says early what would keep a file from being written: a name that is taken, a folder that is not there. */
export async function checkPlace(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found !== undefined) throw notWritten(file, Object.assign(new Error(), { code: 'EEXIST' }));
  const folder = await stat(dirname(file)).catch((error: unknown) => {
    throw notWritten(file, error);
  });
  if (!folder.isDirectory()) throw notWritten(file, Object.assign(new Error(), { code: 'ENOTDIR' }));
}

/** Writes a file for its owner alone, whole or not at all, and never over another. An abort before its end leaves nothing. */
export async function writeWhole(file: string, text: string, signal: AbortSignal): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  let opened: FileHandle | undefined;
  try {
    opened = await open(draft, 'wx', 0o600);
    await opened.writeFile(text, { signal });
    await opened.sync();
    signal.throwIfAborted();
    // Unlike a rename, a link fails when the name is taken meanwhile.
    await link(draft, file);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw notWritten(file, error);
  } finally {
    await opened?.close();
    await rm(draft, { force: true });
  }
}
