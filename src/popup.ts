/**
 * The whole script of popup.html: takes the login host's answer out of the address before anything else can
 * see it, hands it to the frame of our own host that opened this window, and closes it. It imports nothing.
 */
const brought = location.search.slice(1)
history.replaceState(null, '', location.pathname)
const desk: Window | null = window.opener
let words = 'There is nothing to do in this window. You can close it.'
if (brought && desk && !desk.closed) {
  const answer = brought.slice(0, 4096)
  desk.postMessage({ source: 'minidesk', answer }, location.origin)
  words = 'You can close this window and go on in Minidesk.'
  window.close()
} else if (brought) {
  words =
    'Your log-in could not be brought back to the page that asked for it. You can close this window, and use “Open in a new tab” there.'
}
const place = document.getElementById('words')
if (place) place.textContent = words
document.body.style.font = '1rem/1.5 system-ui, sans-serif'
document.body.style.margin = '2rem'
