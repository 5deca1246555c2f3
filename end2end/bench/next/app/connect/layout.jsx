import { PageFrame } from "../page-frame";

export default function Layout({ children }) {
  return <PageFrame room="patient">{children}</PageFrame>;
}
