/** The sorts of failure that are told apart. */
export type FailureKind =
  | 'aborted'
  | 'denied'
  | 'no-credentials'
  | 'expired-login'
  | 'expired-token'
  | 'wants-code'
  | 'refused-key'
  | 'no-region'
  | 'clock'
  | 'unreachable'
  | 'lost'
  | 'throttled'
  | 'missing'
  | 'other';

interface Rule {
  readonly kind: FailureKind;
  /** Names and codes that errors of the SDK, of Node and of AWS carry. */
  readonly name?: RegExp;
  readonly message?: RegExp;
}

/** The first rule of which every part fits decides. */
const rules: readonly Rule[] = [
  { kind: 'lost', name: /^ConnectionLost$/ },
  { kind: 'aborted', name: /^AbortError$/ },
  { kind: 'clock', name: /^(?:RequestTimeTooSkewed|RequestInTheFuture)$/ },
  {
    kind: 'clock',
    name: /^(?:InvalidSignature|SignatureDoesNotMatch|AuthFailure|RequestExpired)/,
    message: /signature (?:expired|not yet current)|clock|expired/i,
  },
  {
    kind: 'expired-login',
    message: /aws (?:sso )?login|session has expired|re-?authenticate|failed to load token/i,
    name: /^(?:Credentials|Token)ProviderError$/,
  },
  { kind: 'expired-token', name: /^(?:ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/ },
  { kind: 'expired-token', message: /security token included in the request is expired/i },
  { kind: 'wants-code', name: /^CredentialsProviderError$/, message: /multi-factor/i },
  { kind: 'no-credentials', name: /^(?:Credentials|Token)ProviderError$/ },
  { kind: 'no-region', message: /region is missing/i },
  {
    kind: 'refused-key',
    name: /^(?:InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignatureException|AuthFailure|IncompleteSignature\w*|MissingAuthenticationToken\w*)$/,
  },
  { kind: 'denied', name: /^(?:AccessDenied\w*|UnauthorizedOperation|UnauthorizedException|NotAuthorized\w*)$/ },
  { kind: 'throttled', name: /^(?:Throttl\w*|TooManyRequests\w*|RequestLimitExceeded|SlowDown)$/ },
  { kind: 'unreachable', name: /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/ },
  { kind: 'lost', name: /^(?:ECONNRESET|EPIPE|ETIMEDOUT|TimeoutError|ECONNABORTED)$/ },
  { kind: 'lost', message: /socket hang up/i },
  { kind: 'missing', name: /NotFound|ResourceNotFound/ },
];

/** What an error of the SDK is. */
export function failureKind(error: unknown): FailureKind {
  const names = namesOf(error);
  const said = error instanceof Error ? error.message : String(error);
  return (
    rules.find(
      ({ name, message }) => (name === undefined || names.some((one) => name.test(one))) && (message === undefined || message.test(said)),
    )?.kind ?? 'other'
  );
}

/** The name and the code of an error, and of those that it was caused by. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  return [error.name, ...code, ...(error.cause === error ? [] : namesOf(error.cause))];
}
