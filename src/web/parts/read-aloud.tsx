import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Choice } from "./basics.tsx";

/** Words a minute that the Web Speech API's rate 1 stands for; voices differ by a fifth either way. */
const wordsAtRateOne = 175;
const speeds = [120, 150, 175, 210, 260, 320];

/** Reads a page with the browser's own voices, sentence by sentence; tells which one is spoken. */
export function ReadAloud({
  text,
  sentences,
  language,
  onSentence,
}: {
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[];
  readonly language: string | null;
  readonly onSentence: (range: readonly [number, number] | null) => void;
}): JSX.Element | null {
  const speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  const [voice, setVoice] = useState(localStorage.getItem("voice") ?? "");
  const [speed, setSpeed] = useState(Number(localStorage.getItem("speed") ?? 175));
  const [playing, setPlaying] = useState(false);
  const at = useRef(0);
  const run = useRef(0);
  useEffect(() => {
    const load = (): void => setVoices(speech?.getVoices().filter((one) => one.localService) ?? []);
    load();
    speech?.addEventListener("voiceschanged", load);
    return () => {
      run.current++;
      speech?.removeEventListener("voiceschanged", load);
      speech?.cancel();
    };
  }, []);
  if (speech === undefined) return null;
  const stop = (): void => {
    run.current++;
    speech.cancel();
    setPlaying(false);
    onSentence(null);
  };
  const speak = (index: number): void => {
    const range = sentences[index];
    if (range === undefined) {
      at.current = 0;
      stop();
      return;
    }
    const turn = ++run.current;
    speech.cancel();
    at.current = index;
    const utterance = new SpeechSynthesisUtterance(text.slice(range[0], range[1]));
    utterance.lang = language ?? "";
    utterance.rate = speed / wordsAtRateOne;
    utterance.voice = voices.find((one) => one.voiceURI === voice) ?? null;
    utterance.onend = () => {
      if (turn === run.current) speak(index + 1);
    };
    utterance.onerror = () => {
      if (turn === run.current) stop();
    };
    onSentence(range);
    setPlaying(true);
    speech.speak(utterance);
  };
  const fitting = voices.filter((one) => language === null || one.lang.startsWith(language));
  if (voices.length === 0)
    return (
      <p class="quiet aloud">
        This browser has no voice of its own to read aloud with; install one in the system's
        settings.
      </p>
    );
  return (
    <div class="toolbar aloud" role="group" aria-label="Read aloud">
      <button type="button" onClick={() => (playing ? stop() : speak(at.current))}>
        {playing ? "Stop" : "Read aloud"}
      </button>
      <button type="button" disabled={!playing} onClick={() => speak(Math.max(0, at.current - 1))}>
        Sentence back
      </button>
      <button type="button" disabled={!playing} onClick={() => speak(at.current + 1)}>
        Sentence on
      </button>
      <Choice
        label="Voice"
        value={voice}
        onChange={(value) => {
          setVoice(value);
          localStorage.setItem("voice", value);
        }}
        options={[
          ["", "browser's choice"],
          ...fitting.map((one) => [one.voiceURI, one.name] as const),
        ]}
      />
      <Choice
        label="Speed"
        value={String(speed)}
        onChange={(value) => {
          setSpeed(Number(value));
          localStorage.setItem("speed", value);
        }}
        options={speeds.map((one) => [String(one), `${one} words a minute`] as const)}
      />
    </div>
  );
}
