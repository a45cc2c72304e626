/** CPU units and MiB of an instance or of a task. */
export interface Amounts {
  readonly cpu: number;
  readonly memory: number;
}

/** A share in whole percent, cut as ECS prints it. */
const percent = (part: number, whole: number): number => Math.floor((part * 100) / whole);

/** What a cluster has and what its tasks reserve, with CloudWatch's CPUReservation and MemoryReservation. */
export function clusterReservation(instances: readonly Amounts[], tasks: readonly Amounts[]) {
  const [registered, reserved] = [total(instances), total(tasks)];
  return {
    registered,
    reserved,
    cpuReservation: percent(reserved.cpu, registered.cpu),
    memoryReservation: percent(reserved.memory, registered.memory),
  };
}

const total = (amounts: readonly Amounts[]): Amounts => ({
  cpu: amounts.reduce((sum, { cpu }) => sum + cpu, 0),
  memory: amounts.reduce((sum, { memory }) => sum + memory, 0),
});

/** The memory limits of a container: the hard one kills it, the soft one is what is kept free for it. */
export interface MemoryLimits {
  readonly memory: number;
  readonly memoryReservation?: number;
}

/** The memory that a container reserves: the soft limit where there is one. */
export const reservedMemory = ({ memory, memoryReservation = memory }: MemoryLimits): number => memoryReservation;

/** The most that a service's memory utilization, measured against what is reserved, can come to. */
export const highestMemoryUtilization = (limits: MemoryLimits): number => percent(limits.memory, reservedMemory(limits));

/** The most that a service's CPU utilization can come to: CPU units of a container are a share, so a lone task may use the whole instance. */
export const highestCpuUtilization = (instanceCpu: number, taskCpu: number): number => percent(instanceCpu, taskCpu);

/** The shares that the agent gives a container: Linux takes no fewer than 2. */
export const cpuShares = (cpu: number | null): number => Math.max(2, cpu ?? 0);

/** The CPU units that busy containers get of an instance whose other CPU nobody uses: by their shares. */
export function cpuOfBusy(instanceCpu: number, containers: readonly number[]): readonly number[] {
  const shares = containers.reduce((sum, cpu) => sum + cpuShares(cpu), 0);
  return containers.map((cpu) => (instanceCpu * cpuShares(cpu)) / shares);
}
