import type { FaultRule } from '../engine/domain.ts';
import { send } from '../engine/effect.ts';
import { timesOut } from '../network/target-health.ts';
import { lastPart } from './arns.ts';
import { taskOf } from './objects.ts';
import { registeredTarget } from './task-target.ts';

/** What may break under a Fargate task, as a part of the ECS world for the diagrams that offer it. */
export const fargateFaults = {
  /** The host that Fargate gave to a task fails. No other task is on it. */
  'fargate-host-lost': {
    text: (task, on) => `${on ? 'lose' : 'forget'} the Fargate host of task ${lastPart(task).slice(0, 3)}`,
    effects: (id, on, world) => {
      const task = taskOf(world, id);
      if (!on || task?.launchType !== 'FARGATE') return [];
      const target = registeredTarget(world, task);
      const cause = { stopCode: 'InfrastructureHealth', stoppedReason: 'The host of the task failed.' };
      return [
        ...(target === undefined ? [] : [send(target, { type: 'app.broke', failure: timesOut }, 'no answer from the task')]),
        send(id, { type: 'host.lost', cause }, 'the host of the task failed'),
      ];
    },
  },
} satisfies Readonly<Record<string, FaultRule>>;
