import { readTexts } from './read-texts.ts';

/** Reads large files beside the page, so that it stays alive; it makes no request. */
self.onmessage = ({ data }: MessageEvent<readonly File[]>) => {
  void readTexts(data).then((reading) => {
    self.postMessage(reading);
  });
};
