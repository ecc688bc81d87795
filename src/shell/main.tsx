import '#ui/styles/index.css'
import { start } from './start.tsx'

document.documentElement.dataset.started = 'true'
const root = document.getElementById('root')
if (!root) throw new Error('index.html lacks #root')
start(root)
