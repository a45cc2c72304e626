import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/account/read-files.ts';
import { readSample } from '../../src/account/sample/sample-account.ts';
import { printSnapshot } from '../../src/account/snapshot.ts';
import { snapshotJsonSchema } from '../../src/account/snapshot-schema.ts';
import { beginRun, extendTo, lastMoment } from '../../src/simulation/engine/run.ts';
import { scenarios } from '../diagrams/reader.ts';

const validate = new Ajv2020({ allowUnionTypes: true }).compile(snapshotJsonSchema());
const complaints = (document: unknown): unknown => (validate(document) ? [] : validate.errors);
const whole: object = printSnapshot(readSample().objects);

describe('the published JSON Schema of account files', () => {
  it('accepts the sample account as it is saved', () => {
    expect(complaints(JSON.parse(JSON.stringify(whole)))).toEqual([]);
  });

  it.each(scenarios.map((scenario) => ({ scenario, id: scenario.id })))('accepts $id as it is saved at its end', ({ scenario }) => {
    const { world } = lastMoment(extendTo(beginRun(scenario), scenario.horizon));
    expect(complaints(JSON.parse(JSON.stringify(printSnapshot(world.objects.values()))))).toEqual([]);
  });

  it.each([
    ['of another version', { ...whole, version: 2 }],
    ['of another name', { ...whole, schema: 'somebody.else' }],
    ['without a section', { ...whole, eks: undefined }],
    ['with a list that is none', { ...whole, ecs: { tasks: {} } }],
    ['with a field of a wrong sort', { ...whole, ecs: { tasks: [{ taskArn: 4 }] } }],
    ['with a limit that does not say how many there are', { ...whole, limits: [{ what: 'services', shown: 1 }] }],
  ])('refuses a file %s, as the page does', (_, document) => {
    const text = JSON.stringify(document);
    expect(validate(JSON.parse(text))).toBe(false);
    expect(readFiles([{ name: 'account.json', text }])).toMatchObject({ objects: [], notices: [{ kind: 'problem' }] });
  });

  it('names no field in which a secret could stand', () => {
    const names = JSON.stringify(snapshotJsonSchema()).match(/"[^"]+"(?=:\{)/g) ?? [];
    expect(names.length).toBeGreaterThan(200);
    expect(
      names.filter((name) =>
        /^"(?:environment|secrets|command|entryPoint|tags|configurationValues|certificateAuthority|clientRequestToken)"$/.test(name),
      ),
    ).toEqual([]);
  });
});
