/** The sample's sources and its past as a plan: pure, so that every day of a leap year can be tried. */
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#shared/domain/calendar-date.ts'
import { samplePlan } from '#electron/register/sample/plan-sample.ts'
import { isWorkingDay, SampleDates } from '#electron/register/sample/sample-dates.ts'
import { parseSampleSources, readSampleSources, sampleFiles } from '#electron/register/sample/sample-sources.ts'
import type { SampleAct, SampleEntry } from '#electron/register/sample/sample-steps.ts'

const sources = readSampleSources()

/** Every text of the sources: where it stands and what it says. */
function* texts(value: unknown, place: string): Generator<{ place: string; value: unknown }> {
  yield { place, value }
  if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* texts(each, `${place}.${String(index)}`)
  else if (value !== null && typeof value === 'object')
    for (const [name, each] of Object.entries(value)) yield* texts(each, `${place}.${name}`)
}
const all = sampleFiles.flatMap((file) => [...texts(sources[file], file)])
const pairs = all.flatMap(({ place, value }) =>
  value !== null && typeof value === 'object' && 'ja' in value && 'en' in value
    ? [{ place, ja: String(value.ja), en: String(value.en) }]
    : [],
)

describe('the sources', () => {
  test('hold what a company of this size has', () => {
    expect({
      units: sources.accountability.units.length,
      people: sources.accountability.people.length,
      posts: sources.accountability.posts.length,
      systems: sources.systems.systems.length,
      risks: sources.risks.risks.length,
      controls: sources.controls.controls.length,
      evidence: sources.evidence.evidence.length,
      actions: sources.actions.actions.length,
      acceptances: sources.confirmations.acceptances.length,
      vendors: sources['third-party'].vendors.length,
      contracts: sources['third-party'].contracts.length,
    }).toEqual({
      units: 16,
      people: 25,
      posts: 20,
      systems: 42,
      risks: 62,
      controls: 80,
      evidence: 61,
      actions: 47,
      acceptances: 12,
      vendors: 8,
      contracts: 12,
    })
  })

  test('say everything in both languages, each in its own script', () => {
    expect(pairs.length).toBeGreaterThan(900)
    const foreign = new Set(['Daniel Weber', 'Mei Tan'])
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
    expect(pairs.filter(({ ja }) => !japanese.test(ja) && !foreign.has(ja))).toEqual([])
    expect(
      pairs.filter(({ en }) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|[、。（）「」]/u.test(en)),
    ).toEqual([])
    expect(pairs.filter(({ ja }) => /[,;.](?!\d|csv$)/.test(ja))).toEqual([])
  })

  test('name no real company or product, and mark every vendor and product as invented', () => {
    const real =
      /\b(OpenAI|ChatGPT|GPT|Microsoft|Copilot|Google|Gemini|Anthropic|Claude|AWS|Amazon|Meta|Llama|IBM|Oracle|SAP|Salesforce|NEC|NTT|LINE|PKSHA|Mistral|DeepL)\b|三菱|三井|伊藤忠|住友|丸紅|双日|豊田|日立|富士通|ソフトバンク|楽天|サイボウズ|東芝|ソニー|トヨタ/
    expect(all.filter(({ value }) => typeof value === 'string' && real.test(value))).toEqual([])
    const vendors = sources.systems.systems.flatMap((system) => (system.vendor ? [system.vendor] : []))
    expect(vendors.filter(({ ja, en }) => !ja.includes('（架空）') || !en.includes('(fictional)'))).toEqual([])
    const models = sources.systems.systems.flatMap((system) => (system.model ? [system.model] : []))
    const ownOrGeneric = /自社開発|標準モデル|組み込み/
    expect(models.filter(({ ja }) => !ja.includes('（架空）') && !ownOrGeneric.test(ja))).toEqual([])
  })

  test('are refused with file, place and reason where one does not fit', () => {
    const broken = (file: string, text: string) => () =>
      parseSampleSources((each) => (each === file ? text : 'not: read'))
    expect(broken('organisation', 'organisation: 1')).toThrow(
      'organisation.yaml: organisation: Invalid input: expected object, received number',
    )
  })
})

