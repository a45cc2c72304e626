/** The memory that Fargate offers for an amount of CPU: from, to and by, in MiB. */
interface Memory {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  readonly windows?: boolean;
}

const GIB = 1024;

/** What Fargate offers, by CPU units. */
const sizes: ReadonlyMap<number, Memory> = new Map<number, Memory>([
  [512, { from: GIB, to: 4 * GIB, by: GIB }],
  [1024, { from: 2 * GIB, to: 8 * GIB, by: GIB, windows: true }],
  [2048, { from: 4 * GIB, to: 16 * GIB, by: GIB, windows: true }],
  [4096, { from: 8 * GIB, to: 30 * GIB, by: GIB, windows: true }],
  [8192, { from: 16 * GIB, to: 60 * GIB, by: 4 * GIB }],
  [16_384, { from: 32 * GIB, to: 120 * GIB, by: 8 * GIB }],
]);

/** The amounts of memory in MiB that a Fargate task may have with so many CPU units; none for CPU that is not offered. */
export function fargateMemory(cpu: number): readonly number[] {
  if (cpu === 256) return [512, GIB, 2 * GIB]; // the one size that does not grow by equal steps
  const memory = sizes.get(cpu);
  if (memory === undefined) return [];
  const { from, to, by } = memory;
  return Array.from({ length: (to - from) / by + 1 }, (_, step) => from + step * by);
}

/** Whether Fargate offers so many CPU units for Windows containers. */
export const isForWindows = (cpu: number): boolean => sizes.get(cpu)?.windows ?? false;
