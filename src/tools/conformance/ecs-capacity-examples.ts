import type { StrategyItem } from '../../simulation/ecs/capacity-strategy.ts';
import { splitTasks } from '../../simulation/ecs/capacity-strategy.ts';
import { fargateMemory, isForWindows } from '../../simulation/ecs/fargate-size.ts';
import { binpackStart, binpackStop, emptiest, fullest, spreadCounts } from '../../simulation/ecs/placement-strategy.ts';
import type { Amounts, MemoryLimits } from '../../simulation/ecs/reservation.ts';
import {
  clusterReservation,
  cpuOfBusy,
  cpuShares,
  highestCpuUtilization,
  highestMemoryUtilization,
  reservedMemory,
} from '../../simulation/ecs/reservation.ts';
import { capacityStrategyDefaults } from '../../simulation/ecs/service-defaults.ts';

/** What a row says of a capacity provider strategy. */
export interface SplitRow {
  readonly strategy?: readonly StrategyItem[];
  readonly tasks?: number;
}

/** How tasks fall on capacity providers. The split does not ask who has capacity: a share waits for its own provider. */
export function splitAnswer({ strategy = [], tasks = 0 }: SplitRow) {
  const first = Object.fromEntries(
    strategy.flatMap(({ capacityProvider = '', base = 0 }): (readonly [string, number])[] => (base > 0 ? [[capacityProvider, base]] : [])),
  );
  const ratio = Object.fromEntries(
    strategy.map(({ capacityProvider = '', weight = 0 }): readonly [string, number] => [capacityProvider, weight]),
  );
  const placed = Object.fromEntries(splitTasks(strategy, tasks));
  return { ...capacityStrategyDefaults, first, ratio, thenRatio: ratio, tasks: placed, fallsBackToOnDemand: false };
}

/** What a row says of reserved and used capacity. */
export interface UtilizationRow extends Partial<MemoryLimits> {
  readonly instances?: readonly Amounts[];
  readonly tasks?: number;
  readonly taskCpu?: number;
  readonly taskMemory?: number;
  readonly instanceCpu?: number;
}

/** Reservation of a cluster and utilization of a service. */
export function utilizationAnswer({
  instances = [],
  tasks = 0,
  taskCpu = 0,
  taskMemory = 0,
  instanceCpu = 0,
  memory = 0,
  ...soft
}: UtilizationRow) {
  const task = { cpu: taskCpu, memory: taskMemory };
  const { registered, reserved, ...shares } = clusterReservation(
    instances,
    Array.from({ length: tasks }, () => task),
  );
  return {
    cpuRegistered: registered.cpu,
    memoryRegistered: registered.memory,
    cpuReserved: reserved.cpu,
    memoryReserved: reserved.memory,
    ...shares,
    timesItsShare: instanceCpu / taskCpu,
    serviceCpuUtilizationAtMost: highestCpuUtilization(instanceCpu, taskCpu),
    reserved: reservedMemory({ memory, ...soft }),
    serviceMemoryUtilizationAtMost: highestMemoryUtilization({ memory, ...soft }),
  };
}

/** What a row says of the CPU of containers. */
export interface CpuShareRow {
  readonly cpu?: number | null;
  readonly instanceCpu?: number;
  readonly containers?: readonly number[];
}

/** What containers get of a CPU. */
export const cpuShareAnswer = ({ cpu = null, instanceCpu = 0, containers = [] }: CpuShareRow) => ({
  shares: cpuShares(cpu),
  mayUse: cpuOfBusy(instanceCpu, containers),
});

type Counts = Readonly<Record<string, number>>;

/** What a row says of zones and instances. */
export interface PlacementRow {
  readonly tasksPerZone?: Counts;
  readonly action?: 'stop';
  readonly freeMemoryGiB?: Counts;
  readonly taskMemoryGiB?: number;
  readonly freeMemoryGiBAfterStop?: Counts;
  readonly launchedBy?: string;
}

const counts = (record: Counts = {}): ReadonlyMap<string, number> => new Map(Object.entries(record));

/** Where a strategy starts and stops tasks. */
export const placementAnswer = (given: PlacementRow) => ({
  zones: (given.action === 'stop' ? fullest : emptiest)(counts(given.tasksPerZone)),
  instance: binpackStart(counts(given.freeMemoryGiB), given.taskMemoryGiB ?? 0),
  stopsTaskOn: binpackStop(counts(given.freeMemoryGiBAfterStop)),
  counts: spreadCounts(given.launchedBy ?? ''),
});

/** What Fargate offers for an amount of CPU, and whether this memory is of it. */
export function fargateAnswer({ cpu, memoryMiB = 0 }: { readonly cpu: number; readonly memoryMiB?: number }) {
  const offered = fargateMemory(cpu);
  return { memoryMiB: offered, windows: isForWindows(cpu), valid: offered.includes(memoryMiB) };
}
