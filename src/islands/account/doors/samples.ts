import type { Reading } from '../../../account/reading.ts';
import type { Outcome } from '../../account-reader.ts';
import { outcomeOfReading } from '../../account-reader.ts';

/** The sample accounts by the word on their button. */
export const samples = { messy: 'Messy' } as const;

/** The name of a sample account. */
export type SampleName = keyof typeof samples;

const readers: Readonly<Record<SampleName, () => Promise<Reading>>> = {
  messy: async () => (await import('../../../account/sample/sample-account.ts')).readSample(),
};

/** Opens a sample account; it is fetched when it is asked for. */
export const openSample = async (name: SampleName): Promise<Outcome> => outcomeOfReading(await readers[name]());
