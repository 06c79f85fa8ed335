/**
 * The whole script of callback.html: takes the login host's answer out of the address before anything
 * else can see it, leaves it for one hop, and goes on to the desk. Who comes without one comes from signing out. It imports nothing.
 */
const answer = location.search.slice(1)
history.replaceState(null, '', location.pathname)
let next = answer ? './index.html' : './signed-out.html'
try {
  if (answer) sessionStorage.setItem('minidesk.answer', answer.slice(0, 4096))
} catch {
  // Storage is blocked: the desk finds no answer, is told that there was one, and offers to log in again.
  next += '#lost'
}
location.replace(next)
