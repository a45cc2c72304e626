import type { Millis } from '../model/json.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A moment as the clock of a diagram shows it: `01:42`. */
export function clockTime(time: Millis): string {
  const seconds = Math.max(0, Math.floor(time / 1000));
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** A length of time in words short enough for a card: `6 s`, `2 min 10 s`, `3 h 20 min`, `12 days`. */
export function spanOf(length: Millis): string {
  const seconds = Math.max(0, Math.floor(length / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days`;
}
