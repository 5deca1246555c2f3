import { PLACES } from "../../../js/words.mjs";
import { Sign } from "../sign";

/** The staff area's navigation. */
export function Rail({ staff, here }) {
  return (
    <header className="rail">
      <div className="inner">
        <a className="product" href="/staff">
          Patient Connect
        </a>
        <p className="clinic">{staff.clinic}</p>
        <button type="button" className="button secondary menu-button" popoverTarget="menu">
          <Sign icon="menu" />
          Menu
        </button>
        <div id="menu" popover="">
          <button
            type="button"
            className="button secondary small menu-close"
            popoverTarget="menu"
            popoverTargetAction="hide"
          >
            <Sign icon="cross" />
            Close
          </button>
          <nav aria-label="Main menu">
            {PLACES.map(({ id, name, links }) => (
              <div key={id}>
                <p className="group" id={id}>
                  {name}
                </p>
                <ul aria-labelledby={id}>
                  {links.map(([href, icon, words]) => (
                    <li key={href}>
                      <a href={href} aria-current={href === here ? "page" : undefined}>
                        <Sign icon={icon} />
                        {words}
                      </a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
            <div className="me">
              <strong>{`${staff.name}, ${staff.role}`}</strong>
              <div>
                <button type="button" className="button quiet shortcuts-button" popoverTarget="shortcuts" hidden>
                  Keyboard shortcuts
                </button>
                <a href="/staff/account">Your account</a>
                <form method="post" action="/staff/sign-out">
                  <button type="submit" className="button quiet">
                    Sign out
                  </button>
                </form>
              </div>
            </div>
          </nav>
        </div>
      </div>
    </header>
  );
}
