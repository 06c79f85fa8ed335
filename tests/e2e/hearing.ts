/** What a page makes the browser play, measured behind everything that the desk does with it. */
import type { BrowserContext, Page } from '@playwright/test'

interface Ears {
  /** What is played to the end of each audio. */
  readonly analysers: AnalyserNode[]
  /** The beginnings of sounds: how long each is, in seconds, and whether it is repeated. */
  readonly begun: { readonly seconds: number; readonly loop: boolean }[]
}

/** Before the pages of `context` are loaded. */
export async function giveEars(context: BrowserContext | Page) {
  await context.addInitScript(() => {
    const ears: Ears = { analysers: [], begun: [] }
    Object.assign(window, { ears })
    const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode) => AudioNode
    // Whatever goes to a speaker also goes past an ear.
    Reflect.set(AudioNode.prototype, 'connect', function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode) {
        const analyser = this.context.createAnalyser()
        // Long enough to have the last half second, lest a short sound is missed.
        analyser.fftSize = 32_768
        connect.call(this, analyser)
        ears.analysers.push(analyser)
      }
      return connect.call(this, to)
    })
    const { start } = AudioBufferSourceNode.prototype
    AudioBufferSourceNode.prototype.start = function (...when) {
      ears.begun.push({ seconds: this.buffer?.duration ?? 0, loop: this.loop })
      start.apply(this, when)
    }
  })
}

/**
 * From its next load on, the page may sound only after a press of a person's. The browser takes every look that a
 * test has at the page for one.
 */
export async function keepSilent(page: Page) {
  await page.addInitScript(() => {
    let isPressed = false
    const press = ({ isTrusted }: Event) => {
      isPressed ||= isTrusted
    }
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, press, true)
    window.AudioContext = class extends AudioContext {
      constructor() {
        super()
        if (!isPressed) void this.suspend()
        Object.assign(window, { audio: this })
      }
      override resume() {
        return isPressed ? super.resume() : new Promise<void>(() => {})
      }
    }
  })
}

/** The loudest sample of this moment, over all that is played: 0 is silence. */
export const loudness = (page: Page) =>
  page.evaluate(() => {
    const { analysers } = Reflect.get(window, 'ears') as Ears
    const peaks = analysers.map((analyser) => {
      const samples = new Float32Array(analyser.fftSize)
      analyser.getFloatTimeDomainData(samples)
      return samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    })
    return Math.max(0, ...peaks)
  })

/** How long the sounds are that were begun, in seconds. */
export const begun = (page: Page) =>
  page.evaluate(() =>
    (Reflect.get(window, 'ears') as Ears).begun.map(({ seconds }) => Math.round(seconds * 10) / 10),
  )
