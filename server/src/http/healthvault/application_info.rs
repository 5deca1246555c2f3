//! `GetApplicationInfo`: the caller's own. Clients read its switches and both sets of rules without looking.

use super::call::Call;
use super::{Answer, rendered};
use askama::Template;
use domain::application::{Application, Kind, Rule};

/// No one signs in here for an application, so that its rules are all for use while the person is away.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<application><id>{{ application.id }}</id><name>{{ application.name }}</name><app-auth-required>true</app-auth-required><restrict-app-users>false</restrict-app-users><is-published>true</is-published>{% if !application.description.is_empty() %}<description>{{ application.description }}</description>{% endif %}<person-online-base-auth-xml><auth><rules/></auth></person-online-base-auth-xml><person-offline-base-auth-xml><auth><rules>{% for rule in rules %}<rule is-optional="{{ rule.optional }}" name="{{ rule.name }}"><reason xml:lang="en">{{ rule.why }}</reason><display-flags>0</display-flags>{% for permission in rule.permissions %}<permission>{{ permission.name() }}</permission>{% endfor %}<target-set>{% for type_id in rule.types %}<type-id>{{ type_id }}</type-id>{% endfor %}</target-set></rule>{% endfor %}</rules></auth></person-offline-base-auth-xml><app-type>{{ app_type }}</app-type></application>"#
)]
struct ApplicationInfo<'a> {
    application: &'a Application,
    /// Those that grant anything.
    rules: Vec<&'a Rule>,
    app_type: &'static str,
}

pub fn show(call: &Call<'_, '_>) -> Answer {
    let application = call.application()?;
    let grants = |rule: &&Rule| !rule.permissions.is_empty() && !rule.types.is_empty();
    rendered(&ApplicationInfo {
        application,
        rules: application.rules.iter().filter(grants).collect(),
        app_type: match application.kind {
            Kind::Web => "Web",
            Kind::Mobile => "Soda",
        },
    })
}