describe('the days', () => {
  test.each([
    // The quarter that ended on 30 September was locked on the working day after 12 October, a holiday in 2026.
    ['2026-11-24', '2026-06-30', '2026-07-08', '2026-07-13', '2026-09-30', '2026-10-08', '2026-10-13'],
    ['2026-10-20', '2026-03-31', '2026-04-08', '2026-04-13', '2026-06-30', '2026-07-08', '2026-07-13'],
    ['2026-10-21', '2026-06-30', '2026-07-08', '2026-07-13', '2026-09-30', '2026-10-08', '2026-10-13'],
    ['2028-02-29', '2027-09-30', '2027-10-08', '2027-10-12', '2027-12-31', '2028-01-11', '2028-01-12'],
    ['2026-04-01', '2025-09-30', '2025-10-08', '2025-10-14', '2025-12-31', '2026-01-08', '2026-01-13'],
    ['2026-12-31', '2026-06-30', '2026-07-08', '2026-07-13', '2026-09-30', '2026-10-08', '2026-10-13'],
  ])('on %s', (day, ...expected) => {
    const { first, second } = new SampleDates(day, 4)
    expect([first.asOf, first.cutOff, first.lock, second.asOf, second.cutOff, second.lock]).toEqual(expected)
  })

  test.each([
    ['D', '2026-11-24'],
    ['D-6', '2026-11-18'],
    ['P1-40', '2026-05-21'],
    ['P2+3', '2026-10-03'],
    ['L2', '2026-10-13'],
    ['W56', '2026-10-31'],
    ['R50', '2026-11-02'],
    ['N', '2026-12-31'],
    ['N2', '2027-03-31'],
    ['N+31', '2027-01-31'],
    ['FY/04-01', '2026-04-01'],
    ['FY-2/02-28', '2025-02-28'],
  ])('%s', (text, day) => {
    expect(new SampleDates('2026-11-24', 4).resolve(text)).toBe(day)
  })

  test('a word that is no day is refused', () => {
    expect(() => new SampleDates('2026-11-24', 4).resolve('P3')).toThrow('not a day of the sample: P3')
  })
})

/** What an act needs to be there already, and what it adds; by the names that the sources use. */
function namesOf(act: SampleAct): { needs: readonly string[]; adds: readonly string[] } {
  switch (act.act) {
    case 'inventory':
      return { needs: [], adds: act.systems.map((system) => system.code) }
    case 'system':
      return { needs: act.system.dependsOn, adds: [act.system.code] }
    case 'risk':
      return { needs: act.systems, adds: [act.code] }
    case 'control':
      return { needs: [...act.risks, ...act.systems], adds: [act.code] }
    case 'evidence':
      return { needs: act.controls, adds: [act.code] }
    case 'action':
      return { needs: [...act.links.systems, ...act.links.risks, ...act.links.controls], adds: [act.code] }
    case 'finding':
      return { needs: [...act.links.systems, ...act.links.risks, ...act.links.controls], adds: [act.code] }
    case 'policy':
      return { needs: act.supersedes === null ? [] : [act.supersedes], adds: [act.code] }
    case 'training':
      return { needs: [act.policy], adds: [act.code] }
    case 'incident':
      return { needs: [...act.links.systems, ...act.links.risks, ...act.links.controls], adds: [act.code] }
    case 'judgeIncident':
    case 'reportIncident':
    case 'resolveIncident':
    case 'closeIncident':
    case 'surchargeNote':
      return { needs: [act.code], adds: [] }
    case 'enforcement':
      return { needs: [...act.systems, ...(act.incident === null ? [] : [act.incident])], adds: [act.code] }
    case 'meeting':
      return { needs: [], adds: [act.code] }
    case 'decision':
      return { needs: [act.meeting, ...act.links.systems, ...act.links.risks], adds: [act.code] }
    case 'observation':
      return { needs: [act.system], adds: [act.code] }
    case 'waive':
      return { needs: [act.code, ...act.risks], adds: [] }
    case 'supply':
      return { needs: [act.vendor, act.system], adds: [] }
    case 'contract':
      return { needs: [act.vendor, ...act.systems], adds: [act.code] }
    case 'readContract': {
      const linked = act.findings.flatMap(({ risks, actions }) => [...risks, ...actions])
      return { needs: [act.contract, ...linked], adds: [act.code] }
    }
    case 'dataUse':
      return { needs: [act.system, ...act.consents, ...act.contracts], adds: [act.code] }
    case 'dpia':
      return { needs: [act.system], adds: [act.code] }
    case 'dpiaStep':
      return { needs: [act.code, ...act.risks, ...act.actions], adds: [] }
    case 'deidentification':
      return { needs: [act.system, act.use], adds: [act.code] }
    case 'jurisdictionProfile':
      return { needs: [act.system], adds: [] }
    case 'outwardAccount':
    case 'consent':
    case 'intake':
    case 'checkPoint':
    case 'vendor':
    case 'direction':
      return { needs: [], adds: [act.code] }
    case 'accept':
      return { needs: [act.subjectCode, ...(act.renews === null ? [] : [act.renews])], adds: [act.code] }
    case 'edit':
      return { needs: [act.code, ...(Object.values(act.links ?? {}) as (readonly string[])[]).flat()], adds: [] }
    default:
      return { needs: 'code' in act ? [act.code] : [], adds: [] }
  }
}

