import type { NamedText } from '../account/read-files.ts';
import { readFiles } from '../account/read-files.ts';

/** Reads large files beside the page, so that it stays alive; it makes no request. */
self.onmessage = ({ data }: MessageEvent<readonly NamedText[]>) => {
  self.postMessage(readFiles(data));
};
