/** How many words a reader takes in per minute, where the text is about machines. */
export const WORDS_PER_MINUTE = 200;

const words = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What is read as sentences: neither code blocks nor components; what a diagram takes is up to the reader. */
const proseOf = (body: string): string => body.replace(/^```.*?^```$/gms, '').replace(/<\/?[A-Z][^>]*>/g, '');

/** Whole minutes that a lesson's text takes to read, at least one. */
export const readingMinutes = (body: string): number => Math.max(1, Math.round(words(proseOf(body)) / WORDS_PER_MINUTE));
