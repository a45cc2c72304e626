import type { Millis } from '../../model/json.ts';
import type { LogEvent } from './objects.ts';

/** Of many lines so many are written out; the others are only counted. */
const SAMPLE = 3;

/** What the application says of its own life. */
export const lifeLines = {
  started: 'listening on port 8080',
  stopping: 'SIGTERM: finishing the requests under way',
  exited: (exitCode: number): string => (exitCode === 0 ? 'bye' : `fatal: unhandled error, exit code ${exitCode}`),
} as const;

/** A line with its time, in milliseconds since 1970. */
export const line = (timestamp: number, message: string): LogEvent => ({ timestamp, message });

/** The last few of the lines that the application wrote about requests until now. */
export const requestLines = (now: number, count: number, spacing: Millis): readonly LogEvent[] =>
  Array.from({ length: Math.min(SAMPLE, count) }, (_, i) => {
    const at = Math.round(now - (Math.min(SAMPLE, count) - i) * spacing);
    return line(at, `GET /orders/${at % 1000} 200 ${(at % 17) + 3} ms`);
  });
