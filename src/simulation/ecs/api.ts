import type { ApiCall, AwsCall } from '../../model/api-call.ts';
import type { Answer } from '../engine/domain.ts';
import type { World } from '../engine/world.ts';
import { deleteService } from './delete-service.ts';
import { deregisterInstance } from './deregister-instance.ts';
import { refused } from './errors.ts';
import { registerInstance } from './register-instance.ts';
import { registerTaskDefinition } from './register-task-definition.ts';
import { runTask } from './run-task.ts';
import { stopTask } from './stop-task.ts';
import { updateInstances } from './update-instances.ts';
import { updateService } from './update-service.ts';

type Operation = (world: World, input: AwsCall['input']) => Answer;

const operations: Readonly<Record<string, Operation>> = {
  UpdateService: updateService,
  DeleteService: deleteService,
  RegisterTaskDefinition: registerTaskDefinition,
  RunTask: runTask,
  StopTask: stopTask,
  RegisterContainerInstance: registerInstance,
  UpdateContainerInstancesState: updateInstances,
  DeregisterContainerInstance: deregisterInstance,
};

/** The simulated ECS API. */
export function ecsApi(call: ApiCall, world: World): Answer {
  const operation = call.api === 'ecs' ? operations[call.operation] : undefined;
  const name = call.api === 'kubernetes' ? call.verb : call.operation;
  if (operation === undefined || call.api === 'kubernetes') {
    return refused(
      'ecs',
      'UnsupportedOperation',
      `This simulation does not know the operation ${name}; it knows ${Object.keys(operations).join(', ')}.`,
    );
  }
  return operation(world, call.input);
}
