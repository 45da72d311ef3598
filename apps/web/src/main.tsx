import './styles.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadMessages } from './catalogue.ts'
import { shownLocale } from './locale.tsx'
import { router } from './routes.tsx'

void loadMessages(shownLocale(), 'first')

const app = document.getElementById('app')
if (!app) throw new Error('index.html has no #app')
createRoot(app).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
