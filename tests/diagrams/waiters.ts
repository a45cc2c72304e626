import { ECSClient, waitUntilServicesStable, waitUntilTasksRunning, waitUntilTasksStopped } from '@aws-sdk/client-ecs';
import type { ApiObject } from '../../src/model/api-object.ts';

/** What a waiter of the SDK makes of an answer: it ends well, ends badly, or would ask again. */
export type Verdict = 'success' | 'failure' | 'retry';

/** A client of the SDK that is answered from here, without a network. */
function clientAnswering(output: object): ECSClient {
  const client = new ECSClient({ region: 'eu-west-1', credentials: { accessKeyId: 'none', secretAccessKey: 'none' } });
  client.middlewareStack.add(() => () => Promise.resolve({ output: { $metadata: {}, ...output }, response: {} }), {
    step: 'initialize',
    priority: 'high',
  });
  return client;
}

/** A waiter looks at this before it asks for the second time: it asks once. */
const once = { aborted: true, onabort: null };

type Waiter<Input> = (
  params: { readonly client: ECSClient; readonly maxWaitTime: number; readonly abortSignal: typeof once },
  input: Input,
) => Promise<unknown>;

async function ask<Input>(waiter: Waiter<Input>, input: Input, output: object): Promise<Verdict> {
  try {
    await waiter({ client: clientAnswering(output), maxWaitTime: 60, abortSignal: once }, input);
    return 'success';
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'retry' : 'failure';
  }
}

/** What `aws ecs wait services-stable` makes of a service. */
export const servicesStable = ({ id, body }: ApiObject): Promise<Verdict> =>
  ask(waitUntilServicesStable, { services: [id] }, { services: [body], failures: [] });

/** What `aws ecs wait tasks-running` makes of a task. */
export const tasksRunning = ({ id, body }: ApiObject): Promise<Verdict> =>
  ask(waitUntilTasksRunning, { tasks: [id] }, { tasks: [body], failures: [] });

/** What `aws ecs wait tasks-stopped` makes of a task. */
export const tasksStopped = ({ id, body }: ApiObject): Promise<Verdict> =>
  ask(waitUntilTasksStopped, { tasks: [id] }, { tasks: [body], failures: [] });
