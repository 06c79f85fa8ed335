/** The style of the login pages: light and dark, wide and narrow. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1b2230, #e9edf5); --paper: light-dark(#f4f6fa, #12161f);
  --card: light-dark(#fff, #1b212d); --line: light-dark(#d5dbe6, #333c4d); --accent: light-dark(#2f55c8, #9db4ff);
  --on-accent: light-dark(#fff, #0a1433); --quiet: light-dark(#566074, #a3adc0); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: start center; padding: 6vh 1rem 2rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: min(30rem, 100%); background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem;
  padding: clamp(1rem, 5vw, 2rem); }
h1 { margin: 0 0 0.25rem; font-size: 1.35rem; line-height: 1.25; overflow-wrap: anywhere; }
p { margin: 0 0 1rem; color: var(--quiet); overflow-wrap: anywhere; }
ul { margin: 0 0 1.25rem; padding: 0; }
form ul { list-style: none; margin: 0; display: grid; gap: 0.5rem; }
form li { display: grid; grid-template-columns: 1fr; }
form li span { grid-area: 1 / 1; align-self: end; padding: 0 1rem 0.5rem; color: var(--quiet); font-size: 0.85rem;
  pointer-events: none; }
form li button { grid-area: 1 / 1; text-align: start; padding-bottom: 1.85rem; }
.scopes { padding-inline-start: 1.25rem; }
.scopes code { font-size: 0.9rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.row button { flex: 1 1 8rem; }
form[role='search'] { display: flex; flex-wrap: wrap; align-items: end; gap: 0.5rem; margin: 0 0 1rem; }
form[role='search'] label { flex: 1 1 12rem; color: var(--quiet); font-size: 0.85rem; }
input { display: block; width: 100%; font: inherit; font-size: 1rem; color: var(--ink); background: transparent;
  border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.5rem 0.75rem; min-height: 2.75rem; }
button { font: inherit; font-weight: 600; color: inherit; background: transparent; border: 1px solid var(--line);
  border-radius: 0.5rem; padding: 0.6rem 1rem; min-height: 2.75rem; cursor: pointer; overflow-wrap: anywhere; }
button:hover { border-color: var(--accent); }
button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
`
