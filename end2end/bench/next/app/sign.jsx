import { SIGNS } from "../../js/words.mjs";

/** A line drawing. */
export function Sign({ icon }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={SIGNS[icon]} />
    </svg>
  );
}
