import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { requestList, staffOf } from "../../../../js/request-list.mjs";
import { COLUMNS } from "../../../../js/words.mjs";
import { Sign } from "../../sign";
import { Rail } from "../rail";
import { Shortcuts } from "../shortcuts";
import { Pager } from "./pager";
import { Row } from "./row";

export const metadata = { title: "Requests – Patient Connect" };

export default async function Requests() {
  const session = (await cookies()).get("bench");
  const staff = staffOf(session?.value);
  if (!staff) redirect("/staff/sign-in");
  const list = requestList(staff);
  return (
    <>
      <div className="desk">
        <Rail staff={staff} here="/staff/requests" />
        <main id="main" tabIndex={-1}>
          <div className="page-head">
            <div>
              <div className="title">
                <h1>Requests</h1>
              </div>
            </div>
            <div className="buttons">
              <a className="button" href="/staff/requests/new">
                <Sign icon="plus" />
                New request
              </a>
            </div>
          </div>
          <button type="button" className="button secondary tabs-button" popoverTarget="lists">
            {`Showing: All ${list.of}`}
            <Sign icon="down" />
          </button>
          <nav className="tabs" id="lists" popover="" aria-label="Status">
            <p className="tabs-title">Status</p>
            {list.lists.map(({ name, words, css, count }) => (
              <a
                key={name}
                className={css}
                href={name ? `/staff/requests?state=${name}` : "/staff/requests"}
                aria-current={name ? undefined : "page"}
              >
                {words} <span className="n">{count}</span>
              </a>
            ))}
          </nav>
          <div className="toolbar">
            <form className="search" method="get" action="/staff/requests" role="search">
              <div className="box">
                <Sign icon="glass" />
                <label className="unseen" htmlFor="q">
                  Name or patient ID
                </label>
                <input
                  id="q"
                  type="search"
                  name="q"
                  defaultValue=""
                  placeholder="Name or patient ID"
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck="false"
                />
              </div>
              <button type="submit" className="button secondary">
                Search
              </button>
            </form>
            <Pager list={list} />
          </div>
          <form className="pick" method="post" action="/staff/requests/reissue">
            <table className="list" role="table">
              <caption className="unseen">Requests</caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader" className="tick">
                    <label htmlFor="all-yes">
                      <input type="checkbox" id="all-yes" name="all" value="yes" />
                      <span className="unseen">Select all on this page</span>
                    </label>
                  </th>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col" role="columnheader">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody role="rowgroup">
                {list.rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            <div className="picked">
              <strong>selected</strong>
              <button type="submit" className="button secondary">
                Replace codes…
              </button>
              <button type="reset" className="button quiet">
                Clear
              </button>
            </div>
          </form>
          <div className="toolbar">
            <Pager list={list} />
          </div>
          {list.hasConnected && (
            <p>
              <a href="/staff/connected.csv">Download connected patients</a>
            </p>
          )}
        </main>
      </div>
      <Shortcuts />
    </>
  );
}
