/** The document around a page. */
export function PageFrame({ room, children }) {
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="stylesheet" href="/assets/main.css" />
        {room === "staff" && <link rel="stylesheet" href="/assets/staff.css" />}
        <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
        {room === "staff" && <script src="/assets/desk.js" defer />}
      </head>
      <body className={room}>
        <a className="skip" href="#main">
          Skip to main content
        </a>
        {children}
      </body>
    </html>
  );
}
