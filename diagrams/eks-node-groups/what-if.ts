import type { MakeWhatIf } from '../../src/simulation/engine/what-if.ts';
import { nodeGroupWhatIf } from '../../src/simulation/eks/node-group/node-group-what-if.ts';
import { configure } from './calls.ts';
import { groupId } from './cluster.ts';

/** The node group of this diagram in the shape of a real one. */
const whatIf: MakeWhatIf = (objects) => nodeGroupWhatIf(objects, { id: groupId, configure });

export default whatIf;
