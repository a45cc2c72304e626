import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accountOf, pictureOf } from '../../src/account/picture.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { hiddenKinds, printSnapshot } from '../../src/account/snapshot.ts';
import { beginRun, extendTo, lastMoment } from '../../src/simulation/engine/run.ts';
import { frameAt } from '../../src/simulation/engine/frame.ts';
import { diagramDefinition } from '../../src/topology/diagram-definition.ts';
import { readYaml } from '../../src/integrations/yaml-modules.ts';
import { scenarios } from './reader.ts';

/** Diagrams of which an account has no counterpart, and why. */
const withoutView: Readonly<Record<string, string>> = {
  'ecs-fargate-vs-ec2': 'it holds the same service twice, which no account does',
};

const folder = new URL('../../diagrams/', import.meta.url).pathname;
const definitionOf = async (id: string) => diagramDefinition.parse(await readYaml(`${folder}${id}/diagram.yaml`));
const drawnKinds = (id: string): ReadonlySet<string> =>
  new Set([...readFileSync(`${folder}${id}/topology.mmd`, 'utf8').matchAll(/^\s*class \w+ (\S+)$/gm)].map(([, kind]) => kind ?? ''));

describe.each(scenarios.map((scenario) => ({ scenario, id: scenario.id })))('an account on $id', ({ scenario, id }) => {
  it('can be drawn, unless the diagram has no counterpart in one', async () => {
    expect((await definitionOf(id)).account === undefined).toBe(id in withoutView);
  });

  it('is drawn like the simulation that it was saved from', async () => {
    const { account: view } = await definitionOf(id);
    if (view === undefined) return expect(withoutView[id]).toBeDefined();
    const run = extendTo(beginRun(scenario), 0);
    const kinds = drawnKinds(id);
    const frame = frameAt(run, run.length - 1);
    const simulated = [...frame.resources.values()].filter(({ kind }) => kinds.has(kind) && !hiddenKinds.has(kind));
    const file = JSON.stringify(printSnapshot(lastMoment(run).world.objects.values()));
    const picture = pictureOf(accountOf(readFiles([{ name: 'saved.json', text: file }])), {
      view,
      kinds: new Set(simulated.map(({ kind }) => kind)),
      wish: {},
      revealed: true,
    });
    const drawn = new Map([...picture.frame.resources.values()].filter(({ kind }) => kinds.has(kind)).map((one) => [one.id, one]));
    const chosen = new Map(simulated.filter(({ id: one }) => drawn.has(one)).map((one) => [one.id, { ...one, waitingFor: undefined }]));
    expect(drawn).toEqual(chosen);
    expect(new Set([...drawn.values()].map(({ kind }) => kind))).toEqual(new Set(simulated.map(({ kind }) => kind)));
  });
});
