/** Notices when nothing has been asked for so long that nobody is there any more. */
export interface IdleWatch {
  /** Says that something is in progress, until the function that it gives is called. */
  readonly begin: () => () => void;
}

/** Calls `end` once nothing was in progress for so many minutes. */
export function idleWatch(minutes: number, end: () => void): IdleWatch {
  const wait = () => setTimeout(end, minutes * 60_000).unref();
  let timer = wait();
  let inProgress = 0;
  return {
    begin: () => {
      inProgress += 1;
      clearTimeout(timer);
      return () => {
        inProgress -= 1;
        if (inProgress === 0) timer = wait();
      };
    },
  };
}
