/** Every mark of the window on one page, in both themes and both languages. Built for tests alone. */
import { createRoot } from 'react-dom/client'
import '#renderer/theme/fonts.css'
import '#renderer/theme/base.css'
import '#renderer/app/window.css'
import '#renderer/app/records.css'
import './marks-page.css'
import { MarksPage } from './marks-page.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<MarksPage />)
