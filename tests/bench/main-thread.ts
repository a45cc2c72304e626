import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';

/** One task of the main thread of a page: how long it lasted, and how much CPU time it took. */
export interface Task {
  readonly ms: number;
  readonly cpuMs: number;
}

const traceShape = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().default(0),
      tdur: z.number().default(0),
      args: z.looseObject({ name: z.unknown() }).partial().default({}),
    }),
  ),
});

/**
 * The tasks that the main thread of a page does while something goes on, the longest first. They come from a trace,
 * since an observer of long tasks sees none below 50 ms and does not know their CPU time.
 */
export async function mainThreadTasks(browser: Browser, page: Page, during: () => Promise<void>): Promise<readonly Task[]> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
  await during();
  const { traceEvents } = traceShape.parse(JSON.parse((await browser.stopTracing()).toString()));
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  return traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && mains.some((main) => main.pid === pid && main.tid === tid))
    .map(({ dur, tdur }) => ({ ms: dur / 1_000, cpuMs: tdur / 1_000 }))
    .sort((a, b) => b.ms - a.ms);
}
