/** The sections of the navigation, in the order of Alt+1 … Alt+7: only screens that exist. */
import {
  IconAlertTriangle,
  IconBolt,
  IconBuildingFactory2,
  IconCalendarDue,
  IconCheckbox,
  IconColumns2,
  IconCpu,
  IconFileText,
  IconGauge,
  IconLink,
  IconClipboardSearch,
  IconListCheck,
  IconLockAccess,
  IconListDetails,
  IconListSearch,
  IconRubberStamp,
  IconSettings,
  IconShieldCheck,
  IconTimelineEvent,
  type TablerIcon,
  IconUserShield,
  IconWritingSign,
} from '@tabler/icons-react'
import type { SectionName } from '#shared/domain/commands.ts'
import type { Noun } from '#shared/domain/nouns.ts'

export interface Section {
  /** Its name is the catalogue's `nav.<name>`. */
  readonly name: SectionName
  readonly path: string
  readonly icon: TablerIcon
  /** The records whose number stands beside the name. */
  readonly counts: Noun | null
  /** First parts of the paths that belong to the section. */
  readonly paths: readonly string[]
}

const section = (name: SectionName, icon: TablerIcon, counts: Noun | null, ...paths: string[]): Section => {
  // Addresses are written as file names are: work-queue.
  const first = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return { name, path: name === 'overview' ? '/' : `/${first}`, icon, counts, paths: [first, ...paths] }
}

export const overviewSection = section('overview', IconListDetails, null, '')

export const sectionGroups: readonly {
  readonly name: 'register' | 'governance' | 'reporting'
  readonly sections: readonly Section[]
}[] = [
  {
    name: 'register',
    sections: [
      section('accountability', IconUserShield, 'post', 'post', 'person', 'unit', 'handover', 'attestation'),
      section('system', IconCpu, 'system', 'import', 'intake'),
      section('risk', IconAlertTriangle, 'risk', 'library'),
      section('control', IconShieldCheck, 'control', 'evidence'),
      section('action', IconCheckbox, 'action'),
      section('workQueue', IconCalendarDue, null),
    ],
  },
  {
    name: 'governance',
    sections: [
      section('requirement', IconListCheck, null),
      section('mirror', IconColumns2, null, 'direction'),
      section(
        'vendor',
        IconBuildingFactory2,
        'vendor',
        'contract',
        'contract-reading',
        'check-point',
        'contract-matrix',
        'contract-positions',
        'vendor-concentration',
        'contract-sheet',
      ),
      section(
        'horizon',
        IconTimelineEvent,
        'ruleAssessment',
        'rule-assessment',
        'jurisdiction-profile',
        'readiness',
        'outward-account',
      ),
      section('incident', IconBolt, 'incident', 'enforcement'),
      section(
        'dataUse',
        IconLockAccess,
        'dataUse',
        'dpia',
        'deidentification',
        'consent',
        'privacy',
        'statistics-readiness',
      ),
      section('finding', IconClipboardSearch, 'finding', 'observation', 'policy', 'training', 'training-by-role'),
      section('acceptance', IconWritingSign, 'acceptance'),
      section('settings', IconSettings, null),
    ],
  },
  {
    name: 'reporting',
    sections: [
      section('decision', IconRubberStamp, 'decision', 'meeting', 'board-calendar'),
      section('pack', IconFileText, 'pack'),
      section('figure', IconGauge, null, 'entity'),
      section('quality', IconListSearch, null, 'owner-questions'),
      section('log', IconLink, null, 'merge', 'backup', 'retention'),
    ],
  },
]

export const allSections: readonly Section[] = [overviewSection, ...sectionGroups.flatMap((group) => group.sections)]

export function isSectionOf(section: Section, location: string): boolean {
  return section.paths.includes(location.split('/')[1] ?? '')
}
