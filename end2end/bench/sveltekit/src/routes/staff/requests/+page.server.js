import { redirect } from "@sveltejs/kit";
import { requestList, staffOf } from "../../../../../js/request-list.mjs";

export function load({ cookies }) {
  const staff = staffOf(cookies.get("bench"));
  if (!staff) redirect(303, "/staff/sign-in");
  return { staff: { name: staff.name, role: staff.role, clinic: staff.clinic }, list: requestList(staff) };
}
