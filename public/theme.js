// The theme, before anything is painted. A file of its own: the page's policy allows no script inside it.
function chosenTheme() {
  try {
    return JSON.parse(localStorage.getItem('vethlab.preferences') ?? '{}').theme
  } catch {
    return 'system'
  }
}

const chosen = chosenTheme()
const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
document.documentElement.dataset.theme = chosen === 'light' || chosen === 'dark' ? chosen : system
