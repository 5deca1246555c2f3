//! Links by mail: a colleague is invited and chooses a password, and one who forgot theirs chooses another.

use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use domain::policy;
use domain::staff::Role;
use domain::zone::Zone;
use std::time::Duration;

const KIM: &str = "kim@clinic.example";
const NEW: &str = "four words quite apart";
const DAY: Duration = Duration::from_hours(24);

async fn invite(manager: &Browser, role: &str) -> Page {
    let fields = [("name", "Kim Ashdown"), ("email", KIM), ("role", role)];
    manager.post("/staff/team/invite", &fields).await
}

/// The path of the link in the last mail to an address.
async fn link_to(clinic: &Clinic, email: &str) -> String {
    clinic.mailed_link(email, "/staff/join/").await
}

async fn choose(clinic: &Clinic, link: &str, password: &str) -> Page {
    clinic.browser().post(link, &[("password", password)]).await
}

/// What the page's form about the only invitation asks for.
async fn change(manager: &Browser, what: &str) -> Page {
    let team = manager.get("/staff/team").await;
    let ids = team.attributes("input[name='invitation']", "value");
    let fields = [("invitation", ids[0].as_str()), ("what", what)];
    manager.post("/staff/team/invitations", &fields).await
}

async fn signs_in(clinic: &Clinic, email: &str, password: &str) -> u16 {
    let pair = [("email", email), ("password", password)];
    let page = clinic.browser().post("/staff/sign-in", &pair).await;
    page.status.as_u16()
}

#[tokio::test]
async fn a_colleague_who_is_invited_chooses_a_password_and_works_at_the_desk() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        invite(&manager, "front-desk").await.leads_to("/staff/team?mailed=yes");
        let team = manager.get("/staff/team?mailed=yes").await;
        team.says("We are sending the email");
        team.says("Kim Ashdown");
        team.says("11 May 2026");
        let mail = clinic.last_mail_to(KIM).await;
        assert!(mail.mail.text.contains("invited by Robin to join Lakeside Clinic"));

        let link = link_to(clinic, KIM).await;
        let visitor = clinic.browser();
        let page = visitor.get(&link).await;
        page.has_status(200);
        page.says("Join Lakeside Clinic on Patient Connect");
        page.says("Hello Kim Ashdown");
        visitor.post(&link, &[("password", NEW)]).await.leads_to("/staff/join/done");
        visitor.get("/staff/join/done").await.says("Your password is saved");
        assert_eq!(signs_in(clinic, KIM, NEW).await, 303);
        let team = manager.get("/staff/team").await;
        assert_eq!(team.count("input[name='invitation']"), 0, "it is used");
        let logged = "select action from audit where action in ('staff.invite', 'staff.join') order by number";
        assert_eq!(clinic.database.texts(logged).await, ["staff.invite", "staff.join"]);
    })
    .await;
}

