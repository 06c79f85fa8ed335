import { describe, expect, test } from 'vitest'
import { type SocketLike, watchSocket } from '~/engine/socket'
import { createManualClock } from '../../manual-clock'

/** A socket whose other end is the test. */
function createWatched() {
  const clock = createManualClock()
  const sent: string[] = []
  const ends: boolean[] = []
  const frames: string[] = []
  let opens = 0
  let closes = 0
  const socket: SocketLike = {
    send: (data) => sent.push(data),
    close: () => closes++,
    onopen: null,
    onclose: null,
    onerror: null,
    onmessage: null,
  }
  const call = (handler: SocketLike['onopen'], event: object) => handler?.(event as never)
  const close = watchSocket(() => socket, 'ws://localhost/channels/1', clock, {
    onOpen: () => opens++,
    onFrame: (data) => frames.push(data),
    onEnd: (opened) => ends.push(opened),
  })
  return {
    clock,
    sent,
    ends,
    frames,
    close,
    opens: () => opens,
    closes: () => closes,
    open: () => call(socket.onopen, {}),
    hear: (data: unknown) => call(socket.onmessage, { data }),
    drop: () => call(socket.onclose, {}),
    fail: () => call(socket.onerror, {}),
  }
}

describe('a notification socket', () => {
  test('that does not open in ten seconds is given up', () => {
    const watched = createWatched()
    watched.clock.advance(9_999)
    expect(watched.ends).toEqual([])
    watched.clock.advance(1)
    expect(watched.ends).toEqual([false])
    expect(watched.closes()).toBe(1)
  })

  test('that is silent for ten seconds is asked, and lives on when it answers', () => {
    const watched = createWatched()
    watched.open()
    watched.clock.advance(9_999)
    expect(watched.sent).toEqual([])
    watched.clock.advance(1)
    expect(watched.sent.map((text) => JSON.parse(text))).toEqual([{ message: 'ping' }])
    watched.clock.advance(4_999)
    watched.hear('{"topicName":"channel.metadata","eventBody":{"message":"pong"}}')
    watched.clock.advance(9_999)
    expect(watched.ends).toEqual([])
    expect(watched.sent).toHaveLength(1)
  })

  test('that does not answer in five seconds is closed, and its end is told once', () => {
    const watched = createWatched()
    watched.open()
    watched.clock.advance(15_000)
    expect(watched.ends).toEqual([true])
    expect(watched.closes()).toBe(1)
    watched.drop()
    watched.fail()
    watched.clock.advance(100_000)
    expect(watched.ends).toEqual([true])
  })

  test('that brings something is not asked', () => {
    const watched = createWatched()
    watched.open()
    for (let beat = 0; beat < 20; beat++) {
      watched.clock.advance(9_000)
      watched.hear('heartbeat')
    }
    expect(watched.sent).toEqual([])
    expect(watched.frames).toHaveLength(20)
  })

  test('that is cut ends once, whether by error, by close or by both', () => {
    const watched = createWatched()
    watched.open()
    watched.fail()
    watched.drop()
    expect(watched.ends).toEqual([true])
    expect(watched.clock.waiting).toBe(0)
  })

  test('that was refused says that it was never open', () => {
    const watched = createWatched()
    watched.fail()
    expect(watched.ends).toEqual([false])
  })

  test('that we close ends without a word', () => {
    const watched = createWatched()
    watched.open()
    watched.close()
    watched.drop()
    watched.hear('late')
    watched.clock.advance(100_000)
    expect(watched.ends).toEqual([])
    expect(watched.frames).toEqual([])
    expect(watched.closes()).toBe(1)
  })

  test('that brings something else than text is not read, but lives', () => {
    const watched = createWatched()
    watched.open()
    watched.clock.advance(9_000)
    watched.hear(new ArrayBuffer(8))
    watched.clock.advance(9_000)
    expect(watched.frames).toEqual([])
    expect(watched.sent).toEqual([])
  })
})
