const KEY = 'drydock.companion-token';

/** The shape in which the companion writes its token: 32 bytes in base64url. */
const shape = /^[\w-]{20,200}$/;

/**
 * The token with which this tab may ask its companion. The companion's address bears it behind `#token=`; it is taken out
 * of the address at once, before any request, and kept for this tab alone.
 */
export function companionToken(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    history.replaceState(history.state, '', location.pathname + location.search);
    if (shape.test(given)) keep(given);
  }
  return kept() ?? (given !== null && shape.test(given) ? given : undefined);
}

/** Forgets the token: its companion has ended. */
export function forgetToken(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Where nothing may be kept, nothing was.
  }
}

function keep(token: string): void {
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // A browser that lets a page keep nothing: the token lasts as long as the page.
  }
}

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
