import scenario from '../../../diagrams/ecs-service/scenario.ts';
import { ids } from '../../../diagrams/ecs-service/start.ts';
import type { Act, Input } from '../../../src/model/api-call.ts';
import type { Frame } from '../../../src/model/frame.ts';
import type { Id, JsonObject } from '../../../src/model/json.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { frameAt } from '../../../src/simulation/engine/frame.ts';
import type { Run } from '../../../src/simulation/engine/run.ts';
import { beginRun, extendTo, lastMoment, logAt } from '../../../src/simulation/engine/run.ts';

/** By now the four tasks of the scenario are healthy and nothing is going on. */
export const SETTLED = 20_000;

/** A run of the scenario without its story, with these acts at these times, up to a time. */
export const play = (inputs: readonly Input[], until: number): Run => extendTo(beginRun(scenario, { inputs }), until);

/** The last frame of a run. */
export const end = (run: Run): Frame => frameAt(run, run.length - 1);

/** Everything that the service said in a run, oldest first, with short names. */
export const said = (run: Run): readonly string[] =>
  logAt(run, run.length - 1).map(({ text }) => text.replace(/ [0-9a-f]{32}/g, ' ID').replace(/arn:\S+targetgroup\/\S+?(?=\))/g, 'GROUP'));

/** The tasks of a frame, in the order in which they were made. */
export const tasksOf = (frame: Frame): readonly Resource[] =>
  [...frame.resources.values()]
    .filter(({ kind }) => kind === 'ecs-task')
    .sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : 1));

/** A call of UpdateService on web. */
export const updateService = (input: JsonObject): Act => ({
  call: { api: 'ecs', operation: 'UpdateService', input: { cluster: 'demo', service: 'web', ...input } },
});

/** The id of a task that is healthy when the world has settled. */
export function settledTask(): Id {
  const task = tasksOf(end(play([], SETTLED))).find(({ status }) => status === 'RUNNING');
  if (task === undefined) throw new Error('No task runs in the settled world; look at diagrams/ecs-service/scenario.ts.');
  return task.id;
}

/** Whether nothing is left to happen in the world at the end of a run. */
export const atRest = (run: Run): boolean => lastMoment(run).world.queue === undefined;

/** The service as the projection of a frame shows it. */
export function serviceIn(frame: Frame): Resource {
  const service = frame.resources.get(ids.service);
  if (service === undefined) throw new Error('The frame has no service web.');
  return service;
}
