/** A company with fifteen officers in four levels: a board and its committees, a president, officers, owners of their systems. */
import { v7 } from 'uuid'
import { assign, createPerson, createPost, startTerm } from '#electron/register/accountability.ts'
import { newRegister } from '#electron/register/new-register.ts'
import { openRegister, realSurroundings } from '#electron/register/store/register-file.ts'
import { emptySystem } from '#electron/register/systems.ts'

/** Long names, as posts have them. */
const officers = [
  ['AI統括責任者（執行役員）', 'Chief AI Officer (Executive Officer)'],
  ['最高情報セキュリティ責任者', 'Chief Information Security Officer'],
  ['最高財務責任者（取締役）', 'Chief Financial Officer (Director)'],
  ['法務・コンプライアンス担当役員', 'Executive in charge of Legal and Compliance'],
  ['個人情報保護統括責任者', 'Chief Privacy Officer'],
  ['人事担当役員', 'Executive in charge of Human Resources'],
  ['営業本部長', 'Head of Sales'],
  ['海外事業担当役員', 'Executive in charge of Overseas Business'],
  ['物流担当役員', 'Executive in charge of Logistics'],
  ['生産本部長（常務執行役員）', 'Head of Production (Managing Executive Officer)'],
  ['研究開発担当役員', 'Executive in charge of Research and Development'],
  ['品質保証担当役員', 'Executive in charge of Quality Assurance'],
  ['調達担当役員', 'Executive in charge of Procurement'],
  ['食品事業部長', 'Head of the Food Division'],
  ['広報・IR担当役員', 'Executive in charge of Public and Investor Relations'],
] as const
const families = ['佐藤', '鈴木', '高橋', '田中', '伊藤', '渡辺', '山本', '中村', '小林', '加藤'] as const
const familiesInEnglish = [
  'Sato',
  'Suzuki',
  'Takahashi',
  'Tanaka',
  'Ito',
  'Watanabe',
  'Yamamoto',
  'Nakamura',
  'Kobayashi',
  'Kato',
]
const given = ['一郎', '美咲', '健太'] as const
const givenInEnglish = ['Ichiro', 'Misaki', 'Kenta']

export const officersOfLargeCompany = officers.length

export function makeLargeCompany(file: string): void {
  const surroundings = realSurroundings(v7, 'tester')
  newRegister(file, surroundings, {
    language: 'ja',
    name: { ja: '十五商事', en: 'Fifteen Trading' },
    from: '2024-04-01',
  })
  const register = openRegister(file, { surroundings, mode: 'write' })
  let people = 0
  const person = () => {
    const [family, name] = [people % families.length, Math.floor(people / families.length) % given.length]
    people += 1
    return createPerson(register, {
      name: {
        ja: `${families[family] ?? ''} ${given[name] ?? ''}`,
        en: `${givenInEnglish[name] ?? ''} ${familiesInEnglish[family] ?? ''}`,
      },
    }).id
  }
  type PostInput = Parameters<typeof createPost>[1]
  const held = (ja: string, en: string, rest: Omit<PostInput, 'name'>) => {
    const post = createPost(register, { name: { ja, en }, ...rest })
    startTerm(register, { postId: post.id, personId: person(), capacity: 'holder', from: '2024-04-01', to: null })
    return post.id
  }
  const board = held('取締役会議長（社外取締役）', 'Chair of the Board (outside director)', { kind: 'board' })
  const audit = held('監査等委員会委員長', 'Chair of the Audit and Supervisory Committee', { kind: 'committee' })
  const president = held('代表取締役社長', 'President and Representative Director', {
    kind: 'executive',
    reportsToId: board,
    overseenById: audit,
  })
  const risk = held('リスク管理委員会委員長', 'Chair of the Risk Management Committee', {
    kind: 'committee',
    reportsToId: president,
    overseenById: audit,
  })
  let systems = 0
  for (const [index, [ja, en]] of officers.entries()) {
    const post = createPost(register, {
      name: { ja, en },
      kind: 'executive',
      reportsToId: index < 9 ? risk : president,
      overseenById: index < 9 ? audit : risk,
    }).id
    // The ninth stands empty, with a deputy.
    startTerm(register, {
      postId: post,
      personId: person(),
      capacity: 'holder',
      from: '2024-04-01',
      to: index === 8 ? '2026-03-31' : null,
    })
    if (index % 3 !== 2 || index === 8)
      startTerm(register, { postId: post, personId: person(), capacity: 'deputy', from: '2025-04-01', to: null })
    const owners = Array.from({ length: (index % 4) + 1 }, (_, place) => {
      const owner = createPost(register, {
        name: {
          ja: `${ja.slice(0, 4)}第${String(place + 1)}部長`,
          en: `Department manager ${String(place + 1)}, ${en}`,
        },
        kind: 'owner',
        reportsToId: post,
      }).id
      // The last of four is vacant.
      if (place < 3)
        startTerm(register, { postId: owner, personId: person(), capacity: 'holder', from: '2024-04-01', to: null })
      return owner
    })
    for (const [place, owner] of owners.entries())
      for (let count = 0; count <= place; count += 1) {
        systems += 1
        const system = register.change({ operation: 'test.fill' }, (change) =>
          change.add('system', {
            ...emptySystem,
            name: { ja: `業務システム ${String(systems)}`, en: `System ${String(systems)}` },
            lifecycle: 'production',
            tier: 'medium',
          }),
        )
        assign(register, {
          role: 'accountable_executive',
          subject: 'system',
          subjectId: system.id,
          postId: post,
          personId: null,
          from: '2024-04-01',
        })
        assign(register, {
          role: 'system_owner',
          subject: 'system',
          subjectId: system.id,
          postId: owner,
          personId: null,
          from: '2024-04-01',
        })
      }
  }
  register.close()
}
