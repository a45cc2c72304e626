import ec2 from '../content/facts/ec2.yaml';
import fargate from '../content/facts/fargate.yaml';
import type { FactFile } from '../src/model/fact.ts';
import type { CapacityPrices } from '../src/model/capacity-price.ts';

function amount(facts: FactFile, key: string): number {
  const value = facts[key]?.value;
  if (typeof value !== 'number') throw new Error(`diagrams/prices.ts needs the number "${key}" in content/facts/; add it.`);
  return value;
}

/** The prices that diagrams reckon with, from the facts. */
export const prices: CapacityPrices = {
  vcpu: amount(fargate, 'vcpu.price'),
  gb: amount(fargate, 'memory.price'),
  instance: amount(ec2, 'm5-large.price'),
};
