/** What a Spot notice may announce. Each way the instance goes, so that it takes no more tasks. */
const actions: readonly unknown[] = ['terminate', 'stop', 'hibernate'];

/** The state that the agent asks for after the metadata path spot/instance-action answered this; null where nothing changes. */
export function stateAfterSpotNotice(body: string): 'DRAINING' | null {
  const notice = parsed(body);
  const announces = typeof notice === 'object' && notice !== null && 'action' in notice && actions.includes(notice.action);
  return announces ? 'DRAINING' : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
