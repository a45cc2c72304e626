import type { Plot } from '../engine/scenario.ts';

/* Plots of the measures that every ECS world has. A diagram names those that its reader may want. */

/** Who answers with an error: the tasks themselves, or the load balancer in their place. */
export const errorsPlot: Plot = {
  title: 'Errors',
  unit: '5xx a second',
  lines: [
    { measure: 'requests.target-5xx', label: 'by targets', look: 'bad' },
    { measure: 'requests.elb-5xx', label: 'by the balancer', look: 'wanted' },
  ],
};

/** How long an answer takes. */
export const latencyPlot: Plot = {
  title: 'Response time',
  unit: 'ms, average',
  lines: [{ measure: 'requests.latency', label: 'of what is served', look: 'good' }],
};

/** How much of the CPU of the tasks behind the load balancer is in use. */
export const cpuPlot: Plot = {
  title: 'CPU',
  unit: '% of what tasks reserve',
  lines: [{ measure: 'cpu.used', label: 'in use', look: 'good' }],
  top: 100,
};

/** Tasks of the cluster. */
export const tasksPlot: Plot = {
  title: 'Tasks',
  unit: 'in the cluster',
  lines: [
    { measure: 'tasks.running', label: 'running', look: 'good' },
    { measure: 'tasks.pending', label: 'pending', look: 'wanted' },
  ],
};

/** Targets that get requests. */
export const targetsPlot: Plot = {
  title: 'Targets',
  unit: 'of the load balancer',
  lines: [{ measure: 'targets.healthy', label: 'healthy', look: 'good' }],
};

/** What the capacity costs, where the domain has its cost. */
export const costPlot: Plot = {
  title: 'Cost',
  unit: 'USD per hour',
  lines: [
    { measure: 'cost.fargate', label: 'Fargate', look: 'one' },
    { measure: 'cost.instances', label: 'instances', look: 'other' },
  ],
};
