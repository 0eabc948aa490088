/** The views of a list as tabs with their counts; the one that was opened says whether it has been changed since. */
import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/client.tsx'
import { sayError } from '#renderer/api/problem.ts'
import { useMayChange, useRegister } from '#renderer/api/status.ts'
import type { CodedNoun } from '#shared/domain/nouns.ts'
import { DialogForm } from '../dialog-form.tsx'
import { useTell } from '../tell.ts'
import { textOf } from '../typed-text.ts'
import { useWords } from '../words.ts'
import { differsFrom, everything, type ListState, setListState, viewedAs, viewOf } from './list-state.ts'
import { asksForMe, useRefreshViews, type Views } from './use-views.ts'

export interface ViewTabsProps {
  readonly noun: CodedNoun
  readonly state: ListState
  readonly views: Views
}

export function ViewTabs({ noun, state, views }: ViewTabsProps) {
  const words = useWords()
  const { utils } = useApi()
  const { person } = useRegister()
  const mayChange = useMayChange()
  const { all, current } = views
  const { data: counts } = useQuery({
    ...utils.lists.count.queryOptions({
      input: {
        noun,
        sets: all.map(({ view: { search, filters, withdrawn } }) => ({ search, filters, withdrawn })),
      },
    }),
    placeholderData: (before) => before,
  })
  const changed = differsFrom(state, current.view)
  return (
    <div className="tabs view-tabs" role="group" aria-label={words.t('list.views')}>
      {all.map(({ key, title, view }, index) => {
        const isCurrent = key === current.key
        const unknown = person === null && asksForMe(view.filters)
        return (
          <button
            key={key}
            type="button"
            className="view-tab"
            aria-pressed={isCurrent}
            onClick={() => setListState(noun, viewedAs(key, view, state))}
          >
            {title}
            {!unknown && <span className="muted">{counts?.[index]}</span>}
            {isCurrent && changed && <span className="view-changed">{words.t('list.viewChanged')}</span>}
          </button>
        )
      })}
      {mayChange && <ViewMenu noun={noun} state={state} views={views} changed={changed} />}
    </div>
  )
}

type Dialog = 'save' | 'rename' | null

function ViewMenu({ noun, state, views, changed }: ViewTabsProps & { readonly changed: boolean }) {
  const words = useWords()
  const { client } = useApi()
  const tell = useTell()
  const refresh = useRefreshViews()
  const [dialog, setDialog] = useState<Dialog>(null)
  const { current, all } = views
  const view = viewOf(state)
  const act = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work()
      await refresh()
      tell.done(said)
    } catch (error) {
      tell.refused(sayError(words.language, error))
    }
  }
  if (!current.saved)
    return (
      <>
        <button type="button" className="text-button" onClick={() => setDialog('save')}>
          {words.t('list.saveView')}
        </button>
        {dialog !== null && <NameDialog noun={noun} state={state} views={views} onClose={() => setDialog(null)} />}
      </>
    )
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <button type="button" className="text-button">
            {words.t('list.viewMenu')} <IconChevronDown size={12} stroke={1.5} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            disabled={!changed}
            onClick={() =>
              void act(
                () => client.views.replace({ id: current.key, view }),
                words.t('list.viewReplaced', { name: current.title }),
              )
            }
          >
            {words.t('list.replaceView', { name: current.title })}
          </Menu.Item>
          <Menu.Item disabled={!changed} onClick={() => setListState(noun, viewedAs(current.key, current.view, state))}>
            {words.t('list.takeBack')}
          </Menu.Item>
          <Menu.Item onClick={() => setDialog('save')}>{words.t('list.saveViewAs')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('rename')}>{words.t('list.renameView')}</Menu.Item>
          <Menu.Item
            onClick={() => {
              const [first] = all
              if (first !== undefined) setListState(noun, { ...viewedAs(everything, first.view, state) })
              void act(
                () => client.views.remove({ id: current.key }),
                words.t('list.viewRemoved', { name: current.title }),
              )
            }}
          >
            {words.t('list.removeView')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && <NameDialog noun={noun} state={state} views={views} onClose={() => setDialog(null)} />}
      {dialog === 'rename' && (
        <NameDialog noun={noun} state={state} views={views} renames onClose={() => setDialog(null)} />
      )}
    </>
  )
}

interface NameDialogProps extends ViewTabsProps {
  readonly renames?: true
  readonly onClose: () => void
}

function NameDialog({ noun, state, views, renames, onClose }: NameDialogProps) {
  const words = useWords()
  const { client } = useApi()
  const refresh = useRefreshViews()
  const { current } = views
  return (
    <DialogForm
      name="save-view"
      title={words.t(renames === true ? 'list.renameView' : 'list.saveView')}
      fields={[{ name: 'name', kind: 'text', required: true, label: words.t('list.viewName'), span: 12 }]}
      initial={{ name: renames === true ? current.title : '' }}
      submitLabel={words.t(renames === true ? 'list.rename' : 'list.save')}
      onCancel={onClose}
      onSubmit={async (values) => {
        const name = textOf(values.name)
        const saved =
          renames === true
            ? await client.views.rename({ id: current.key, name })
            : await client.views.save({ noun, name, view: viewOf(state) })
        await refresh()
        setListState(noun, { view: saved.id, codes: null })
        onClose()
      }}
    >
      {renames === undefined && <p className="hint">{words.t('list.saveViewHint')}</p>}
    </DialogForm>
  )
}
