/**
 * Imported before everything else of the printed page: what fails where nobody waits for it (while React draws, say) is told at
 * once, in both shells, and not when patience is used up.
 */
const root = document.documentElement

function tell(reason: unknown): void {
  if (root.dataset['packReady'] !== undefined) return
  root.dataset['packError'] = reason instanceof Error ? reason.message : String(reason)
  root.dataset['packReady'] = 'error'
}

window.addEventListener('error', ({ error, message }) => tell(error ?? message))
window.addEventListener('unhandledrejection', ({ reason }) => tell(reason))
