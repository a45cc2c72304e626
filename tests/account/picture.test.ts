import { describe, expect, it } from 'vitest';
import type { Choice, MenuLevel } from '../../src/account/choose.ts';
import { choiceOf, menuOf } from '../../src/account/choose.ts';
import { objectsOf } from '../../src/account/chosen-objects.ts';
import { elsewhereOf } from '../../src/account/elsewhere.ts';
import { gapsOf } from '../../src/account/gaps.ts';
import type { Estate } from '../../src/account/gather.ts';
import { gather, isPlaceholder } from '../../src/account/gather.ts';
import { none } from '../../src/account/levels.ts';
import { logOf } from '../../src/account/log-of.ts';
import { accountOf, pictureOf } from '../../src/account/picture.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { readSample } from '../../src/account/sample/sample-account.ts';
import type { Kind } from '../../src/model/kind.ts';
import { kinds } from '../../src/model/kind.ts';
import { recorded, recordings } from './fixtures.ts';

const estateOf = (...names: readonly string[]): Estate => gather(readFiles(names.map(recorded)).objects);
const view = 'ecs-service';
const menu = (estate: Estate, wish: Choice = {}) => menuOf(estate, view, wish);
const choice = (estate: Estate, wish: Choice = {}): Choice => choiceOf(menu(estate, wish));
const options = (estate: Estate, id: MenuLevel['id'], wish: Choice = {}) =>
  menu(estate, wish).find((level) => level.id === id)?.options ?? [];
const chosen = (estate: Estate, wish: Choice = {}) => objectsOf(estate, view, choice(estate, wish));
const brief = (estate: Estate, wish: Choice = {}): readonly string[] =>
  chosen(estate, wish).map((object) => `${isPlaceholder(object) ? '(' : ''}${object.kind} ${object.id.replace(/^arn:aws:\w+:/, '')}`);
