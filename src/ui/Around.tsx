import type { JSX } from 'solid-js'

/** Where the words have what is drawn and not only written; a language puts it where it belongs. */
export const slot = '\u2063'

/** "Waiting for **Ada Quill** to accept": the words of a sentence around what is drawn in it. */
export function Around(props: { readonly words: string; readonly children: JSX.Element }) {
  const halves = () => props.words.split(slot)
  return (
    <>
      {halves()[0]}
      {props.children}
      {halves()[1]}
    </>
  )
}
