import type { ApiObject } from '../model/api-object.ts';
import { printSnapshot } from './snapshot.ts';

/** A world's objects as an account file that `readFiles` opens again. */
export const saveFile = (objects: Iterable<ApiObject>): Blob =>
  new Blob([JSON.stringify(printSnapshot(objects), undefined, 2)], { type: 'application/json' });
