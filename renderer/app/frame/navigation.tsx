/** The navigation at the left: three groups with counts of records. Folds to icons where the window is narrow. */
import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useRegister } from '#renderer/api/status.ts'
import { commandOf } from '#shared/domain/commands.ts'
import { ariaKeys, keyWords } from '#shared/domain/keys.ts'
import { onMac } from '../on-mac.ts'
import { isSectionOf, overviewSection, type Section, sectionGroups } from '../sections.ts'

export function Navigation() {
  const { t } = useTranslation()
  return (
    <nav className="frame-nav" aria-label={t('nav.label')}>
      <Entry section={overviewSection} />
      {sectionGroups.map((group) => (
        <section key={group.name} aria-label={t(`nav.group.${group.name}`)}>
          <div className="frame-nav-group">{t(`nav.group.${group.name}`)}</div>
          {group.sections.map((section) => (
            <Entry key={section.name} section={section} />
          ))}
        </section>
      ))}
    </nav>
  )
}

function Entry({ section }: { readonly section: Section }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const { counts } = useRegister()
  const Icon = section.icon
  const name = t(`nav.${section.name}`)
  const { keys } = commandOf(`go.${section.name}`)
  return (
    <Tooltip label={keys === null ? name : `${name}  ${keyWords(keys, onMac)}`} position="right" openDelay={400}>
      <Link
        href={section.path}
        className="frame-nav-entry"
        aria-current={isSectionOf(section, location) ? 'page' : undefined}
        aria-keyshortcuts={keys === null ? undefined : ariaKeys(keys, onMac)}
      >
        <Icon size={16} stroke={1.5} aria-hidden />
        <span className="frame-nav-name">{name}</span>
        {section.counts !== null && (
          <span className="frame-nav-count">{counts[section.counts].toLocaleString('en')}</span>
        )}
      </Link>
    </Tooltip>
  )
}
