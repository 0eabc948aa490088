/** The head of the screens that stand before a register: the brand, and what can be chosen without one. */
import type { ReactNode } from 'react'
import { Brand } from '../brand.tsx'
import { DisplayButton } from '../display/display-choices.tsx'
import { LanguageSwitch } from '../language-switch.tsx'

export function StartHead({ children }: { readonly children?: ReactNode }) {
  return (
    <div className="start-head">
      <Brand />
      <div className="start-tools">
        {children}
        <DisplayButton />
        <LanguageSwitch />
      </div>
    </div>
  )
}
