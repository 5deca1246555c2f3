import { SHORTCUTS } from "../../../js/words.mjs";

/** What each key does. */
export function Shortcuts() {
  return (
    <div id="shortcuts" popover="" role="dialog" aria-labelledby="shortcuts-heading">
      <h2 id="shortcuts-heading">Keyboard shortcuts</h2>
      <dl>
        {SHORTCUTS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">They do nothing while you are typing in a field.</p>
      <div className="buttons">
        <button
          type="button"
          className="button secondary small"
          popoverTarget="shortcuts"
          popoverTargetAction="hide"
        >
          Close
        </button>
        <button
          type="button"
          className="button secondary small"
          data-off="Turn shortcuts off"
          data-on="Turn shortcuts on"
        >
          Turn shortcuts off
        </button>
      </div>
    </div>
  );
}
