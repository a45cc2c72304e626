import type { Id } from '../../../model/json.ts';
import type { ScalingConfig, UpdateConfig } from './nodegroup-object.ts';

/** What an Auto Scaling group is asked for, and what happens to its instances. */
export type GroupEvent =
  | { readonly type: 'capacity.wanted'; readonly min: number; readonly max: number; readonly desired: number }
  | { readonly type: 'template.wanted'; readonly version: string; readonly template: string }
  | { readonly type: 'launch.due' }
  | { readonly type: 'instance.booted'; readonly instance: string }
  | { readonly type: 'instance.impaired'; readonly instance: string }
  | { readonly type: 'instance.released'; readonly instance: string }
  | { readonly type: 'instance.gone'; readonly instance: string }
  | { readonly type: 'orphans.due'; readonly node: string };

/** What a managed node group hears from its Auto Scaling group. */
export type NodegroupEvent =
  | { readonly type: 'launch.failed'; readonly message: string }
  | { readonly type: 'launch.worked' }
  | { readonly type: 'instance.leaving'; readonly instance: string }
  | { readonly type: 'instance.gone'; readonly instance: string };

/** What the EKS API asks of a node group; `update` is the object that tells how it goes. */
export type NodegroupOrder =
  | {
      readonly type: 'config.wanted';
      readonly update: Id;
      readonly config: { readonly scalingConfig: ScalingConfig; readonly updateConfig: UpdateConfig };
    }
  | { readonly type: 'version.wanted'; readonly update: Id; readonly version: string; readonly force: boolean };
