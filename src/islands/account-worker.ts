import type { Estate } from '../account/gather.ts';
import { readLine } from '../account/companion-line.ts';
import { parcelOf } from '../account/parcel.ts';
import { readDocument } from '../account/read-document.ts';
import type { Reading } from '../account/reading.ts';
import { noted } from '../account/reading.ts';
import type { Delivery, Job } from './account-reader.ts';
import { readTexts } from './read-texts.ts';

/** So many objects are handed over at once: the page takes in each lot within a few milliseconds. */
const LOT = 200;

/** What the page has; a later reading is told by what differs from it. */
let estate: Estate = new Map();

const hand = (delivery: Delivery): void => {
  self.postMessage(delivery);
};

/** Reads an account beside the page, and hands it over in small lots, so that the page stays alive; it makes no request. */
self.onmessage = ({ data }: MessageEvent<Job>) => {
  void readingOf(data).then((reading) => {
    const { estate: after, parcel } = parcelOf(estate, reading);
    estate = after;
    for (let from = 0; from < parcel.changed.length; from += LOT) hand({ lot: parcel.changed.slice(from, from + LOT) });
    hand({ gone: parcel.gone, cover: parcel.cover });
  });
};

async function readingOf(job: Job): Promise<Reading> {
  if ('files' in job) return readTexts(job.files);
  if ('sample' in job) return (await import('../account/sample/samples.ts')).readSampleAccount(job.sample);
  const said = readLine(await job.line.text());
  return 'snapshot' in said
    ? readDocument('The account', said.snapshot)
    : noted('problem', '', 'error' in said ? said.error : 'The companion sent no account.');
}
