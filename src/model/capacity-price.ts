/** What capacity costs: Fargate by what a task reserves, an instance as a whole. In USD for one hour. */
export interface CapacityPrices {
  readonly vcpu: number;
  readonly gb: number;
  readonly instance: number;
}

/** The size of a task, or of an instance. */
export interface Size {
  readonly vcpu: number;
  readonly gb: number;
}

/** What a task of a size costs on Fargate, in USD for one hour. */
export const taskHour = ({ vcpu, gb }: Size, prices: Pick<CapacityPrices, 'vcpu' | 'gb'>): number => vcpu * prices.vcpu + gb * prices.gb;

/** How many tasks of a size an instance has room for. */
export const roomOn = (instance: Size, task: Size): number => Math.floor(Math.min(instance.vcpu / task.vcpu, instance.gb / task.gb));

/** With how many tasks on one instance both cost the same: with more, the instance is cheaper. */
export const breakEven = (task: Size, prices: CapacityPrices): number => prices.instance / taskHour(task, prices);
