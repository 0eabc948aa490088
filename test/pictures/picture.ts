/** What one picture is, and the few moves from which its steps are written: by roles and by words of the catalogue. */
import { nounPath } from '#renderer/records/noun-path.ts'
import type { Locator } from '@playwright/test'
import { codePrefixes, type CodedNoun } from '#shared/domain/nouns.ts'
import type { Desk, Opened } from './desk.ts'

export interface Picture {
  /** Its file; unique. */
  readonly name: string
  /** The contact sheet that it stands on. */
  readonly section: string
  readonly opened: Opened
  /** Where it begins; a code stands for the id of its record. Null where nothing is opened. */
  readonly path: string | null
  readonly viewport?: { readonly width: number; readonly height: number }
  /** What a person does until it can be made. */
  readonly steps?: (desk: Desk) => Promise<void>
  /** The part of the window that is taken; all of it otherwise. */
  readonly part?: (desk: Desk) => Locator
}

type Facts = Record<string, string | number>

/** Pictures of one section, made with one of the registers. */
export const pictureIn =
  (section: string, opened: Picture['opened']) =>
  (name: string, path: string | null, take?: Picture['steps'], rest: Partial<Picture> = {}): Picture => ({
    name,
    section,
    opened,
    path,
    ...(take === undefined ? {} : { steps: take }),
    ...rest,
  })

export const button = ({ page, words }: Desk, key: string, facts: Facts = {}): Locator =>
  page.getByRole('button', { name: words(key, facts), exact: true })

export const press =
  (key: string, facts?: Facts) =>
  async (desk: Desk): Promise<void> => {
    await button(desk, key, facts).first().click()
  }

export const dialog = ({ page }: Desk): Locator => page.getByRole('dialog')

/** What opens beside a button: a menu, or a box with choices. */
export const floating = ({ page }: Desk): Locator =>
  page.locator('.mantine-Menu-dropdown, .mantine-Popover-dropdown').first()

/** Presses a button and waits for what opens beside it. */
export const opens =
  (key: string, facts: Facts = {}) =>
  async (desk: Desk): Promise<void> => {
    await desk.page
      .getByRole('button', { name: desk.words(key, facts) })
      .first()
      .click()
    await floating(desk).waitFor()
  }

/** Presses a button and waits for the dialog that it opens. */
export const openDialog =
  (key: string, facts?: Facts) =>
  async (desk: Desk): Promise<void> => {
    await press(key, facts)(desk)
    await dialog(desk).waitFor()
  }

/** One after the other. */
export const steps =
  (...all: readonly ((desk: Desk) => Promise<void>)[]) =>
  async (desk: Desk): Promise<void> => {
    for (const each of all) await each(desk)
  }

/** Sends the form as it is, and waits for what it says. */
export const refusedBy =
  (key: string) =>
  async (desk: Desk): Promise<void> => {
    await dialog(desk)
      .getByRole('button', { name: desk.words(key), exact: true })
      .click()
    await desk.page.getByRole('alert').first().waitFor()
  }

/** Opens a row of the list in the panel. */
export const openPanel =
  (code: string) =>
  async ({ page }: Desk): Promise<void> => {
    await page
      .getByRole('row', { name: new RegExp(code) })
      .getByText(code, { exact: true })
      .click()
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor()
  }

const rowsThere = async ({ page }: Desk): Promise<void> => {
  await page.getByRole('row').nth(1).waitFor()
}

/** List, panel, page, history and new record of a noun, and an empty list of it. */
export function picturesOfNoun(
  noun: CodedNoun,
  section: string,
  codes: { readonly panel: string; readonly page: string },
  creatable = true,
): readonly Picture[] {
  const path = nounPath(noun)
  const picture = (name: string, at: string, rest: Partial<Picture> = {}): Picture => ({
    name: `${noun}-${name}`,
    section,
    opened: 'sample',
    path: at,
    ...rest,
  })
  if (!codes.page.startsWith(codePrefixes[noun])) throw new Error(`${codes.page} is no ${noun}.`)
  return [
    picture('list', path, { steps: rowsThere }),
    picture('panel', path, { steps: openPanel(codes.panel) }),
    picture('list-nothing', path, {
      steps: async ({ page, words }) => {
        await page.getByRole('searchbox').fill('zzzz')
        await page.getByText(words('app.noMatch', { count: 1 })).waitFor()
      },
    }),
    picture('page', `${path}/${codes.page}`),
    picture('history', `${path}/${codes.page}/history`),
    picture('list-empty', path, { opened: 'new' }),
    ...(creatable
      ? [
          picture('new', `${path}/new`),
          picture('new-errors', `${path}/new`, {
            steps: async (desk) => {
              await press('action.register')(desk)
              await desk.page.getByText(desk.words('issue.REQUIRED')).first().waitFor()
            },
          }),
        ]
      : []),
  ]
}
