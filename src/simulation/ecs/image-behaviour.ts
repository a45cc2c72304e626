/** The application in an image whose tag ends in this starts, and answers requests and health checks with 503. */
const BROKEN_TAG = '-broken';

/** The process in an image whose tag ends in this does its work and then exits with 0. */
const JOB_TAG = '-job';

/** Whether the application in an image answers nothing but errors. */
export const isBroken = (image: string): boolean => image.endsWith(BROKEN_TAG);

/** Whether the process in an image ends by itself. */
export const isJob = (image: string): boolean => image.endsWith(JOB_TAG);
