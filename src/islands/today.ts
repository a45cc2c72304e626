/** The reader's day as an ISO date, in UTC as AWS counts it. */
export const today = (): string => new Date().toISOString().slice(0, 10);
