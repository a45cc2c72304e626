import type { ApiObject } from '../model/api-object.ts';
import type { Id } from '../model/json.ts';
import { project } from '../model/project.ts';
import { allProjectors } from '../model/projectors.ts';
import type { Estate } from '../account/gather.ts';
import type { Notice } from '../account/notice.ts';
import { unpacked } from '../account/parcel.ts';
import type { Account, Cover } from '../account/picture.ts';
import { accountFrom, accountOf, maskNotices } from '../account/picture.ts';
import type { Reading } from '../account/reading.ts';
import type { SampleName } from '../account/sample/samples.ts';
import { weighed } from './open-files.ts';
import { readTexts } from './read-texts.ts';

/** What a worker is to read: files, the line of the companion that holds a snapshot, or a sample account. */
export type Job = { readonly files: readonly File[] } | { readonly line: Blob } | { readonly sample: SampleName };

/** What a worker hands over: lots of objects, and last what is known beside them. */
export type Delivery = { readonly lot: readonly ApiObject[] } | { readonly gone: readonly Id[]; readonly cover: Cover };

/** What came of a reading: an account, or the sentences that say why there is none. */
export type Outcome = { readonly account: Account } | { readonly refused: readonly Notice[] };

/** Reads one account after another; what stays the same from one to the next stays the same object. */
export interface AccountReader {
  readonly read: (job: Job) => Promise<Outcome>;
  /** Ends what goes on, and forgets what was read. */
  readonly end: () => void;
}

const broken: Outcome = {
  refused: [{ kind: 'problem', file: '', text: 'The account could not be read; reload the page and try again.' }],
};

/** Reads in a worker that it keeps. */
export function accountReader(): AccountReader {
  let worker: Worker | undefined;
  let estate: Estate = new Map();
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
    estate = new Map();
  };
  return {
    end,
    read: (job) => {
      worker ??= new Worker(new URL('./account-worker.ts', import.meta.url), { type: 'module' });
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const changed: ApiObject[] = [];
      worker.onmessage = ({ data }: MessageEvent<Delivery>) => {
        if ('lot' in data) {
          for (const object of data.lot) project(object, allProjectors); // here, lot by lot, not all at once when it is drawn
          changed.push(...data.lot);
          return;
        }
        estate = unpacked(estate, { changed, gone: data.gone });
        resolve(outcomeOf(accountFrom(estate, data.cover)));
      };
      worker.onerror = () => {
        end();
        resolve(broken);
      };
      worker.postMessage(job);
      return promise;
    },
  };
}

/** Reads files once: small ones here, large ones in a worker. */
export async function readOnce(files: readonly File[]): Promise<Outcome> {
  const { refused, heavy } = weighed(files);
  if (refused !== undefined) return { refused: refused.notices };
  return heavy ? readBeside({ files }) : outcomeOfReading(await readTexts(files));
}

/** What came of a reading that was made in the page. */
export const outcomeOfReading = (reading: Reading): Outcome => outcomeOf(accountOf(reading));

/** Reads once, in a worker. */
export async function readBeside(job: Job): Promise<Outcome> {
  const reader = accountReader();
  const outcome = await reader.read(job);
  reader.end();
  return outcome;
}

/** An account without resources is one if its file says when it was read; other files without resources gave none. */
const outcomeOf = (account: Account): Outcome =>
  account.estate.size > 0 || account.about.readAt !== undefined ? { account } : { refused: maskNotices(account.notices) };
