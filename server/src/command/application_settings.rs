//! The options of `application add` and `application set` for a clinic's settings: one for each row of the table.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Args, FromArgMatches};
use domain::clinic_settings::{Control, NO, Setting, YES};
use words::Wording;
use words::t;

/// The settings that were given, each with its value as [`Setting::set`] reads it.
pub struct Given(pub Vec<(Setting, String)>);

/// `opening-hours` for `opening_hours`.
pub(super) fn option_name(setting: Setting) -> String {
    setting.name().replace('_', "-")
}

/// The values that an option takes; empty where it takes any text.
pub(super) fn values(control: &Control) -> Vec<&'static str> {
    match control {
        Control::Choice([YES, NO]) | Control::Switch => vec!["true", "false"],
        Control::Choice(values) => values.to_vec(),
        _ => Vec::new(),
    }
}

fn help(setting: Setting) -> Wording {
    match setting {
        Setting::Name => t!("console-set-name"),
        Setting::Description => t!("console-set-description"),
        Setting::TimeZone => t!("console-set-time-zone"),
        Setting::Phone => t!("console-set-phone"),
        Setting::OpeningHours => t!("console-set-opening-hours"),
        Setting::Email => t!("console-set-email"),
        Setting::Address => t!("console-set-address"),
        Setting::Accent => t!("console-set-accent"),
        Setting::SuccessMessage => t!("console-set-success-message"),
        Setting::PrivacyUrl => t!("console-set-privacy-url"),
        Setting::TermsUrl => t!("console-set-terms-url"),
        Setting::LifetimeDays => t!("console-set-lifetime-days"),
        Setting::WrongAnswers => t!("console-set-wrong-answers"),
        Setting::AnswerMode => t!("console-set-answer-mode"),
        Setting::StaffAuthenticator => t!("console-set-staff-authenticator"),
        Setting::Reminders => t!("console-set-reminders"),
    }
}

fn option(setting: Setting) -> Arg {
    let option = Arg::new(setting.name())
        .long(option_name(setting))
        .value_name(setting.name().to_uppercase())
        .help(help(setting));
    match values(&setting.control()) {
        any if any.is_empty() => option,
        values => option.value_parser(PossibleValuesParser::new(values)),
    }
}

impl Args for Given {
    fn augment_args(command: clap::Command) -> clap::Command {
        command.args(Setting::ALL.map(option))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Given {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let given = |setting: Setting| {
            let value = matches.get_one::<String>(setting.name())?;
            let value = match value.as_str() {
                "true" => YES,
                "false" => NO,
                value => value,
            };
            Some((setting, value.to_owned()))
        };
        Ok(Self(Setting::ALL.into_iter().filter_map(given).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        self.0.extend(Self::from_arg_matches(matches)?.0);
        Ok(())
    }
}
