import * as z from 'zod/mini';
import type { JsonObject } from '../model/json.ts';
import { list } from './allow/fields.ts';
import { snapshotFrame } from './snapshot-frame.ts';
import type { SnapshotList } from './snapshot-lists.ts';
import { snapshotLists } from './snapshot-lists.ts';

/** Where the JSON Schema of account files stands on the site. */
export const snapshotSchemaPath = '/schemas/account-snapshot.v1.json';

const sectionOf = (wanted: SnapshotList['section']) =>
  z.partial(
    z.object(
      Object.fromEntries(snapshotLists.filter(({ section }) => section === wanted).map(({ key, shape }) => [key, list(shape.schema)])),
    ),
  );

/** The JSON Schema of an account file, made from the allow-lists that read one. */
export const snapshotJsonSchema = (): JsonObject => ({
  ...z.record(z.string(), z.json()).parse(
    z.toJSONSchema(z.object(snapshotFrame({ ecs: sectionOf('ecs'), eks: sectionOf('eks'), around: sectionOf('around') })), {
      io: 'input',
      reused: 'ref',
    }),
  ),
  title: 'Drydock account snapshot, version 1',
  description:
    'What was read of an AWS account, in the shapes of the AWS APIs and of Kubernetes. A list that is present was read; a list that is absent was not. Fields that are not named here are not read.',
});
