/** Which rows are shown, and the way to the next ones. */
export function Pager({ list }) {
  return (
    <div className="pager">
      <span>{`1–${list.to} of ${list.of}`}</span>
      {list.next && (
        <form method="get" action="/staff/requests">
          <input type="hidden" name="state" value="" />
          <input type="hidden" name="q" value="" />
          <input type="hidden" name="after" value={list.next} />
          <input type="hidden" name="from" value={list.to + 1} />
          <button type="submit" className="button quiet">
            Older
          </button>
        </form>
      )}
    </div>
  );
}
