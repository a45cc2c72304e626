const NEWLINE = 10;

/** The lines of a stream as they come, each as its bytes; empty ones are left out. */
export async function* linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Blob> {
  let begun: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      let rest = chunk.value;
      for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
        const line = new Blob([...begun, rest.subarray(0, end)]);
        begun = [];
        rest = rest.subarray(end + 1);
        if (line.size > 0) yield line;
      }
      if (rest.length > 0) begun.push(rest);
    }
    if (begun.length > 0) yield new Blob(begun);
  } finally {
    await reader.cancel();
  }
}