#[tokio::test]
async fn to_open_a_link_changes_nothing_however_often() {
    on_each_database(async |clinic| {
        invite(&clinic.manager().await, "front-desk").await;
        let link = link_to(clinic, KIM).await;
        let before = clinic.database.dump().await;
        for _ in 0..3 {
            clinic.browser().get(&link).await.has_status(200);
            clinic.browser().head(&link).await.has_status(200);
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_link_works_once_even_for_two_at_one_moment() {
    on_each_database(async |clinic| {
        invite(&clinic.manager().await, "manager").await;
        let link = link_to(clinic, KIM).await;
        let (one, other) = tokio::join!(
            choose(clinic, &link, NEW),
            choose(clinic, &link, "some other words here")
        );
        let mut statuses = [one.status.as_u16(), other.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 410]);
        let again = choose(clinic, &link, NEW).await;
        again.has_status(410);
        again.says("This link has already been used");
        let staff = "select count(*) from staff where email = 'kim@clinic.example'";
        assert_eq!(clinic.database.number(staff).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_with_its_day_to_the_second_and_a_new_one_kills_the_old() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        invite(&manager, "front-desk").await;
        let link = link_to(clinic, KIM).await;
        let end = Zone::UTC.end_of_day(clinic.now(), policy::INVITATION_DAYS);
        clinic.set(end - Duration::from_secs(1));
        clinic.browser().get(&link).await.has_status(200);
        clinic.set(end);
        let page = choose(clinic, &link, NEW).await;
        page.has_status(410);
        page.says("This link expired on 11 May 2026, 23:59 UTC");
        page.says("Ask a manager at Lakeside Clinic");

        let manager = clinic.manager().await;
        manager
            .get("/staff/team")
            .await
            .says("Expired on 11 May 2026");
        change(&manager, "again")
            .await
            .leads_to("/staff/team?mailed=yes");
        let newer = link_to(clinic, KIM).await;
        assert_ne!(newer, link);
        let page = choose(clinic, &link, NEW).await;
        page.has_status(404);
        page.says("We do not recognise this link");
        choose(clinic, &newer, NEW)
            .await
            .leads_to("/staff/join/done");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_invitation_admits_no_one() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        invite(&manager, "front-desk").await;
        let link = link_to(clinic, KIM).await;
        let team = manager.get("/staff/team").await;
        let id = team
            .attributes("input[name='invitation']", "value")
            .remove(0);
        change(&manager, "withdraw").await.leads_to("/staff/team");
        let page = choose(clinic, &link, NEW).await;
        page.has_status(410);
        page.says("This link has been cancelled");
        for what in ["again", "withdraw"] {
            let fields = [("invitation", id.as_str()), ("what", what)];
            let page = manager.post("/staff/team/invitations", &fields).await;
            page.has_status(422);
            page.says("already been used or cancelled");
        }
        assert_eq!(signs_in(clinic, KIM, NEW).await, 422);
        // And the address may be invited anew.
        invite(&manager, "front-desk")
            .await
            .leads_to("/staff/team?mailed=yes");
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_waited_longer_than_its_link_is_not_sent() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        invite(&manager, "front-desk").await;
        change(&manager, "withdraw").await;
        assert!(clinic.mail().await.iter().all(|mail| mail.to != KIM));
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_at_its_field_and_kept() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let send = async |name: &str, email: &str, role: &str| {
            let fields = [("name", name), ("email", email), ("role", role)];
            manager.post("/staff/team/invite", &fields).await
        };
        let empty = send("", "", "").await;
        empty.has_status(422);
        for field in ["name", "email", "role"] {
            assert!(empty.error_at(field).is_some(), "{field}");
        }
        for role in ["operator", "owner"] {
            let page = send("Kim", KIM, role).await;
            page.has_status(422);
            page.says("Choose a role");
            assert_eq!(page.kept("email").as_deref(), Some(KIM));
        }
        let taken = send("Robin", "ROBIN@clinic.example", "manager").await;
        taken.has_status(422);
        taken.says("already signs in with this email address");
        send("Kim", KIM, "manager")
            .await
            .leads_to("/staff/team?mailed=yes");
        let twice = send("Kim", "Kim@Clinic.example", "manager").await;
        twice.has_status(422);
        twice.says("This address already has an invitation");

        let link = link_to(clinic, KIM).await;
        for (password, words) in [
            ("", "Enter your password"),
            ("short", "must be 10 characters or more"),
            ("Lakeside Clinic", "clinic name are easy to guess"),
        ] {
            let page = choose(clinic, &link, password).await;
            page.has_status(422);
            let error = page.error_at("password").expect("a message");
            assert!(error.contains(words), "{error}");
        }
        choose(clinic, &link, NEW)
            .await
            .leads_to("/staff/join/done");
        for nonsense in ["x", "%00", "..%2f..", &"A".repeat(2_000)] {
            let page = choose(clinic, &format!("/staff/join/{nonsense}"), NEW).await;
            page.has_status(404);
        }
    })
    .await;
}

#[tokio::test]
async fn one_who_forgot_their_password_chooses_another_within_the_hour() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let kim = clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let send = format!("/staff/team/{kim}/new-password");
        manager
            .post(&send, &[])
            .await
            .leads_to(&format!("/staff/team/{kim}?done=mailed"));
        let first = link_to(clinic, KIM).await;
        assert_eq!(
            signs_in(clinic, KIM, PASSWORD).await,
            303,
            "nothing has changed yet"
        );
        manager.post(&send, &[]).await.has_status(303);
        let link = link_to(clinic, KIM).await;
        choose(clinic, &first, NEW).await.has_status(410);
        clinic
            .browser()
            .get(&link)
            .await
            .says("Choose a new password");
        choose(clinic, &link, NEW)
            .await
            .leads_to("/staff/join/done");
        assert_eq!(signs_in(clinic, KIM, PASSWORD).await, 422);
        assert_eq!(signs_in(clinic, KIM, NEW).await, 303);

        clinic
            .manager()
            .await
            .post(&send, &[])
            .await
            .has_status(303);
        let late = link_to(clinic, KIM).await;
        clinic.advance(Duration::from_hours(1));
        choose(clinic, &late, "yet another set of words")
            .await
            .has_status(410);
        assert_eq!(signs_in(clinic, KIM, NEW).await, 303);
    })
    .await;
}

#[tokio::test]
async fn a_team_keeps_one_manager_and_roles_hold_from_the_next_click() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let kim = clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let robin = clinic.staff.staff;
        let set = async |browser: &Browser, id: String, role: &str| {
            let page = format!("/staff/team/{id}");
            browser.get(&page).await;
            let path = format!("{page}/role");
            browser.post(&path, &[("role", role)]).await
        };
        let alone = set(&manager, robin.to_string(), "front-desk").await;
        alone.has_status(422);
        alone.says("The team needs at least one manager");
        for role in ["operator", "", "owner"] {
            set(&manager, kim.to_string(), role).await.has_status(422);
        }
        let desk = clinic.at_the_desk(KIM).await;
        desk.get("/staff/team").await.has_status(403);
        let made = set(&manager, kim.to_string(), "manager").await;
        made.leads_to(&format!("/staff/team/{kim}?done=role"));
        desk.get("/staff/team").await.has_status(200);
        set(&desk, robin.to_string(), "front-desk")
            .await
            .has_status(303);
        manager.get("/staff/team").await.has_status(403);
        set(&desk, kim.to_string(), "front-desk")
            .await
            .has_status(422);
        let logged = "select outcome from audit where action = 'staff.set-role' order by number";
        assert_eq!(
            clinic.database.texts(logged).await,
            ["manager", "front-desk"]
        );
    })
    .await;
}

