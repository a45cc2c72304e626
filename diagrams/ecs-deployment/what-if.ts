import { serviceWhatIf } from '../../src/simulation/ecs/service-what-if.ts';
import { INSTANCE } from '../../src/simulation/ecs/small-cluster.ts';
import type { MakeWhatIf } from '../../src/simulation/engine/what-if.ts';
import { ids } from './start.ts';

/** The service of this diagram in the shape of a real one. */
const whatIf: MakeWhatIf = (objects) => serviceWhatIf(objects, { name: 'web', serviceArn: ids.service, instances: 3, instance: INSTANCE });

export default whatIf;
