import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { deletePod, scale, setImage } from '../../src/simulation/eks/offers.ts';

/** What a reader may do, each as the request that kubectl sends. */
export const actions: readonly ActionOffer[] = [
  deletePod,
  setImage('app', [
    { value: 'web:8', label: 'web:8' },
    { value: 'web:nine', label: 'web:nine, which does not exist' },
    { value: 'web:7', label: 'web:7' },
  ]),
  scale(2),
];