#[tokio::test]
async fn another_clinics_people_and_invitations_are_not_there() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        invite(&manager, "front-desk").await;
        let team = manager.get("/staff/team").await;
        let id = team
            .attributes("input[name='invitation']", "value")
            .remove(0);
        let other = clinic.another_application().await;
        let lee = clinic
            .colleague_at(other, "Lee", "lee@other.example", Role::Manager)
            .await;
        let theirs = clinic.at_the_desk("lee@other.example").await;
        theirs
            .get("/staff/team")
            .await
            .says_nothing_of("Kim Ashdown");
        for what in ["again", "withdraw"] {
            let fields = [("invitation", id.as_str()), ("what", what)];
            theirs
                .post("/staff/team/invitations", &fields)
                .await
                .has_status(422);
        }
        for stranger in [
            lee.to_string(),
            uuid::Uuid::nil().to_string(),
            "nobody".into(),
        ] {
            let path = format!("/staff/team/{stranger}");
            manager.get(&path).await.has_status(404);
            manager
                .post(&format!("{path}/role"), &[("role", "manager")])
                .await
                .has_status(404);
            manager
                .post(&format!("{path}/new-password"), &[])
                .await
                .has_status(404);
        }
        assert!(
            clinic
                .mail()
                .await
                .iter()
                .all(|mail| mail.to != "lee@other.example")
        );
        choose(clinic, &link_to(clinic, KIM).await, NEW)
            .await
            .has_status(303);
    })
    .await;
}

#[tokio::test]
async fn a_link_refused_for_its_time_stays_over_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        invite(&manager, "front-desk").await.has_status(303);
        let link = link_to(clinic, KIM).await;
        clinic.set(Zone::UTC.end_of_day(clinic.now(), policy::INVITATION_DAYS));
        let over = clinic.browser().get(&link).await;
        over.has_status(410);
        clinic.step_back(DAY);
        let again = clinic.browser().get(&link).await;
        assert_eq!((again.status, again.text()), (over.status, over.text()));
        choose(clinic, &link, NEW).await.has_status(410);
        assert_eq!(signs_in(clinic, KIM, NEW).await, 422);
        let logged = "select outcome from audit where action = 'staff.invite' order by number";
        assert_eq!(clinic.database.texts(logged).await, ["invited", "ended"]);

        let manager = clinic.manager().await;
        change(&manager, "again").await.has_status(303);
        let newer = link_to(clinic, KIM).await;
        choose(clinic, &newer, NEW)
            .await
            .leads_to("/staff/join/done");
    })
    .await;
}
