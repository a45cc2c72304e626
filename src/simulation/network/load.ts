import type { Millis } from '../../model/json.ts';
import { CPU_OF_REQUEST, REST_OF_REQUEST } from './timings.ts';

/* What load does to a task: a queue in front of its CPU. The numbers are illustrative; the shape is that of every queue. */

/** Requests wait longer and longer as a task gets busy; a balancer would not wait for ever, so the wait ends here. */
const BUSIEST = 0.98;

/** How many requests of a second a task with so many CPU units can answer. */
export const requestsOf = (cpu: number): number => (1000 / CPU_OF_REQUEST) * (cpu / 1024);

const busyOf = (perTarget: number, cpu: number): number => (cpu === 0 ? 0 : Math.min(1, perTarget / requestsOf(cpu)));

/** The share of a task's CPU that so many requests of a second use, in whole percent. */
export const cpuUse = (perTarget: number, cpu: number): number => Math.round(100 * busyOf(perTarget, cpu));

/** The average time of an answer: of a queue with one server, service time / (1 - how busy it is). */
export function responseTime(perTarget: number, cpu: number): Millis {
  if (perTarget === 0 || cpu === 0) return 0;
  const service = CPU_OF_REQUEST / (cpu / 1024);
  return Math.round(REST_OF_REQUEST + service / (1 - Math.min(BUSIEST, busyOf(perTarget, cpu))));
}
