import { z } from 'zod';
import type { AccountView } from '../model/account-view.ts';
import { accountViews } from '../model/account-view.ts';
import { kinds } from '../model/kind.ts';

/**
 * Draws the resources of one kind inside the resources of another, along a relation, or against it when it is
 * `used-by`; those without it stay where the topology has them.
 */
const nesting = z.strictObject({
  kind: z.enum(kinds),
  in: z.enum(kinds),
  by: z.enum(['part-of', 'owned-by', 'runs-on', 'routes-to', 'registers', 'logs-to', 'uses', 'used-by']),
});

const isView = (name: string): name is AccountView => name in accountViews;
const views = Object.keys(accountViews).filter(isView);

/** The shape of `diagrams/<id>/diagram.yaml`. */
export const diagramDefinition = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1),
  /** Whose accent the diagram bears. */
  subject: z.enum(['ecs', 'eks']),
  /** What it draws of a reader's account; absent where nothing in an account corresponds. */
  account: z.enum(views).optional(),
  /** The ways to group the same resources; the first is the topology as it stands. */
  groupings: z.array(z.strictObject({ id: z.string(), label: z.string(), nest: z.array(nesting).default([]) })).min(1),
  sources: z.array(z.strictObject({ title: z.string(), url: z.url() })).min(1),
  fidelity: z.strictObject({
    modelled: z.array(z.string()).min(1),
    simplified: z.array(z.string()).min(1),
    leftOut: z.array(z.string()).min(1),
  }),
});

/** Title, summary, groupings and fidelity of a diagram. */
export type DiagramDefinition = z.infer<typeof diagramDefinition>;