const nameOf = (choice: string | undefined): string | undefined => choice?.replace(/^.*\//, '');

describe('files that do not join', () => {
  it('a task alone brings placeholders for its cluster, service, instance and task definition', () => {
    expect(brief(estateOf('ecs/describe-tasks.json')).map((line) => line.split(' ')[0])).toEqual([
      'ecs-task',
      '(ecs-cluster',
      '(ecs-service',
      '(ecs-container-instance',
      '(ecs-task-definition',
    ]);
  });

  it('a service without its tasks shows its counts and says so', () => {
    const objects = chosen(estateOf('ecs/describe-services.json'));
    expect(objects.map(({ kind }) => kind)).toContain('ecs-service');
    expect(gapsOf(objects)[0]).toBe(
      'my-http-service counts 10 running and 0 pending tasks, of which 0 are in the files; add the output of aws ecs describe-tasks.',
    );
  });

  it('an instance whose old ARN names no cluster is shown outside a known cluster', () => {
    const estate = estateOf('ecs/describe-container-instances.json');
    expect(options(estate, 'ecs-cluster').map(({ id }) => id)).toEqual([none]);
    expect(brief(estate)).toEqual([
      'ecs-container-instance us-west-2:123456789012:container-instance/a1b2c3d4-5678-90ab-cdef-11111EXAMPLE',
    ]);
  });

  it('an instance whose old ARN names no cluster stands in the cluster of a task that runs on it', () => {
    const containerInstanceArn = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/old';
    const clusterArn = 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo';
    const text = JSON.stringify({
      containerInstances: [{ containerInstanceArn }],
      tasks: [{ taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/one', clusterArn, containerInstanceArn, group: 'family:job' }],
    });
    const estate = gather(readFiles([{ name: 'a.json', text }]).objects);
    expect(choice(estate)).toMatchObject({ 'ecs-cluster': clusterArn, 'ecs-service': none });
    expect(chosen(estate).map(({ kind }) => kind)).toContain('ecs-container-instance');
  });

  it('each service, task and container instance of all recordings can be chosen, or is told to be elsewhere', () => {
    const estate = estateOf(...recordings('ecs'));
    const drawn = chosen(estate);
    const told = elsewhereOf(estate, drawn).flatMap(({ names }) => names);
    const real = [...estate.values()].filter(
      (object) => /ecs-(service|task|container-instance)$/.test(object.kind) && !isPlaceholder(object),
    );
    expect(real).toHaveLength(5);
    expect(drawn.filter((object) => real.includes(object)).length + told.length).toBe(real.length);
    const reached = new Set(
      options(estate, 'region').flatMap(({ id: region }) =>
        options(estate, 'ecs-cluster', { region }).flatMap(({ id: cluster }) => {
          const wide = { region, 'ecs-cluster': cluster };
          const services = options(estate, 'ecs-service', wide);
          const wishes = services.length === 0 ? [wide] : services.map(({ id: service }) => ({ ...wide, 'ecs-service': service }));
          return wishes.flatMap((wish) => chosen(estate, wish).map(({ id }) => id));
        }),
      ),
    );
    expect(real.filter(({ id }) => !reached.has(id))).toEqual([]);
  });
});

describe('the sample account', () => {
  const estate = gather(readSample().objects);

  it('opens on its busiest service, without a complaint', () => {
    expect(readSample().notices).toEqual([]);
    const { 'ecs-cluster': cluster, 'ecs-service': service } = choice(estate);
    expect([nameOf(cluster), nameOf(service)]).toEqual(['shop', 'storefront']);
    expect(gapsOf(chosen(estate))).toEqual([]);
  });

  it('draws one service with what it uses, and the instances of its cluster', () => {
    const counts = Map.groupBy(chosen(estate), ({ kind }) => kind);
    expect(Object.fromEntries([...counts].map(([kind, those]) => [kind, those.length]))).toEqual({
      'ecs-cluster': 1,
      'ecs-service': 1,
      'ecs-task': 5,
      'ecs-container-instance': 3,
      'ecs-task-definition': 1,
      'elbv2-target-group': 1,
      'elbv2-load-balancer': 1,
      'elbv2-target': 5,
      'logs-log-group': 1,
      'logs-log-stream': 5,
    });
  });

  it('has one cluster in each of its two Regions, and a wish for one is kept', () => {
    const [first, second] = options(estate, 'region');
    expect([first?.name, second?.name]).toEqual(['eu-west-1', 'us-east-1']);
    expect(nameOf(choice(estate, { region: second?.id ?? '' })['ecs-service'])).toBe('reports');
  });

  it('falls back to what there is when a wish names nothing', () => {
    expect(menu(estate, { region: 'nowhere', 'ecs-cluster': 'none such', 'ecs-service': 'neither' })).toEqual(menu(estate));
  });

  it('logs the events of its service, oldest first', () => {
    const lines = logOf(chosen(estate)).map(({ text }) => text);
    expect(lines.at(-1)).toBe('(service storefront) has reached a steady state.');
    expect(lines).toHaveLength(2);
  });

  it('is drawn with the words of the provider, each card told from the others', () => {
    const { frame, undrawn } = pictureOf(accountOf(readSample()), { view, kinds: new Set(kinds), wish: {}, revealed: false });
    const tasks = [...frame.resources.values()].filter(({ kind }) => kind === 'ecs-task');
    expect(tasks.map(({ status, health }) => `${status} ${health ?? ''}`)).toEqual(Array(5).fill('RUNNING HEALTHY'));
    expect(new Set(tasks.map(({ name }) => name)).size).toBe(5);
    expect(undrawn).toEqual([]);
  });
});

describe('a picture', () => {
  const picture = pictureOf(accountOf(readFiles([recorded('ecs/describe-tasks.json')])), {
    view,
    kinds: new Set<Kind>(['ecs-task']),
    wish: {},
    revealed: false,
  });

  it('joins a task to the placeholders of what it names, under masked ids', () => {
    const [task] = [...picture.frame.resources.values()].filter(({ kind }) => kind === 'ecs-task');
    const related = picture.frame.relations.get(task?.id ?? '') ?? [];
    expect(related.map(({ kind, to }) => `${kind} ${picture.frame.resources.get(to)?.name ?? 'nothing'}`)).toEqual([
      'part-of testupdate',
      'runs-on 025',
      'uses console-sample-app-static2:1',
    ]);
    expect(related.every(({ to }) => picture.frame.resources.get(to)?.status === 'not described')).toBe(true);
  });

  it('says what was read and has no box in the diagram', () => {
    const { undrawn } = pictureOf(accountOf(readFiles([recorded('ecs/describe-services.json')])), {
      view,
      kinds: new Set<Kind>(['ecs-task']),
      wish: {},
      revealed: false,
    });
    expect(undrawn).toEqual(['1 service read, for which this diagram has no box; the panels of what uses them name them.']);
  });
});
