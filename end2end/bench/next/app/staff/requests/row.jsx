import { Sign } from "../../sign";

/** One request. */
export function Row({ row }) {
  const tick = `request-${row.id}`;
  return (
    <tr role="row" className={row.trouble ? "has-trouble" : row.waits ? "" : "gone"}>
      <td role="cell" className="tick">
        <input type="hidden" name="shown" value={row.id} />
        <label htmlFor={tick}>
          <input type="checkbox" id={tick} name="request" value={row.id} />
          <span className="unseen">{`Select ${row.name}`}</span>
        </label>
      </td>
      <th scope="row" role="rowheader">
        <a href={`/staff/requests/${row.id}`} title={row.name}>
          {row.name}
        </a>
        <span title={row.externalId}>{row.externalId}</span>
      </th>
      <td role="cell" className="standing">
        <span className={`badge ${row.badge.css}`}>
          <Sign icon={row.badge.icon} />
          {row.badge.words}
        </span>
        {row.beside && <span className="under muted">{row.beside}</span>}
      </td>
      <td role="cell" className="sent">
        <span className={row.sent.css}>
          {row.sent.icon && <Sign icon={row.sent.icon} />}
          {row.sent.words}
        </span>
      </td>
      <td role="cell" className="ends">
        {row.ends ? <time dateTime={row.endsAt}>{row.ends}</time> : <span className="muted">–</span>}
        {row.daysLeft && <span className="under watch">{row.daysLeft}</span>}
      </td>
      <td role="cell" className="change muted">
        {row.changed}
      </td>
    </tr>
  );
}
