import type { Choice } from './choice.ts';
import type { Session } from './session.ts';

/** The media type of lines of JSON. */
export const ndjson = 'application/x-ndjson; charset=utf-8';

/** Reads, and tells it in lines of JSON: how far it is, and at the end the snapshot, or the sentence that says why there is none. */
export async function tellSnapshot(
  session: Session,
  choice: Choice,
  signal: AbortSignal,
  write: (line: string) => Promise<unknown>,
): Promise<void> {
  let written: Promise<unknown> = Promise.resolve();
  const say = (line: object) => {
    written = written.then(() => write(JSON.stringify(line)));
  };
  try {
    say({ snapshot: await session.read(choice, { onProgress: (progress) => say({ progress }), signal }) });
  } catch (error) {
    const { sentence, fix } = session.explain(error, choice);
    say({ error: sentence, fix });
  }
  await written;
}
