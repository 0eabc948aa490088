/**
 * The names of buttons that show a sign alone: beside them while the pointer is on them or the focus is, as one part for the
 * whole window. Who cannot see them hears the name from the button itself.
 */
import { useEffect, useRef } from 'react'

const signs = ':is(button, a[href], [role="button"])[aria-label]'
/** A pointer that only passes by asks for nothing. */
const restMilliseconds = 400

/** The button of a sign under an event, where nothing on it says what it does. */
function signUnder(target: EventTarget | null): HTMLElement | null {
  const button = target instanceof Element ? target.closest<HTMLElement>(signs) : null
  // Also where a popover of its own is open below it: two things would lie over each other.
  if (button === null || button.title !== '' || button.ariaExpanded === 'true') return null
  return button.innerText.trim() === '' ? button : null
}

export function ButtonNames() {
  const tip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = tip.current
    if (shown === null) return
    let owner: HTMLElement | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(timer)
      owner = null
      if (shown.matches(':popover-open')) shown.hidePopover()
    }
    const show = (button: HTMLElement) => {
      if (!button.isConnected) return
      owner = button
      shown.textContent = button.ariaLabel
      if (!shown.matches(':popover-open')) shown.showPopover()
      const place = button.getBoundingClientRect()
      const own = shown.getBoundingClientRect()
      const edge = 4
      const below = place.bottom + edge
      const top = below + own.height > window.innerHeight ? place.top - own.height - edge : below
      const middle = place.left + place.width / 2 - own.width / 2
      shown.style.top = `${String(top)}px`
      shown.style.left = `${String(Math.max(edge, Math.min(middle, window.innerWidth - own.width - edge)))}px`
    }
    const onPointer = (event: PointerEvent) => {
      if (event.target === shown) return
      const button = signUnder(event.target)
      if (button === owner && button !== null) return
      hide()
      if (button !== null) timer = setTimeout(show, restMilliseconds, button)
    }
    const onFocus = (event: FocusEvent) => {
      hide()
      const button = signUnder(event.target)
      if (button?.matches(':focus-visible') === true) show(button)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide()
    }
    document.addEventListener('pointerover', onPointer)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', hide)
    document.addEventListener('scroll', hide, true)
    document.addEventListener('keydown', onKey, true)
    return () => {
      hide()
      document.removeEventListener('pointerover', onPointer)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('scroll', hide, true)
      document.removeEventListener('keydown', onKey, true)
    }
  }, [])
  return <div ref={tip} className="button-name" popover="manual" aria-hidden />
}
