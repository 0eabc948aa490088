/** The window: its styles take the nonce of this load, then everything is drawn. */
import './no-eval.ts'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './theme/fonts.css'
import './theme/base.css'
import './app/window.css'
import './app/frame.css'
import './app/records.css'
import { connect } from './api/connection.ts'
import { App } from './app/app.tsx'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="daicho-nonce"]')?.content ?? ''
// Dialogs write a style of their own while they are open.
setNonce(nonce)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<App connection={connect(window)} nonce={nonce} />)
