import type { Frame } from '../model/frame.ts';
import { frameAt } from '../simulation/engine/frame.ts';
import type { Run } from '../simulation/engine/run.ts';
import { momentAt } from '../simulation/engine/run.ts';
import type { World } from '../simulation/engine/world.ts';
import type { Standing } from './standing.ts';
import { judgeFrame } from './standing.ts';

/** The verdict on a run up to a frame, and the world by which a run that came the same way is known again. */
export interface Judged {
  readonly standing: Standing;
  readonly frame: Frame;
  readonly world: World;
}

/**
 * Judges every frame of a run up to one: a view may skip frames, and an instant in between may count.
 * Goes on from an earlier verdict when this run came that way, else from the opening.
 */
export function judgeRun(opening: Standing, run: Run, index: number, earlier?: Judged): Judged {
  let judged = earlier !== undefined && cameBy(run, index, earlier) ? earlier : judgeNext(opening, run, 0);
  while (judged.frame.index < index) judged = judgeNext(judged.standing, run, judged.frame.index + 1, judged.frame);
  return judged;
}

const cameBy = (run: Run, index: number, { frame, world }: Judged): boolean =>
  frame.index <= index && momentAt(run, frame.index).world === world;

function judgeNext(standing: Standing, run: Run, index: number, previous?: Frame): Judged {
  const frame = frameAt(run, index, previous);
  return { standing: judgeFrame(standing, frame), frame, world: momentAt(run, index).world };
}