/** What would go wrong if this plan were replayed. */
function troubles(day: Day, plan: readonly SampleEntry[]): string[] {
  const found: string[] = []
  const added: string[] = []
  let before: Day = plan[0]?.day ?? day
  for (const { day: recorded, act } of plan) {
    if (recorded < before || recorded >= day) found.push(`${day}: ${act.act} recorded on ${recorded} after ${before}`)
    if (!isWorkingDay(recorded)) found.push(`${day}: ${act.act} recorded on ${recorded}, not a working day`)
    const { needs, adds } = namesOf(act)
    for (const name of needs) if (!added.includes(name)) found.push(`${day}: ${act.act} names ${name} too early`)
    if ('on' in act && act.on > recorded) found.push(`${day}: ${act.act} of ${act.on} recorded on ${recorded}`)
    added.push(...adds)
    before = recorded
  }
  for (const prefix of ['SYS', 'RSK', 'CTL', 'EVD', 'ACT', 'ACC', 'PDU', 'DPIA', 'DEI', 'CNS']) {
    const codes = added.filter((code) => code.startsWith(prefix))
    if (codes.some((code, index) => code !== `${prefix}-${String(index + 1).padStart(4, '0')}`))
      found.push(`${day}: ${prefix} codes are not in the order of their recording: ${codes.join(' ')}`)
  }
  return found
}

describe('the plan', () => {
  test('fits every day of a leap year and the days before and after it', () => {
    const days = Array.from({ length: 400 }, (_, index) => addDays('2027-12-20', index))
    expect(days.flatMap((day) => troubles(day, samplePlan(sources, day, 'ja')))).toEqual([])
    // Four hundred plans: longer than other tests on a busy machine.
  }, 120_000)

  test('locks two packs 9 to 20 days after their quarter, with changes between and after the cut-off', () => {
    const plan = samplePlan(sources, '2026-11-24', 'ja')
    const { first, second } = new SampleDates('2026-11-24', 4)
    for (const { asOf, cutOff, lock } of [first, second]) {
      const between = (from: Day, to: Day) => plan.filter(({ day }) => day > from && day <= to).length
      expect(lock >= addDays(asOf, 9) && lock <= addDays(asOf, 20)).toBe(true)
      expect(between(asOf, cutOff)).toBeGreaterThan(1)
      expect(between(cutOff, lock)).toBeGreaterThan(1)
    }
  })

  test('the same day and language give the same plan, another language only other words', () => {
    const plan = samplePlan(sources, '2026-11-24', 'ja')
    expect(samplePlan(sources, '2026-11-24', 'ja')).toEqual(plan)
    const english = samplePlan(sources, '2026-11-24', 'en')
    expect(english.map(({ day, act }) => [day, act.act])).toEqual(plan.map(({ day, act }) => [day, act.act]))
    expect(english).not.toEqual(plan)
  })
})
