/**
 * A pack whose pages name no persons: each is called by the post held on the day of the pack. Only what the pages are made from
 * is changed; the data of the bundle keep the names, and so do the signatures.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { type Bilingual, inLanguage } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import type { PackInput } from '#shared/pack-model/pages.ts'

const noPost: Bilingual = {
  ja: translate('ja')('pack.namelessPerson'),
  en: translate('en')('pack.namelessPerson'),
}

/** What the pages are made from: as it is, or with posts in place of persons where the pack is set up so. */
export function asPrinted(facts: PackInput): PackInput {
  if (facts.finishing.choices.naming === 'names') return facts
  const { snapshot, whole = snapshot, asOf, previous, decisions } = facts
  return {
    ...facts,
    snapshot: withPostsAlone(snapshot, asOf),
    whole: withPostsAlone(whole, asOf),
    previous: previous && {
      ...previous,
      snapshot: withPostsAlone(previous.snapshot, previous.asOf),
      whole: withPostsAlone(previous.whole ?? previous.snapshot, previous.asOf),
    },
    decisions: decisionsWithPostsAlone(decisions),
    preparedBy: facts.preparedBy === null ? null : inLanguage(noPost, facts.language),
  }
}

function withPostsAlone(state: RegisterState, day: Day): RegisterState {
  const posts = new Map(state.posts.map((post) => [post.id, post]))
  const held = new Map<string, Bilingual>()
  for (const { personId, postId, from, to, withdrawn } of state.terms) {
    if (withdrawn !== null || from > day || (to !== null && to < day)) continue
    const post = posts.get(postId)
    if (post !== undefined && !held.has(personId)) held.set(personId, post.name)
  }
  return {
    ...state,
    people: state.people.map((person) => ({ ...person, name: held.get(person.id) ?? noPost, reading: null })),
  }
}

/** A request names its post; where it names a person alone, that a person is named. */
function decisionsWithPostsAlone({ asked, none }: PackInput['decisions']): PackInput['decisions'] {
  return {
    asked: asked.map((each) => ({ ...each, person: each.person === null ? null : (each.post ?? noPost) })),
    none: none === null ? null : { ...none, person: noPost },
  }
}
