/** The application in an image whose tag ends in this starts, and answers requests and health checks with 503. */
const BROKEN_TAG = '-broken';

/** Whether the application in an image answers nothing but errors. */
export const isBroken = (image: string): boolean => image.endsWith(BROKEN_TAG);
