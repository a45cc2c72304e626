import type { Mask } from '../mask.ts';
import type { Judgement } from './checks.ts';

/** A judgement as it may be shown: each text that may hold an account id is masked. */
export const masked = ({ check, result }: Judgement, show: Mask): Judgement => ({
  check,
  result: {
    ...result,
    summary: show(result.summary),
    findings: result.findings.map((finding) => ({
      ...finding,
      resource: show(finding.resource),
      name: show(finding.name),
      because: show(finding.because),
      evidence: finding.evidence.map((one) => ({ ...one, observed: show(one.observed) })),
    })),
  },
});
