import type { FindingCode, ImportFinding } from '@concert/domain/imported-activity'
import type { Element } from './elements.ts'
import { quoted } from './refusal.ts'

type Params = Record<string, string | number>

/** What is noticed while one activity is read. Equal warnings on one kind of element are counted, not repeated. */
export class Notes {
  identifier: string | null = null
  private readonly findings: ImportFinding[] = []
  private readonly warnings = new Map<string, ImportFinding>()

  get refused(): boolean {
    return this.findings.some((finding) => finding.scope === 'activity' && finding.severity === 'refused')
  }

  /** The activity is left out; reading goes on, so that all its faults are told at once. */
  refuse(element: Element, code: FindingCode, params: Params = {}): null {
    this.findings.push(this.finding('refused', 'activity', element, code, params))
    return null
  }

  refuseTransaction(element: Element, code: FindingCode, params: Params = {}): null {
    this.findings.push(this.finding('refused', 'transaction', element, code, params))
    return null
  }

  warn(element: Element, code: FindingCode, params: Params = {}): null {
    const key = `${code} ${element.path}`
    const before = this.warnings.get(key)
    if (before) {
      before.count += 1
    } else {
      const finding = this.finding('warning', 'activity', element, code, params)
      this.warnings.set(key, finding)
      this.findings.push(finding)
    }
    return null
  }

  list(): ImportFinding[] {
    return this.findings.map((finding) => ({ ...finding, activity: this.identifier && quoted(this.identifier) }))
  }

  private finding(
    severity: ImportFinding['severity'],
    scope: ImportFinding['scope'],
    element: Element,
    code: FindingCode,
    params: Params,
  ): ImportFinding {
    const { line, column, path } = element
    return { severity, scope, code, params, line, column, activity: null, element: path, count: 1 }
  }
}
