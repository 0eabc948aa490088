/** What the shell and the window tell each other through the register process: orders, files from outside, closing. */
import { eventIterator } from '@orpc/contract'
import type { CommandId } from '#shared/domain/commands.ts'
import { operation, type } from './base.ts'
import { recentlyUsed } from './recently-used.ts'
import { z } from 'zod'

/** What comes to the window from outside of it. */
export type ShellEvent =
  /** A command was chosen in the application's menu. */
  | { readonly kind: 'command'; readonly id: CommandId }
  /**
   * A file was chosen outside of the window: by a second start, in the system's file manager, among the files opened last.
   * `others` are names of files that came with it: one window shows one register.
   */
  | { readonly kind: 'open'; readonly token: string; readonly name: string; readonly others: readonly string[] }
  /** The window is to be closed: what is typed is saved first, then `answerClosing` says whether it may go. */
  | { readonly kind: 'closing' }

/** `asking`: the window is alive and asks its person; its shell waits for as long as that takes. */
export const closingAnswers = ['close', 'stay', 'asking'] as const
export type ClosingAnswer = (typeof closingAnswers)[number]

/** A register that was opened lately. The token stands for its path. */
export interface RecentFile {
  readonly token: string
  readonly name: string
  readonly folder: string
}

export const application = {
  /** What comes from outside, as it comes. The window that asked last gets it. */
  events: operation.output(eventIterator(type<ShellEvent>())),
  answerClosing: operation.input(z.object({ answer: z.enum(closingAnswers) })).output(type<null>()),
  /** The registers opened last, the latest first: those that are still there. */
  recentFiles: operation.output(type<readonly RecentFile[]>()),
  recentlyUsed,
  forgetRecentFiles: operation.output(type<readonly RecentFile[]>()),
}
