import { cookies } from "next/headers";
import { sessionOf } from "../../../js/request-list.mjs";
import { GROUPS, ISLAND, LINES, TRUST } from "../../../js/words.mjs";

export const metadata = { title: "Enter your code – Patient Connect" };

const STEPS = ["now", "to-come", "to-come", "to-come", "to-come"];

export default async function Code() {
  const session = (await cookies()).get("bench");
  sessionOf(session?.value);
  return (
    <>
      <header className="site">
        <a className="product" href="/">
          Patient Connect
        </a>
      </header>
      <main id="main" tabIndex={-1}>
        <p className="step-text">Step 1 of 5: Code</p>
        <ol className="steps" aria-hidden="true">
          {STEPS.map((step, at) => (
            <li key={at} className={step} />
          ))}
        </ol>
        <form method="post" action="/connect" noValidate>
          <div className="field">
            <h1>
              <label htmlFor="code">Enter your code</label>
            </h1>
            <p className="hint" id="code-hint">
              Your code has 20 letters, like JKYZ-QNMN-VHRX-ZGNR-GZNH. You can type capital or small letters, with or
              without dashes.
            </p>
            <leptos-island data-component="CodeField">
              <div>
                <leptos-children>
                  <input
                    id="code"
                    name="code"
                    type="text"
                    className="code"
                    defaultValue=""
                    maxLength={4000}
                    autoComplete="one-time-code"
                    autoCapitalize="characters"
                    spellCheck="false"
                    aria-describedby="code-hint code-count"
                    data-counts={ISLAND.counts}
                    data-letters={ISLAND.letters}
                    data-numbers={ISLAND.numbers}
                  />
                </leptos-children>
              </div>
              <p id="code-count" className="code-count" />
              <p aria-live="polite" className="code-complaint" />
            </leptos-island>
          </div>
          <noscript>
            <p className="hint">If you followed a link in an email, type or paste the code from that email.</p>
          </noscript>
          <button type="submit" className="button">
            Continue
          </button>
        </form>
        <figure className="where">
          <svg
            viewBox="0 0 176 152"
            role="img"
            aria-label="Picture of a letter. The code is in a box below the steps."
          >
            <rect className="sheet" x="12" y="2" width="152" height="160" rx="4" />
            {LINES.map(([x, y, width]) => (
              <rect key={y} className="line" x={x} y={y} width={width} height="4" rx="2" />
            ))}
            <rect className="box" x="22" y="90" width="132" height="26" rx="5" />
            {GROUPS.map((x) => (
              <rect key={x} className="group" x={x} y="99" width="18" height="8" rx="2" />
            ))}
          </svg>
          <figcaption>In a letter, your code is in a box. In an email, it is on its own line.</figcaption>
        </figure>
      </main>
      <footer className="site">
        <p>
          With Patient Connect, a clinic you know can use a health record you choose. You can disconnect at any time.
        </p>
        <ul className="trust">
          {TRUST.map(([href, words]) => (
            <li key={href}>
              <a href={href}>{words}</a>
            </li>
          ))}
        </ul>
      </footer>
    </>
  );
}
