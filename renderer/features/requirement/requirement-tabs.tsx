/** The views of the requirements beside each other: packs, coverage, gaps, the statement of applicability, the board's questions. */
import { Link } from 'wouter'
import { useWords } from '#renderer/records/words.ts'

const tabs = ['packs', 'coverage', 'gaps', 'applicability', 'questions'] as const

export function RequirementTabs({ current }: { readonly current: (typeof tabs)[number] }) {
  const { t } = useWords()
  return (
    <nav className="tabs" aria-label={t('app.tabs')}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          href={tab === 'packs' ? '/requirement' : `/requirement/${tab}`}
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`requirement.tab.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}
